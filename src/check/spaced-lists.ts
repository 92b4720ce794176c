/** Spaces that separate on purpose: the names of a by-line, and lists of three words or more between marks. */
import { FIELD_WORDS } from './field-words.ts';
import { isWord } from './person-names/segmenter.ts';

const ONE_SPACE = /^[ \u3000]$/;
const BYLINE_BEFORE =
  /(?:记者|通讯员|实习生|作者|编辑|摄影|撰文|供稿|校对)(?:[ \u3000]\p{Script=Han}{2,4}){0,3}$/u;
const BYLINE_AFTER = /^(?:\p{Script=Han}{2,4}[ \u3000])?[摄文图绘](?!\p{Script=Han})/u;
const MAX_BYLINE_LENGTH = 20;
const MAX_SIGNED_LENGTH = 7;

/** Whether the space from `from` to `to` is one of a by-line: 本报记者 李娜 熊静, 张宏 摄. */
export function isByline(text: string, from: number, to: number): boolean {
  if (!ONE_SPACE.test(text.slice(from, to))) return false;
  const before = text.slice(Math.max(0, from - MAX_BYLINE_LENGTH), from);
  return BYLINE_BEFORE.test(before) || BYLINE_AFTER.test(text.slice(to, to + MAX_SIGNED_LENGTH));
}

/** 星期一 程立新, 3日 谢玉柱: a day of a roster and who is on duty. */
const SHIFT_BEFORE =
  /(?:(?:周|星期|礼拜)[一二三四五六日天]|[上下]午|晚上|[早中晚白夜]班|\d[日号]|[一二三四五六七八九十]日)$/u;
const ON_DUTY = /^\p{Script=Han}{2,4}(?=$|[，。；、\s（(])/u;
const MAX_SHIFT_LENGTH = 4;

/** Whether the space separates a day of a roster from a name, or a name from the next day. */
export function isRoster(text: string, from: number, to: number): boolean {
  if (!ONE_SPACE.test(text.slice(from, to))) return false;
  return (
    SHIFT_BEFORE.test(text.slice(Math.max(0, from - MAX_SHIFT_LENGTH), from)) &&
    ON_DUTY.test(text.slice(to, to + MAX_SIGNED_LENGTH))
  );
}

const ITEMS_BEFORE = /(?<=^|\P{Script=Han})(?:\p{Script=Han}{2,6}[ \u3000])*\p{Script=Han}{2,6}$/u;
const ITEMS_AFTER = /^\p{Script=Han}{2,6}(?:[ \u3000]\p{Script=Han}{2,6})*(?=$|[^\p{Script=Han} \u3000])/u;
const MAX_ITEMS_LENGTH = 80;
const MIN_ITEMS = 3;
/** As many of the same length are no clause that was divided: 立春 雨水 惊蛰 春分. */
const MIN_EQUAL_ITEMS = 4;

/** Whether the space is one of a list, and splits no word: 户口本 身份证 银行卡. */
export function isSpacedList(text: string, from: number, to: number): boolean {
  const space = text.slice(from, to);
  if (!ONE_SPACE.test(space)) return false;
  const [before] = ITEMS_BEFORE.exec(text.slice(Math.max(0, from - MAX_ITEMS_LENGTH), from)) ?? [];
  const [after] = ITEMS_AFTER.exec(text.slice(to, to + MAX_ITEMS_LENGTH)) ?? [];
  if (before === undefined || after === undefined) return false;
  const items = `${before} ${after}`.split(/[ \u3000]/);
  if (items.length < MIN_ITEMS) return false;
  const isEven = items.every(({ length }) => length === items[0]?.length);
  if (isEven && items.length >= MIN_EQUAL_ITEMS) return true;
  if (items.every((item) => FIELD_WORDS.has(item) || isWord(item))) return true;
  return !items.some((item, at) => at > 0 && isWord((items[at - 1] ?? '').slice(-1) + item.charAt(0)));
}
