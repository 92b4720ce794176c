/** The answers to the questions of an amount in an address, behind the #: they never reach a server. */

/** The name of the field of a question, in the form and in the address. */
export const fieldName = (id: string): string => `suan-${id}`;

/** Whether the fragment of an address has answers. */
export const hasAnswers = (hash: string): boolean => /^#suan-/.test(hash);
