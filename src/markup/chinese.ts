/**
 * Markdown assumes spaces between words. In Chinese, `**截止日期：**六月` would not be bold, `5~10日…100~200元` would be struck through,
 * `500*12个月…100*2元` would lose its stars, and `姓名：____，电话：____，` its blanks. Private characters, inserted before the parse and removed
 * from every text after it, correct all four.
 */
import { showStars } from './stars.ts';

/** Inserted between stars and punctuation, so that the stars count as touching a word. */
const JOINER = '\uE000';
/** An unused mark, STENOGRAPHIC FULL STOP: underscores next to it count as at the edge of a word. */
const EDGE = '\u2E3C';
/** An unused blank, OGHAM SPACE MARK: it ends or begins a web address. */
const GAP = '\u1680';
const TILDE = '\uE001';
const STAR = '\uE002';
/** Replacements of a line end in the parsed tree: nothing, a new line, or a new paragraph. Set by `settleTree`. */
export const LINE_BREAK = '\uE003';
export const PARAGRAPH_BREAK = '\uE004';
export const NO_BREAK = '\uE005';
const UNDERSCORE = '\uE006';

const HAN = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';
const CJK = `${HAN}\\u3000-\\u303F\\uFF00-\\uFFEF“”‘’—…·`;
const MARK = '\\p{P}\\p{S}';
const IS_CJK = new RegExp(`[${CJK}]`, 'u');

// A closing run: punctuation, stars or two tildes, then a letter; an opening run: a letter, the run, then punctuation. A run after a
// backslash is literal.
const CLOSING = new RegExp(`([${MARK}])(?<![*~\\\\])((?:\\*{1,3}|~~){1,2})(?=[^\\s${MARK}])`, 'gu');
const OPENING = new RegExp(`([^\\s${MARK}])((?:\\*{1,3}|~~){1,2})(?=[${MARK}])(?![*~])`, 'gu');
/** Bold by underscores, which must begin and end at the edge of a word; Chinese has no such edges. */
const UNDERSCORES = /(?<![_\\])__(?!_)(?![\s，。、；：！？）】》”])([^_\n]*[^_\s])__(?!_)/gu;
/** The blank of a form; nobody emphasises with four. */
const BLANK = /(?<![\\_])_{4,}/g;
const CJK_MARK = `[\\u3001-\\u303F\\uFF00-\\uFF0F\\uFF1A-\\uFF20\\uFF3B-\\uFF40\\uFF5B-\\uFF65“”‘’—…·]`;
const MARK_WITHIN = new RegExp(`^${CJK_MARK}|${CJK_MARK}$`, 'u');

/** The source for the parser. Lines are unchanged; a column may move right, see `originalColumn`. */
export function prepareChinese(source: string): string {
  const joined = (runs: string, before: string, after: string) =>
    runs.replace(/\*{1,3}|~~/g, (run) => `${before}${run}${after}`);
  return partBoldRuns(protectBlanks(showStars(source, STAR)))
    .replace(CLOSING, (whole, mark: string, runs: string, offset: number, all: string) => {
      const after = all.slice(offset + whole.length, offset + whole.length + 2);
      return isCjkBeside(mark, after) ? `${mark}${joined(runs, JOINER, '')}` : whole;
    })
    .replace(OPENING, (whole, before: string, runs: string, offset: number, all: string) => {
      const mark = all.slice(offset + whole.length, offset + whole.length + 2);
      return isCjkBeside(before, mark) ? `${before}${joined(runs, '', JOINER)}` : whole;
    })
    .replace(UNDERSCORES, (whole, inside: string) =>
      MARK_WITHIN.test(inside) ? `${EDGE}__${JOINER}${inside}${JOINER}__${EDGE}` : whole,
    )
    .replace(/(?<![~\\])~(?!~)/g, TILDE)
    .replace(ADDRESS, (address: string, offset: number, all: string) =>
      /[^\0-\x7F]/.test(all[offset + address.length] ?? '') ? `${address}${GAP}` : address,
    );
}

/**
 * A bare address, not one of a link or an attribute: Markdown extends it to the next blank, with all links and bold in the Chinese after
 * it.
 */
const ADDRESS = new RegExp(
  `(?<!\\]\\(|[<"'=]|\\]: ?)(?:https?://|www\\.)[\\x21-\\x7E${TILDE}${STAR}]+`,
  'giu',
);

/** A joiner counts as a Chinese neighbour, because it was inserted at one. */
function isCjkBeside(before: string, after: string): boolean {
  return IS_CJK.test(before) || IS_CJK.test(after) || after.startsWith(JOINER);
}

/** Splits four stars that close one bold run and open the next, `**甲、****乙、**`. */
function partBoldRuns(source: string): string {
  if (!source.includes('****')) return source;
  return source
    .split('\n')
    .map((line) => (line.includes('****') && IS_CJK.test(line) ? partInLine(line) : line))
    .join('\n');
}

/** Protects the blanks of forms; alone on a line, underscores are a rule across the page. */
function protectBlanks(source: string): string {
  if (!source.includes('____')) return source;
  const protect = (line: string) => line.replace(BLANK, (blank) => UNDERSCORE.repeat(blank.length));
  return source
    .split('\n')
    .map((line) => (line.includes('____') && /[^_\s]/.test(line) ? protect(line) : line))
    .join('\n');
}

function partInLine(line: string): string {
  const last = line.lastIndexOf('**');
  let isOpen = false;
  return line.replace(/\*+/g, (run, at: number) => {
    if (run.length === 4 && isOpen && at + 4 < last && /\S/.test(line[at + 4] ?? ' ')) return `**${JOINER}**`;
    if (run.length === 2 || run.length === 3) isOpen = !isOpen;
    return run;
  });
}

/** A text of the parsed tree as the editor wrote it; each line break becomes a newline. */
export function restoreText(text: string): string {
  if (!hasPrivateCharacter(text)) return text;
  return restore(text)
    .replaceAll(LINE_BREAK, '\n')
    .replaceAll(PARAGRAPH_BREAK, '\n')
    .replaceAll(NO_BREAK, '');
}

/** An address or attribute of the parsed tree, with the editor's own characters. */
export function restoreAttribute(value: string): string {
  return restoreText(decodePrivate(value));
}

/** Decodes the private characters that the parser percent-encodes in addresses. */
function decodePrivate(value: string): string {
  return value.replace(/%EE%80%8[0-6]|%E2%B8%BC|%E1%9A%80/g, (encoded) => decodeURIComponent(encoded));
}

function restore(text: string): string {
  return text.replace(ADDED, '').replaceAll(TILDE, '~').replaceAll(STAR, '*').replaceAll(UNDERSCORE, '_');
}

/** Converts a column in the prepared source to the column in the editor's file; both from 1. */
export function originalColumn(prepared: string, line: number, column: number): number {
  const before = (prepared.split('\n')[line - 1] ?? '').slice(0, column - 1);
  return column - (before.match(ADDED)?.length ?? 0);
}

/** The characters added to the editor's own in the prepared source. */
const ADDED = new RegExp(`[${JOINER}${EDGE}${GAP}]`, 'g');

function isAdded(unit: string | undefined): boolean {
  return unit === JOINER || unit === EDGE || unit === GAP;
}

/** One unit of the parsed tree as visible to readers: empty for an added character, a space for a line end. */
export function restoreUnit(unit: string): string {
  return unit === '\n' ? ' ' : restoreText(unit);
}

/** A text of the parsed tree, each unit as in the prepared source: with the original line ends. */
export function withLineEnds(text: string): string {
  return text.replace(/[\uE003-\uE005]/g, '\n');
}

/** Converts an offset in the prepared source to the one in the editor's file. */
export function originalOffsets(prepared: string): (offset: number) => number {
  if (prepared.search(ADDED) < 0) return (offset) => offset;
  const before = new Uint32Array(prepared.length + 1);
  for (let at = 0; at < prepared.length; at += 1) {
    before[at + 1] = (before[at] ?? 0) + (isAdded(prepared[at]) ? 1 : 0);
  }
  return (offset) => offset - (before[Math.min(offset, prepared.length)] ?? 0);
}

const PRIVATE = /[\uE000-\uE006\u2E3C\u1680]/;

/** Whether a text of the parsed tree differs from what the editor wrote: few do. */
export function hasPrivateCharacter(text: string): boolean {
  return PRIVATE.test(text);
}

/** The offset of a private character that would be confused with ours; -1 without one. */
export function findPrivateCharacter(source: string): number {
  return source.search(PRIVATE);
}
