/**
 * Markdown was made for words with spaces between them. In Chinese, `**截止日期：**六月` would not be bold, and
 * `5~10日…100~200元` would be struck through. Both are put right before the parse by two private characters,
 * which are taken out of every text again after it: one that stands between stars and punctuation, so that
 * the stars count as touching a word, and one that stands for a single tilde.
 */

const JOINER = '\uE000';
const TILDE = '\uE001';
const HAN = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';
const CJK = `${HAN}\\u3000-\\u303F\\uFF00-\\uFFEF“”‘’—…·`;
const MARK = '\\p{P}\\p{S}';

// A closing run: punctuation, stars, then a letter; an opening run: a letter, stars, then punctuation. A star behind
// a backslash is a star and no run.
const CLOSING = new RegExp(`([${MARK}])(?<![*\\\\])(\\*{1,3})(?=[^\\s${MARK}])`, 'gu');
const OPENING = new RegExp(`([^\\s${MARK}])(\\*{1,3})(?=[${MARK}])(?!\\*)`, 'gu');
const IS_CJK = new RegExp(`[${CJK}]`, 'u');

/** The source as the parser should see it. Lines stay; a column may move right, see `originalColumn`. */
export function prepareChinese(source: string): string {
  return source
    .replace(CLOSING, (whole, mark: string, stars: string, offset: number, all: string) => {
      const after = all.slice(offset + whole.length, offset + whole.length + 2);
      return IS_CJK.test(mark) || IS_CJK.test(after) ? `${mark}${JOINER}${stars}` : whole;
    })
    .replace(OPENING, (whole, before: string, _stars: string, offset: number, all: string) => {
      const mark = all.slice(offset + whole.length, offset + whole.length + 2);
      return IS_CJK.test(before) || IS_CJK.test(mark) ? `${whole}${JOINER}` : whole;
    })
    .replace(/(?<![~\\])~(?!~)/g, TILDE);
}

/** A text of the parsed tree as the editor wrote it; line ends between Chinese characters leave no gap. */
export function restoreText(text: string): string {
  return restore(text).replace(LINE_END, '');
}

const LINE_END = new RegExp(`(?<=[${CJK}])\\n(?=[${CJK}])`, 'gu');

/** Whether a line end in a text of the parsed tree leaves no gap, because Chinese stands on both sides of it. */
export function isLineEndToDrop(text: string, at: number): boolean {
  return text[at] === '\n' && IS_CJK.test(text[at - 1] ?? '') && IS_CJK.test(text[at + 1] ?? '');
}

/** An address or attribute of the parsed tree as the editor wrote it. */
export function restoreAttribute(value: string): string {
  return restore(value.replaceAll('%EE%80%80', JOINER).replaceAll('%EE%80%81', TILDE));
}

function restore(text: string): string {
  return text.replaceAll(JOINER, '').replaceAll(TILDE, '~');
}

/** The column in the editor's file for a column in the prepared source; both from 1. */
export function originalColumn(prepared: string, line: number, column: number): number {
  const before = (prepared.split('\n')[line - 1] ?? '').slice(0, column - 1);
  return column - (before.split(JOINER).length - 1);
}

/** One unit of the prepared source as the editor wrote it; empty for one that is none of the editor's. */
export function restoreUnit(unit: string): string {
  return unit === JOINER ? '' : unit === TILDE ? '~' : unit;
}

/** From an offset in the prepared source to the one in the editor's file. */
export function originalOffsets(prepared: string): (offset: number) => number {
  const joiners: number[] = [];
  for (let at = prepared.indexOf(JOINER); at >= 0; at = prepared.indexOf(JOINER, at + 1)) joiners.push(at);
  return (offset) => offset - joiners.filter((at) => at < offset).length;
}

/** The offset of a private character that would be mistaken for ours; -1 when there is none. */
export function findPrivateCharacter(source: string): number {
  return source.search(/[\uE000\uE001]/);
}
