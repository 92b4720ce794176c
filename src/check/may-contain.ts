/** A quick look into a file before its texts are extracted, which takes far longer. */
import type { AnnotatedFile } from '../documents/source.ts';

/** An escape in YAML: the characters of a text may then be missing in the file. */
const ESCAPE = /\\[xuU]/;

/** Whether a text or a key of the file may contain `words`; false only if none does. */
export function mayContain({ source }: AnnotatedFile, words: string | RegExp): boolean {
  const isFound = typeof words === 'string' ? source.includes(words) : words.test(source);
  return isFound || ESCAPE.test(source);
}
