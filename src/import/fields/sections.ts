/**
 * Takes a text apart into sections that are about one subject: a heading with the lines below, a label with what follows its colon, a
 * question with its answer, a sentence that announces a list. Only what stands there is taken, in the words of the text.
 */
import { FIRST_ITEM_RANK, isBullet, isItem, NO_RANK, rankOf, withoutNumber } from './line-numbers.ts';
import { announcedSubject, MAX_HEADING_LENGTH, type Subject, subjectOf } from './subject-words.ts';

export interface Section {
  subject: Subject;
  /** The heading without its number, or the sentence that announces the list, without its mark. */
  heading: string;
  /** Whether a heading says the subject, and not a sentence. */
  hasHeading: boolean;
  /** What it consists of: the lines below, or the rest of the line. */
  body: string[];
  /** The lines that it takes, from the heading on. */
  lines: { start: number; end: number };
}

/** The sections of the lines in order; one inside another of the same subject is left out, and those without content. */
export function sectionsOf(lines: readonly string[]): Section[] {
  const found: Section[] = [];
  for (const index of lines.keys()) {
    for (const section of [headedSection(lines, index), ...announcedSections(lines, index)]) {
      if (section === undefined || section.body.length === 0) continue;
      const isInside = found.some(
        ({ subject, lines: { start, end } }) =>
          subject === section.subject && start <= index && index < end && section.body.length > 0,
      );
      if (!isInside) found.push(section);
    }
  }
  return found;
}

interface Heading {
  title: string;
  rest: string;
}

const QUESTION = /^(?:问|[QＱ]\d{0,2})\s*[：:.、]?\s*/u;
const ANSWER = /^(?:答|[AＡ]\d{0,2})\s*[：:.、]\s*/u;
const HEADING = /^(.{2,24}?)(?:[：:？?]\s*(.*))?$/u;
/** 一、对象。实际种粮的农户: a full stop ends a heading only behind a number. */
const NUMBERED_HEADING = /^(.{2,14}?)(?:[：:。？?]\s*(.*))?$/u;

/** Blanks between letters, as in 程　序. */
const SPREAD = /^(?:\p{Script=Han}[ \u3000]+)+\p{Script=Han}$/u;

/** A line as a heading, with what stands behind its mark: 一、对象。实际种粮的农户. */
export function headingOf(line: string): Heading {
  const spread = withoutNumber(line.trim()).replace(QUESTION, '');
  const bare = SPREAD.test(spread) ? spread.replace(/\s/gu, '') : spread;
  const numbered = rankOf(line.trim()) < NO_RANK ? NUMBERED_HEADING.exec(bare) : null;
  const [, title = '', rest = ''] = numbered ?? HEADING.exec(bare) ?? [];
  return { title: title.trim(), rest: rest.replace(ANSWER, '').trim() };
}

function headedSection(lines: readonly string[], index: number): Section | undefined {
  const { title, rest } = headingOf(lines[index] ?? '');
  const subject = subjectOf(title);
  // 空置房屋不享受补贴。 is a sentence.
  const isSentence = rest === '' && /[。；]$/u.test(lines[index] ?? '');
  // 高龄津贴怎么领？ above ——办事指引 is the title.
  const isTitle = /^[—–]/u.test((lines[index + 1] ?? '').trim());
  if (subject === undefined || isSentence || isTitle) return undefined;
  if (rest !== '' && !/[：:]$/u.test(rest)) {
    const end = endOfItems(lines, index, rest);
    const body = [rest, ...lines.slice(index + 1, end)];
    return { subject, heading: title, hasHeading: true, body, lines: { start: index, end } };
  }
  const { body, end } = linesBelow(lines, index, subject);
  const said = rest === '' ? title : `${title}：${rest.replace(/[：:]$/u, '')}`;
  return { subject, heading: said, hasHeading: true, body, lines: { start: index, end } };
}

/** The end of a list whose first item stands on the line of its label: 材料：1.身份证；. */
function endOfItems(lines: readonly string[], index: number, rest: string): number {
  let end = index + 1;
  const rank = rankOf(rest);
  while (isItem(rest) && rankOf(lines[index] ?? '') < rank && rankOf((lines[end] ?? '').trim()) === rank)
    end += 1;
  return end;
}

/** A sentence with a colon, up to the colon. */
const BEFORE_COLON = /[^。；！？：:]{4,90}[：:]/gu;

/** A list up to its full stop, with what some have to add: 。请人代办的，另附委托书. */
const LIST_AND_CASES = /^[^。！？]*(?:。[^。！？]{2,20}的[，,]?(?:另|还|须|需)[^。！？]*)*/u;

/** The lists that sentences of a line announce: 申请时提交以下材料：. */
function announcedSections(lines: readonly string[], index: number): Section[] {
  const line = (lines[index] ?? '').trim();
  return Array.from(line.matchAll(BEFORE_COLON)).flatMap(({ 0: sentence, index: at }): Section[] => {
    const subject = announcedSubject(sentence);
    if (subject === undefined) return [];
    const rest = line.slice(at + sentence.length).trim();
    const heading = withoutNumber(sentence.trim()).replace(/[：:]$/u, '');
    // What stands before the sentence is of the section above.
    const start = at === 0 || isItem(line) ? index : index + 1;
    if (rest === '') {
      const { body, end } = linesBelow(lines, index, subject);
      return [{ subject, heading, hasHeading: false, body, lines: { start, end: Math.max(start, end) } }];
    }
    const body = [isItem(rest) ? rest : (LIST_AND_CASES.exec(rest)?.[0] ?? rest)];
    return [{ subject, heading, hasHeading: false, body, lines: { start, end: index + 1 } }];
  });
}

/** The lines up to the next heading of the same rank; below a heading without number, up to the next short line. */
function linesBelow(
  lines: readonly string[],
  index: number,
  subject: Subject,
): { body: string[]; end: number } {
  const heading = (lines[index] ?? '').trim();
  const rank = rankOf(heading);
  const above = rank < NO_RANK ? rank : enclosingRank(lines, index);
  const body: string[] = [];
  let end = index + 1;
  for (; end < lines.length; end += 1) {
    const line = (lines[end] ?? '').trim();
    if (line === '') continue;
    const own = rankOf(line);
    const isNext = isBullet(heading)
      ? own < FIRST_ITEM_RANK || line.startsWith(heading.slice(0, 1))
      : rank < NO_RANK
        ? own <= rank
        : own < FIRST_ITEM_RANK || own <= above || isBareHeading(line, body);
    const isInChapter = rank === 0;
    if (isNext || isSignature(line) || (!isInChapter && isOtherSubject(line, subject))) break;
    if (isInChapter && isOfOtherArticle(lines, end, index, subject)) {
      // 持下列材料向乡镇申请： is a step itself.
      if (subject === 'steps' && own === 1) body.push(line.replace(/[：:]$/u, ''));
      continue;
    }
    const next = nextList(line, subject);
    body.push(line.slice(0, next).replace(ANSWER, ''));
    if (next !== undefined) break;
  }
  return { body, end };
}

/** Below a chapter, a list is of the article that announces it: 津贴按下列标准发放： says nothing about who gets it. */
function isOfOtherArticle(lines: readonly string[], at: number, chapter: number, subject: Subject): boolean {
  const line = (lines[at] ?? '').trim();
  const article = isItem(line)
    ? lines.slice(chapter + 1, at).findLast((above) => rankOf(above.trim()) === 1)
    : line;
  if (article === undefined || rankOf(article.trim()) !== 1 || !/[：:]$/u.test(article.trim())) return false;
  return announcedSubject(article.trim()) !== subject;
}

/** The rank of the numbered heading above a line; -1 without one. */
function enclosingRank(lines: readonly string[], index: number): number {
  const heading = lines.slice(0, index).findLast((line) => rankOf(line) <= FIRST_ITEM_RANK);
  if (heading === undefined || /[。；，：:]/u.test(heading) || heading.length > MAX_HEADING_LENGTH) return -1;
  return rankOf(heading);
}

/** 下列人员不发给补助： among those who qualify begins a list of its own, as does 报名材料：. */
function isOtherSubject(line: string, subject: Subject): boolean {
  if (isItem(line) && !/[：:]$/u.test(line)) return false;
  const { title, rest } = headingOf(line);
  const own = /[。；]$/u.test(line) && rest === '' ? undefined : subjectOf(title);
  const first = /^[^。；：:]*[：:]/u.exec(line)?.[0];
  const next = first === undefined ? own : (announcedSubject(first) ?? own);
  return next !== undefined && next !== subject && next !== 'other';
}

/** Where a sentence in the line announces a list of another subject; undefined if none does. */
function nextList(line: string, subject: Subject): number | undefined {
  const found = Array.from(line.matchAll(BEFORE_COLON)).find(({ 0: sentence, index }) => {
    const next = index > 0 ? announcedSubject(sentence) : undefined;
    return next !== undefined && next !== subject;
  });
  return isItem(line) ? undefined : found?.index;
}

/** A short line that ends in no mark, behind lines that do or that are numbered, is the next heading. */
function isBareHeading(line: string, above: readonly string[]): boolean {
  if (rankOf(line) < NO_RANK) return false;
  if (/^.{2,24}[？?]$/u.test(line)) return true;
  const last = above.at(-1);
  if (last === undefined) return false;
  if (/[：:]\S/u.test(line)) return true;
  return !/[。；：:，、]$/u.test(line) && (/[。；]$/u.test(last) || rankOf(last) < NO_RANK);
}

/** The name of the office and the day below the text, and what is attached. */
const isSignature = (line: string) =>
  /^(?:附[件录表]|抄送|特此)/u.test(line) ||
  /^(?:\d{4}|[二〇○零一三四五六七八九十]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日$/u.test(
    line,
  ) ||
  /^(?:[\p{Script=Han}]{3,20}(?:政府|办公室|委员会|局|厅|院|中心|联合会|公司)[\s\u3000]*)+$/u.test(line);
