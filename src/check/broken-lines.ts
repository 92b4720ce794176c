/**
 * Lines of a paragraph that end in the middle of a sentence, as in text copied from a PDF of fixed width: the line has marks within, but
 * none at its end, and the next line continues; lines of one to four characters; or a line that begins with a mark.
 */

import { isPoem } from './form-blanks.ts';
import { wordAcross } from './similar-characters.ts';

export interface BrokenLine {
  /** The start of the line in the text. */
  index: number;
  line: string;
}

const MIN_LENGTH = 6;
/** Of the end of a line: a line may be as long as a document. */
const MAX_TESTED_LENGTH = 100;
const MIN_LENGTH_OF_WORD = 4;
const MIN_STUBS = 3;
const INNER_MARK = /\p{Script=Han}[，。；：、“”（）].*\p{Script=Han}$/u;
/** Lines with 、 only are a list, or the names of offices. */
const ENDS_CLAUSE = /[，。；：“”（）]/u;
/** The beginning of an item, a label or a new clause of a form. */
const BEGINS_ITEM =
  /^(?:[-*+>#|]|\d{1,3}[.．、)）]|[（(]?[一二三四五六七八九十]{1,3}[、）)]|第[一二三四五六七八九十\d]+[条章节]|[^，。；]{1,8}[：:])/u;
const IS_HAN = /^\p{Script=Han}/u;

/** The first broken line of each paragraph. */
export function brokenLinesIn(body: string): BrokenLine[] {
  const found: BrokenLine[] = [];
  let start = 0;
  for (const paragraph of body.split(/(?<=\n)[ \t]*\r?\n/)) {
    const lines = paragraph.split('\n').map((line) => line.replace(/\r$/, ''));
    const broken = lines.length > 1 && !isPoem(paragraph) ? firstBroken(lines) : undefined;
    if (broken !== undefined) {
      const before = lines.slice(0, broken).reduce((sum, line) => sum + line.length + 1, 0);
      found.push({ index: body.indexOf(lines[broken] ?? '', start + before), line: lines[broken] ?? '' });
    }
    start += paragraph.length;
  }
  return found;
}

function firstBroken(lines: readonly string[]): number | undefined {
  const isStub = (line: string) => /^\p{Script=Han}{1,4}$/u.test(line.trim());
  let stubs = 0;
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1]?.trim() ?? '';
    stubs = isStub(line) ? stubs + 1 : 0;
    if (stubs >= MIN_STUBS && isStub(next)) return at - stubs + 1;
    if (/^\p{Script=Han}$/u.test(line.trim()) && at > 0) return at - 1;
    if (
      line.trim() !== '' &&
      (BEGINS_WITH_MARK.test(next) || (ENDS_IN_NUMBER.test(line) && BEGINS_WITH_UNIT.test(next)))
    )
      return at;
    if (!IS_HAN.test(next) || BEGINS_ITEM.test(next) || line.startsWith('|') || line.includes('\t')) continue;
    const bare = line.trim();
    if (bare.length >= MIN_LENGTH_OF_WORD && wordAcross(bare, next) !== undefined) return at;
    if (IS_HEADING.test(bare)) continue;
    // 重新实地量 / 亩，机手: the rest of a word before a mark.
    if (
      bare.length >= MIN_LENGTH &&
      /\p{Script=Han}$/u.test(bare) &&
      /^\p{Script=Han}{1,2}[，。；]/u.test(next)
    )
      return at;
    if (
      bare.length >= MIN_LENGTH &&
      INNER_MARK.test(bare.slice(-MAX_TESTED_LENGTH)) &&
      (ENDS_CLAUSE.test(bare) || ENDS_CLAUSE.test(next)) &&
      !BEGINS_LABEL.test(bare)
    )
      return at;
  }
  return undefined;
}

/** 一、补贴对象: a heading needs no mark at its end. */
const IS_HEADING =
  /^(?:[（(]?(?:[一二三四五六七八九十]{1,3}|[甲乙丙丁戊己])[、）)]|\d{1,2}[.．、])[^，。；：]{1,20}$/u;
/** No line of Chinese begins with these. */
const BEGINS_WITH_MARK = /^[，。、；！？）”]/;
const ENDS_IN_NUMBER = /(?:^|[^-\d.])\d+(?:\.\d+)?\s*$/;
const BEGINS_WITH_UNIT = /^(?:[万亿]?[元人户亩吨斤]|[%％]|周?岁|个月)(?:$|[^\p{Script=Han}]|以)/u;

/** 时间：周六上午 */
const BEGINS_LABEL = /^[^，。；：]{1,4}[：:][^，。；]*$/u;
