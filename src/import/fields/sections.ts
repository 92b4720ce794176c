/**
 * Finds the part of a text that is about one subject, by its heading, and takes it apart: who qualifies, what to bring, which steps. Only
 * what stands there is taken, in the words of the text.
 */
import { sentences } from './money.ts';

/** A subject by the words of its headings. */
export interface Subject {
  /** Matches the whole heading without its number. */
  heading: RegExp;
  /** Matches the beginning of a sentence that says it without a heading; what follows is the content. */
  sentence?: RegExp;
}

export interface Section {
  /** The heading or the sentence, as it stands. */
  heading: string;
  items: string[];
  /** The lines that it takes, from the heading on; absent for a part of a line. */
  lines?: { start: number; end: number };
}

/** Longer headings are sentences. */
const MAX_HEADING_LENGTH = 24;
/** More items than any leaflet has: the finder took a whole text for a list. */
const MAX_ITEMS = 20;

/** The numbers of parts and items, from the highest. */
const NUMBERS: readonly RegExp[] = [
  /^第[一二三四五六七八九十百零\d]+章\s*/u,
  /^第[一二三四五六七八九十百零\d]+条\s*/u,
  /^[一二三四五六七八九十]{1,3}、\s*/u,
  /^[（(][一二三四五六七八九十]{1,3}[）)]\s*/u,
  /^(?:第[一二三四五六七八九十\d]+步|步骤[一二三四五六七八九十\d]+)\s*[：:、，.]?\s*/u,
  /^\d{1,2}\s*[.．、)）](?!\d(?!0\d\d年))\s*/u,
  /^[（(]\d{1,2}[）)]\s*/u,
  /^[①-⑳]\s*/u,
];
const FIRST_OF_ITEMS = 3;

const rankOf = (line: string) => {
  const rank = NUMBERS.findIndex((number) => number.test(line));
  return rank < 0 ? NUMBERS.length : rank;
};
const withoutNumber = (line: string) => {
  const number = NUMBERS[rankOf(line)];
  return (number ? line.replace(number, '') : line).trim();
};
const withoutEnd = (text: string) => text.replace(/[；;。，,、]+$/u, '').trim();

/** The first section about the subject, by a heading before by a sentence; undefined without one, or if it has no items. */
export function findSection(lines: readonly string[], subject: Subject): Section | undefined {
  for (const sectionOf of [sectionAt, sentenceAt]) {
    for (const index of lines.keys()) {
      const found = sectionOf(lines, index, subject);
      const items = found?.items.map((item) => withoutAnnouncement(item, subject)).filter(Boolean) ?? [];
      if (found !== undefined && items.length > 0 && items.length <= MAX_ITEMS) return { ...found, items };
    }
  }
  return undefined;
}

/** 补贴对象为种地的农民 below the heading 补贴对象 is 种地的农民. */
function withoutAnnouncement(item: string, { sentence }: Subject): string {
  const match = sentence?.exec(item);
  return match?.index === 0 ? item.slice(match[0].length) : item;
}

/** A section whose heading is a line, or stands before a colon or a full stop: 一、对象。实际种粮的农户。 */
function sectionAt(lines: readonly string[], index: number, { heading }: Subject): Section | undefined {
  const line = (lines[index] ?? '').trim();
  const [, title = '', rest = ''] = /^(.{2,24}?)(?:[：:。]\s*(.*))?$/u.exec(withoutNumber(line)) ?? [];
  const bare = title.trim().replace(/[（(][^（()）]*[）)]$/u, '');
  if (!heading.test(bare) || bare.length > MAX_HEADING_LENGTH) return undefined;
  if (rest !== '' && !/[：:]$/u.test(rest)) {
    return { heading: title, items: itemsOfText(rest), lines: { start: index, end: index + 1 } };
  }
  return listBelow(lines, index, title);
}

/** The items of the lines below a line, with the sentence that announces them behind the heading. */
function listBelow(lines: readonly string[], index: number, title: string): Section {
  const { below, end } = linesBelow(lines, index);
  const said = below.find((line) => /[：:]$/u.test(line));
  const heading = said === undefined ? title : `${title}：${said}`;
  return { heading, items: itemsOfLines(below), lines: { start: index, end } };
}

/** A sentence that says it: 申请时提交以下材料： or 保障对象为失去父母的儿童。 */
function sentenceAt(lines: readonly string[], index: number, { sentence }: Subject): Section | undefined {
  const line = lines[index] ?? '';
  for (const each of sentences([line])) {
    const match = sentence?.exec(each);
    if (!match) continue;
    const rest = line.slice(line.indexOf(each) + match.index + match[0].length).trim();
    if (rest === '') return listBelow(lines, index, each);
    const isWhole = line.trim().endsWith(rest) && line.trim().startsWith(each);
    return {
      heading: each,
      items: itemsOfText(rest),
      ...(isWhole && { lines: { start: index, end: index + 1 } }),
    };
  }
  return undefined;
}

/** 下列人员不发给补助： begins a list of its own: its items must never be taken for those who qualify. */
const ANNOUNCES_EXCLUDED = /(?:不(?:予|得|能|再|享受|纳入|列入|属于|在|发|给|参加)|除外)[^。；]{0,24}[：:]$/u;

/** The lines up to the next heading of the same rank; below a heading without number, up to the next short line. */
function linesBelow(lines: readonly string[], index: number): { below: string[]; end: number } {
  const rank = rankOf((lines[index] ?? '').trim());
  const below: string[] = [];
  let end = index + 1;
  for (; end < lines.length; end += 1) {
    const line = (lines[end] ?? '').trim();
    if (line === '') continue;
    const own = rankOf(line);
    const isNext = rank < NUMBERS.length ? own <= rank : own < FIRST_OF_ITEMS || isBareHeading(line, below);
    if (isNext || isSignature(line) || (below.length > 0 && ANNOUNCES_EXCLUDED.test(line))) break;
    below.push(line);
  }
  return { below, end };
}

/** A short line that ends in no mark, behind lines that do or that are numbered, is the next heading. */
function isBareHeading(line: string, above: readonly string[]): boolean {
  if (above.length === 0 || rankOf(line) < NUMBERS.length) return false;
  const last = above.at(-1) ?? '';
  if (/[：:]\S/u.test(line)) return true;
  return !/[。；：，、]$/u.test(line) && (/[。；]$/u.test(last) || rankOf(last) < NUMBERS.length);
}

/** The name of the office and the day below the text, and what is attached. */
const isSignature = (line: string) =>
  /^(?:附件|抄送|特此)/u.test(line) ||
  /^(?:\d{4}|[二〇○零一三四五六七八九十]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日$/u.test(
    line,
  ) ||
  /^[\p{Script=Han}]{3,20}(?:政府|办公室|委员会|局|厅|院|中心|联合会)$/u.test(line);

/** The numbered lines; without numbers, the lines. A line that announces a list is none of it. */
function itemsOfLines(lines: readonly string[]): string[] {
  const numbered = lines.filter((line) => rankOf(line) >= FIRST_OF_ITEMS && rankOf(line) < NUMBERS.length);
  const [only, ...others] = numbered;
  if (only !== undefined && others.length === 0) return itemsOfText(only);
  if (only !== undefined) {
    const highest = Math.min(...numbered.map(rankOf));
    return numbered.filter((line) => rankOf(line) === highest).map((line) => withoutEnd(withoutNumber(line)));
  }
  const said = lines.filter((line) => !/[：:]$/u.test(line));
  return said.length === 1 ? itemsOfText(withoutNumber(said[0] ?? '')) : said.map(withoutEnd).filter(Boolean);
}

/** The parts of a text on one line: numbered ones, those between arrows, those between semicolons. */
function itemsOfText(text: string): string[] {
  const marked = text
    .split(
      /(?=[（(][一二三四五六七八九十\d]{1,3}[）)])|(?=[①-⑳])|(?<=^|[；。;，\s])(?=\d{1,2}\s*[.．、](?!\d(?!0\d\d年)))/u,
    )
    .filter((part) => rankOf(part) < NUMBERS.length);
  if (marked.length > 1) return marked.map((part) => withoutEnd(withoutNumber(part)));
  const chain = text.split(/(?<=[\p{Script=Han}）])\s*(?:[—－–─]+|-+>?)\s*(?=\p{Script=Han})/u);
  if (chain.length > 2) return chain.map((part) => withoutEnd(withoutNumber(part)));
  const parts = withoutNumber(text)
    .split(/\s*(?:→|—>|->|－>|；|;)\s*/u)
    .map(withoutEnd)
    .filter(Boolean);
  return parts;
}
