/** The classes of telephone numbers in a text. By themselves, for Tailwind reads this file: any other word here would bring its rule. */
export const telephoneClasses = { within: 'tel', alone: 'tel tel-alone' } as const;
