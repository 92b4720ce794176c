/** Markdown extends a bare address to the next space; Chinese text has none. */

// The placeholders of a star or tilde in the parsed tree are part of the address.
const CHINESE = /[^\x21-\x7E\uE000-\uE002\u2E3C]/;

/** Splits an autolink of the parser into the address and the Chinese after it. */
export function splitAutolink(text: string): [address: string, rest: string] {
  const chinese = text.search(CHINESE);
  if (chinese < 0) return [text, ''];
  let end = chinese;
  // Trailing marks end the sentence and are not part of the address; a bracket only if none was opened.
  while (end > 0 && isMarkBehind(text, end)) end -= 1;
  return [text.slice(0, end), text.slice(end)];
}

function isMarkBehind(text: string, end: number): boolean {
  const last = text[end - 1] ?? '';
  if (/[.,;:!?'"*_~\]}]/.test(last)) return true;
  return last === ')' && !text.slice(0, end).includes('(');
}
