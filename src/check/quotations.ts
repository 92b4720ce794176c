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

/** Signs, steles, old books and letters from elsewhere keep their traditional characters, and so do lessons about them. */
const OF_OLD =
  /匾|碑|刻|题[着写词字]|对联|春联|楹联|家谱|族谱|祠|庙|牌坊|墓|古[人书籍文诗]|诗|曰|繁体|老版|旧版|线装|书法|毛笔|台湾|香港|澳门|港澳|海外|华侨|落款|印[着章]|写着|写道|上写|写的|封面|书名|招牌|牌子|店名|这个字|怎么读|念作/;
const MAX_QUOTATION_LENGTH = 60;
const OPENING = '“‘「『《〈';
const CLOSING = '”’」』》〉';

/** The quotation that contains the range from `index` to `end`, with its marks; undefined if there is none. */
export function quotationAround(text: string, index: number, end: number): string | undefined {
  const before = text.slice(Math.max(0, index - MAX_QUOTATION_LENGTH), index);
  const at = Math.max(...Array.from(OPENING, (mark) => before.lastIndexOf(mark)));
  if (at < 0 || Array.from(CLOSING).some((mark) => before.lastIndexOf(mark) > at)) return undefined;
  const close = CLOSING[OPENING.indexOf(before.charAt(at))] ?? '';
  const after = text.slice(end, end + MAX_QUOTATION_LENGTH).indexOf(close);
  return after < 0 ? undefined : before.slice(at) + text.slice(index, end + after + 1);
}

/** Whether the text around a quotation says that its characters are those of a sign, an old book or another region. */
export function isOldQuotation(text: string, index: number, end: number): boolean {
  if (quotationAround(text, index, end) === undefined) return false;
  return OF_OLD.test(sentenceAround(text, index));
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
