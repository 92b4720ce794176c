/** A quick look into a file before its texts are extracted, which takes far longer. */
import type { AnnotatedFile } from '../documents/source.ts';

/** An escape in YAML: the characters of a text may then be missing in the file. */
const ESCAPE = /\\[xuU]/;

/** Whether a text or a key of the file may contain `words`; false only if none does. */
export function mayContain(file: AnnotatedFile, words: string | RegExp): boolean {
  const { source } = file;
  const isFound = typeof words === 'string' ? source.includes(words) : words.test(source);
  return isFound || hasEscape(file);
}

/** Files that have been searched for escapes: several rules ask for each. */
const escaped = new WeakMap<AnnotatedFile, boolean>();

function hasEscape(file: AnnotatedFile): boolean {
  const known = escaped.get(file) ?? ESCAPE.test(file.source);
  escaped.set(file, known);
  return known;
}
