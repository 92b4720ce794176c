/** Rates in texts: `{id}` stands for the amount of a rate, with its unit. Apart from the schema, because pages need no zod. */

/** `{id}` in a text. */
const RATE = /\{([a-z0-9]+(?:-[a-z0-9]+)*)\}/g;

/** The ids of the rates in a text, in their order. */
export function ratesIn(text: string): string[] {
  return Array.from(text.matchAll(RATE), ([, id = '']) => id);
}

/** The text with `amountOf(id)` for each `{id}`; one without an amount stays as it is. */
export function replaceRates(text: string, amountOf: (id: string) => string | undefined): string {
  return text.replace(RATE, (mark, id: string) => amountOf(id) ?? mark);
}
