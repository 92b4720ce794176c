/** Quotations from Japanese: their characters are correct, and no slips in a Chinese text. */

/** Characters on either side within which kana make a character part of a quotation. */
const MAX_KANA_DISTANCE = 15;
const MAX_SENTENCE_LENGTH = 60;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Half-width kana result from a wrong encoding. */
const HALF_WIDTH = /[\uff66-\uff9f]/g;

/** A sentence about Japan: its places and people are written with Japanese forms. */
const ABOUT_JAPAN = /日本|日语|日文|日企|东京|大阪|京都|九州|北海道|冲绳|横滨|名古屋|福冈|长崎|广岛|静冈/;

/** Whether the character at `index` is in a quotation from Japanese. */
export function isInJapanese(text: string, index: number): boolean {
  const before =
    text
      .slice(Math.max(0, index - MAX_KANA_DISTANCE), index)
      .split(/[。！？\n]/)
      .at(-1) ?? '';
  const after = text.slice(index, index + MAX_KANA_DISTANCE).split(/[。！？\n]/)[0] ?? '';
  const sentence = sentenceAround(text, index);
  if (ABOUT_JAPAN.test(sentence)) return true;
  return KANA.test((before + after).replace(HALF_WIDTH, ''));
}

/** The sentence around an index, limited to what a reader remembers of it. */
function sentenceAround(text: string, index: number): string {
  const before =
    text
      .slice(Math.max(0, index - MAX_SENTENCE_LENGTH), index)
      .split(/[。！？\n]/)
      .at(-1) ?? '';
  return before + (text.slice(index, index + MAX_SENTENCE_LENGTH).split(/[。！？\n]/)[0] ?? '');
}
