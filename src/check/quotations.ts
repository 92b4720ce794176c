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
  /(?:1[0-9]\d\d|200\d)年|年间|光绪|光緒|民国|民國|清代|明代|档案|檔案|地契|契约|账本|對聯|家譜|族譜|古[籍書]|匾|碑|刻|题[着写词字]|对联|春联|楹联|家谱|族谱|祠|庙|牌坊|墓|古[人书籍文诗]|诗|曰|繁体|老版|旧版|线装|书法|毛笔|台湾|香港|澳门|港澳|海外|华侨|落款|印[着章]|写着|写道|上写|写的|封面|书名|招牌|牌子|店名|这个字|怎么读|念作|标语|旧标题|年代|[县州府]志|格言|古训|家训|抄[了着]|》[：:]$/;
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
  const quotation = quotationAround(text, index, end);
  if (quotation === undefined) return false;
  // 碑文：“闔村公議。如有恃強霸水者，罰錢。”: the words before the quotation are about all of its sentences.
  const start = text.lastIndexOf(quotation.charAt(0), index);
  return OF_OLD.test(sentenceAround(text, index)) || OF_OLD.test(sentenceAround(text, start));
}

/** Words of a sentence about garbled characters: what a reader saw, and why. */
const ABOUT_GARBLE = /乱码|乱字|错码|编码|解码|转码|字符集|字样|显示[为成]|变成了?|UTF-?8|GBK/i;

/** Whether the range is a quotation of garbled text in a sentence that explains it: 收到“锟斤拷”，是编码弄错了. */
export function isExplainedGarble(text: string, index: number, end: number): boolean {
  // Garbled text and its quotation marks may have been found as one.
  const [from, to] = [
    OPENING.includes(text.charAt(index)) ? index + 1 : index,
    CLOSING.includes(text.charAt(end - 1)) ? end - 1 : end,
  ];
  if (quotationAround(text, from, to) === undefined) return false;
  const before =
    text
      .slice(Math.max(0, from - MAX_SENTENCE_LENGTH), from)
      .split(SENTENCE_END)
      .at(-1) ?? '';
  const after = text.slice(to, to + MAX_SENTENCE_LENGTH).split(SENTENCE_END)[0] ?? '';
  return ABOUT_GARBLE.test(before) || ABOUT_GARBLE.test(after);
}

const SENTENCE_END = /[。！？\n]/;

/** Words of a sentence about wrong text: what somebody wrote, how a fraud is recognised. */
const ABOUT_ERRORS =
  /错别?字|别字|[写打印念认读]错|[写打印][成作]|写混|写反|误[写作为]|(?:那|这|都)?[是算]错的|不对|应[当该]?[写作]|应为|正确(?:的|写法)|骗子|假的|认出|校对|改正|不能写|不要写/;

/**
 * Whether the range is quoted in a sentence that speaks of wrong text, or in the one before or behind it: 有人写成“报消”，那是错的. The writer
 * shows it on purpose.
 */
export function isMentioned(text: string, index: number, end: number): boolean {
  if (quotationAround(text, index, end) === undefined) return false;
  const near = text.slice(Math.max(0, index - MAX_SENTENCE_LENGTH), end + MAX_SENTENCE_LENGTH);
  return ABOUT_ERRORS.test(near);
}

/** Words of a sentence about single characters: an entry of a dictionary, names of elements, notation. */
const ABOUT_CHARACTERS =
  /[旧古也]同|同“|异体|字典|词典|三叠字|叠字|生僻字|减字谱|指法|部首|偏旁|笔画|元素|读音|怎么读|念作|这个字|这几个字|造字|用字|大写/;

/** Whether the sentence around the character at `index` explains it. */
export function isExplainedCharacter(text: string, index: number): boolean {
  if (text.charAt(index - 1) === '【' && /^[^】]{1,3}】/u.test(text.slice(index, index + 4))) return true;
  return ABOUT_CHARACTERS.test(sentenceAround(text, index));
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
