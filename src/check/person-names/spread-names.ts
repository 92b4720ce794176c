/** Names whose characters are separated by spaces, as tables and lists write those of two characters. */

/** Names of two characters are spaced to the width of three: 石 磊. */
const SPREAD =
  /(?<!\p{Script=Han})(欧阳|司马|上官|诸葛|\p{Script=Han})[ \u3000]{1,2}(\p{Script=Han})(?:[ \u3000](\p{Script=Han}))?(?!\p{Script=Han})/gu;

/** The text without the spaces in such names, and for each character its original position. */
export function closeSpreadNames(text: string): { text: string; places?: number[] } {
  if (!/[ \u3000]/.test(text)) return { text };
  const places: number[] = [];
  let closed = '';
  const keep = (from: number, to: number) => {
    for (let at = from; at < to; at += 1) {
      closed += text[at];
      places.push(at);
    }
  };
  let end = 0;
  for (const { 0: spread, index } of text.matchAll(SPREAD)) {
    keep(end, index);
    for (let at = index; at < index + spread.length; at += 1)
      if (!/[ \u3000]/.test(text[at] ?? '')) keep(at, at + 1);
    end = index + spread.length;
  }
  keep(end, text.length);
  return { text: closed, places };
}
