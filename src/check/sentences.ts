/** Sentences of a text, as a reader takes them in one breath. */

export interface Sentence {
  text: string;
  /** Where it begins in its text. */
  index: number;
  /** Characters and figures that are read, marks not counted; a number counts as one. */
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
