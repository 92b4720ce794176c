/**
 * Finds the title and the headings of a text without heading styles: official documents seldom use the styles of Word, but they all number
 * their parts 第一章, 一、, （一） and 1., and their titles end in 通知, 办法, 方案 and the like.
 */
import type { Element, Root, RootContent } from 'hast';
import { treeText } from '../markup/index.ts';

/** The maximum length of a numbered line that is a heading and not a paragraph. */
const MAX_HEADING_LENGTH = 24;
/** The maximum length of a title, and the maximum number of paragraphs above it: the issuer's name, the number. */
const MAX_TITLE_LENGTH = 60;
const MAX_LINES_ABOVE_TITLE = 5;

const KIND_OF_TEXT =
  /(?:通知|公告|通告|公示|办法|方案|意见|细则|规定|决定|指南|指引|问答|告知书|告示|明白[纸卡]|启事|说明|简介|倡议书|须知|通报|函|批复|条例|规划|计划|章程|制度)(?:[（(].{1,8}[）)])?$/u;

/** How a title is looked for. */
export interface TitleSearch {
  /** Whether one is looked for at all, if no heading is the title. */
  withTitle: boolean;
  /** Whether the first line is one by its place alone, and not only by its last word. */
  anyTitle: boolean;
}

/** Converts paragraphs that are headings. With headings of parts in the page its other paragraphs stay as they are. */
export function findHeadings(page: Root, { withTitle, anyTitle }: TitleSearch): Root {
  const { paragraphs, titles, parts } = outlineOf(page);
  const isTitled = titles.length === 1 || titles.some(({ isFirst }) => isFirst);
  const title =
    isTitled || !withTitle
      ? []
      : findTitle(
          paragraphs.filter(({ afterHeading }) => !afterHeading),
          anyTitle,
        );
  const levels = parts > 0 || titles.length > 1 ? new Map<Element, string>() : levelsOf(paragraphs);
  const [first, ...others] = title;
  if (first !== undefined) levels.set(first, 'h1');
  if (levels.size === 0) return page;
  return {
    ...page,
    children: renamed(page.children, { levels, others, demote: title.length > 0 && titles.length > 0 }),
  };
}

interface Paragraph {
  element: Element;
  text: string;
  afterHeading: boolean;
}

interface Outline {
  /** The paragraphs outside lists and tables, in order. */
  paragraphs: Paragraph[];
  /** The headings of the first level, and whether no text stands above. */
  titles: { isFirst: boolean }[];
  /** The number of other headings. */
  parts: number;
}

function outlineOf(page: Root): Outline {
  const outline: Outline = { paragraphs: [], titles: [], parts: 0 };
  const visit = (nodes: readonly RootContent[]): void => {
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      const text = treeText(node).trim();
      if (node.tagName === 'h1') {
        const isFirst =
          outline.parts === 0 &&
          outline.titles.length === 0 &&
          !outline.paragraphs.some((each) => each.text !== '');
        outline.titles.push({ isFirst });
      } else if (/^h[2-6]$/.test(node.tagName)) outline.parts += 1;
      else if (node.tagName === 'p') {
        outline.paragraphs.push({
          element: node,
          text,
          afterHeading: outline.parts + outline.titles.length > 0,
        });
      } else if (isPart(node)) visit(node.children);
    }
  };
  visit(page.children);
  return outline;
}

/** Lines above a title: the name of the paper, the number, the secrecy, a day, an address to readers. */
const ABOVE_TITLE =
  /(?:文件|简报|纪要)$|[〔[［﹝(（]\d{4}[〕\]］﹞)）]\s*第?\s*\d+\s*号$|^(?:绝密|机密|秘密|特急|加急|急件|平急|附件|签发人|发布时间|来源)|^\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/u;

/** The paragraphs that are the title, two if it is broken in two lines: 关于……工作的 and 通知. */
function findTitle(paragraphs: readonly Paragraph[], anyTitle: boolean): Element[] {
  const isTitle = ({ text }: Paragraph, end = /[。！？；：，]$/u) =>
    text !== '' &&
    [...text].length <= MAX_TITLE_LENGTH &&
    !end.test(text) &&
    !NUMBER.test(text) &&
    !ABOVE_TITLE.test(text);
  const first = paragraphs.filter(({ text }) => text !== '').slice(0, MAX_LINES_ABOVE_TITLE);
  const named = first.findIndex(
    (paragraph) => isTitle(paragraph) && KIND_OF_TEXT.test(paragraph.text.replace(/\s/gu, '')),
  );
  const found = first[named];
  const byPlace = anyTitle ? first.find(({ text }) => !ABOVE_TITLE.test(text)) : undefined;
  // 老人免费体检开始了！ is a title on the first line only.
  const isByPlace =
    byPlace !== undefined && isTitle(byPlace, byPlace === first[0] ? /[。？；：，]$/u : undefined);
  const last = found ?? (isByPlace ? byPlace : undefined);
  if (last === undefined) return [];
  const main = found !== undefined && SUBTITLE.test(found.text) ? first[named - 1] : undefined;
  const above =
    found === undefined ? [] : main ? [main] : linesAboveTitle(first.slice(0, named), found, isTitle);
  const below = first[first.indexOf(last) + 1];
  const subtitle = below !== undefined && SUBTITLE.test(below.text) && isTitle(below) ? [below] : [];
  return [...above, last, ...subtitle].map(({ element }) => element);
}

/** ——免费筛查开始啦, below a title. */
const SUBTITLE = /^(?:——|――|--)\S|^[（(]\d{4}年[^（()）。]{0,10}(?:学期|年度|版|度)[）)]$/u;

const OFFICES =
  /^(?:[\p{Script=Han}]{3,20}(?:政府|办公室|委员会|局|厅|部|院|联合会|中心|指挥部|公司|[大支]队|协会|馆|站|所|医院|学校|银行)(?:等\d{1,2}(?:个)?(?:部门|单位))?[\s\u3000、]*)+$/u;

/**
 * The further lines of a title: what begins with 关于 above a line without it, 关于……工作的 and 通知, and the offices that issue the document
 * (GB/T 9704, 7.3.2).
 */
function linesAboveTitle(
  above: readonly Paragraph[],
  last: Paragraph,
  isTitle: (paragraph: Paragraph) => boolean,
): Paragraph[] {
  const start = /关于/u.test(last.text)
    ? above.length
    : above.findLastIndex((paragraph) => isTitle(paragraph) && /关于/u.test(paragraph.text));
  const isWhole = start >= 0 && above.slice(start).every((each) => isTitle(each));
  const from = isWhole ? start : above.length;
  const first = above[from] ?? last;
  if (!/^关于/u.test(first.text)) return above.slice(from);
  return above.slice(above.slice(0, from).findLastIndex(({ text }) => !OFFICES.test(text)) + 1);
}

/** The numbers of parts, from the highest; figures are headings only below a numbered part. */
const NUMBERS: readonly RegExp[] = [
  /^第[一二三四五六七八九十百零\d]+[章编]/u,
  /^第[一二三四五六七八九十百零\d]+节/u,
  /^[一二三四五六七八九十]+、/u,
  /^[（(][一二三四五六七八九十]+[）)]/u,
  /^\d{1,2}[.．、](?!\d(?!0\d\d年))/u,
  /^[（(]\d{1,2}[）)]/u,
];
const NUMBER = new RegExp(NUMBERS.map(({ source }) => source).join('|'), 'u');
const FIRST_OF_FIGURES = 4;

/** The levels of paragraphs that are headings by their numbers. */
function levelsOf(paragraphs: readonly Paragraph[]): Map<Element, string> {
  const ranked = paragraphs.map(({ element, text }, index) => ({ element, rank: rankOf(text), index }));
  const isOutlined = ranked.some(({ rank }) => rank !== undefined && rank < FIRST_OF_FIGURES);
  const used = ranked.filter(({ rank, index }) => {
    if (rank === undefined || !isOutlined) return false;
    return rank < FIRST_OF_FIGURES || isFigureHeading(paragraphs, ranked, index);
  });
  const ranks = [...new Set(used.map(({ rank }) => rank))].sort((a, b) => Number(a) - Number(b));
  // Two levels below the title are enough for the reader; the deepest share the last one.
  return new Map(used.map(({ element, rank }) => [element, `h${Math.min(4, ranks.indexOf(rank) + 2)}`]));
}

/**
 * Whether a line with a figure is a heading: there are others in its part, and each has text of its own below. Lines of figures one below
 * the other are a list.
 */
function isFigureHeading(
  paragraphs: readonly Paragraph[],
  ranked: readonly { rank: number | undefined }[],
  index: number,
): boolean {
  const own = ranked[index]?.rank ?? 0;
  const ends = (at: number) => at < 0 || at >= ranked.length || (ranked[at]?.rank ?? own) < own;
  let [start, end] = [index, index];
  while (!ends(start - 1)) start -= 1;
  while (!ends(end + 1)) end += 1;
  const alike = ranked
    .slice(start, end + 1)
    .flatMap(({ rank }, offset) => (rank === own ? [start + offset] : []));
  const hasText = (at: number) => {
    const next = at + 1 > end ? undefined : paragraphs[at + 1];
    return next !== undefined && next.text !== '' && !(NUMBERS[own]?.test(next.text) ?? false);
  };
  return alike.length > 1 && alike.every(hasText);
}

function rankOf(line: string): number | undefined {
  if ([...line].length > MAX_HEADING_LENGTH || /[。；，：]$/u.test(line)) return undefined;
  const rank = NUMBERS.findIndex((number) => number.test(line));
  return rank < 0 ? undefined : rank;
}

const isPart = ({ tagName }: Element) => !['ul', 'ol', 'table', 'blockquote'].includes(tagName);

interface Renaming {
  levels: ReadonlyMap<Element, string>;
  /** The further lines of the title, which join the first. */
  others: readonly Element[];
  /** Whether headings of the first level go down by one, as the title is none of them. */
  demote: boolean;
}

function renamed<N extends RootContent>(nodes: readonly N[], renaming: Renaming): N[] {
  const { levels, others, demote } = renaming;
  return nodes.flatMap((node): N[] => {
    if (node.type !== 'element') return [node];
    if (others.includes(node)) return [];
    const level = levels.get(node);
    if (level === 'h1') {
      return [
        {
          ...node,
          tagName: level,
          children: [...node.children, ...others.flatMap(({ children }) => children)],
        },
      ];
    }
    if (level !== undefined) return [{ ...node, tagName: level }];
    if (demote && /^h[1-5]$/.test(node.tagName))
      return [{ ...node, tagName: `h${Number(node.tagName[1]) + 1}` }];
    return [isPart(node) ? { ...node, children: renamed(node.children, renaming) } : node];
  });
}
