/** Spaces between Chinese and figures (八组 45 号), which editors write in one text and not in another. */

const SPACED = /(?<=[\p{Script=Han}A-Za-z\d])[ \u00a0\u3000](?=[\p{Script=Han}\dA-Z])/gu;

/** The text without such spaces, and for an index in it the one in the original. */
export function closeSpaces(text: string): { text: string; indexIn(closed: number): number } {
  const at = Array.from(text.matchAll(SPACED))
    .map(({ index }) => index)
    .filter((index) => isBeside(text, index));
  if (at.length === 0) return { text, indexIn: (index) => index };
  const removed = new Set(at);
  const places = Array.from(text, () => 0);
  let closed = '';
  for (let index = 0; index < text.length; index += 1) {
    if (removed.has(index)) continue;
    places[closed.length] = index;
    closed += text[index];
  }
  return { text: closed, indexIn: (index) => places[index] ?? text.length };
}

/** Whether one side is Chinese and the other is not: 王 强 and 3 4 are left. */
function isBeside(text: string, index: number): boolean {
  const isHan = (sign = '') => /\p{Script=Han}/u.test(sign);
  return isHan(text[index - 1]) !== isHan(text[index + 1]);
}
