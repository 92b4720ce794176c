/** Splits a text into sentences, as a reader reads them. */

export interface Sentence {
  text: string;
  /** Its start in the text. */
  index: number;
  /** Characters and figures without marks; a number counts as one. */
  length: number;
  /** Parts between commas. */
  clauses: number;
}

/** The sentences of a text, in order. */
export function sentencesIn(text: string): Sentence[] {
  return Array.from(text.matchAll(/[^。！？；\n]+[。！？；]*[”’」』）]*/gu), ({ 0: sentence, index }) => ({
    text: sentence,
    index: index + (sentence.length - sentence.trimStart().length),
    length: (sentence.match(/\p{Script=Han}|[\p{L}\p{N}.,%-]+/gu) ?? []).length,
    clauses: (sentence.match(/[，,：:]/gu) ?? []).length + 1,
  })).filter(({ length }) => length > 0);
}
