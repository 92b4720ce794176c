/** Markdown takes a bare address up to the next space; in Chinese text there is none. */

// What stands for a star or tilde in the parsed tree is a part of the address.
const CHINESE = /[^\x21-\x7E\uE000-\uE002\u2E3C]/;

/** Splits what the parser took for an address into the address and the Chinese that follows it. */
export function splitAutolink(text: string): [address: string, rest: string] {
  const chinese = text.search(CHINESE);
  if (chinese < 0) return [text, ''];
  let end = chinese;
  // Marks behind it end the sentence and not the address; a bracket only where none was opened.
  while (end > 0 && isMarkBehind(text, end)) end -= 1;
  return [text.slice(0, end), text.slice(end)];
}

function isMarkBehind(text: string, end: number): boolean {
  const last = text[end - 1] ?? '';
  if (/[.,;:!?'"*_~\]}]/.test(last)) return true;
  return last === ')' && !text.slice(0, end).includes('(');
}
