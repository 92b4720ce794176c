/** Quotations from Japanese: their characters are right as they stand, and no slips in a Chinese text. */

/** Characters on either side within which kana make a character part of a quotation. */
const NEAR = 15;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Half-width kana come of a wrong encoding. */
const HALF_WIDTH = /[\uff66-\uff9f]/g;

/** Whether the character at `index` stands in a quotation from Japanese. */
export function isInJapanese(text: string, index: number): boolean {
  const before =
    text
      .slice(Math.max(0, index - NEAR), index)
      .split(/[。！？\n]/)
      .at(-1) ?? '';
  const after = text.slice(index, index + NEAR).split(/[。！？\n]/)[0] ?? '';
  return KANA.test((before + after).replace(HALF_WIDTH, ''));
}
