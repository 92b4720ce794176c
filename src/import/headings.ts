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
  /(?:通知|公告|通告|公示|办法|方案|意见|细则|规定|决定|指南|说明|简介|倡议书|须知|通报|函|批复|条例|规划|计划|章程|制度)(?:[（(].{1,8}[）)])?$/u;

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
      ? undefined
      : findTitle(
          paragraphs.filter(({ afterHeading }) => !afterHeading),
          anyTitle,
        );
  const levels = parts > 0 || titles.length > 1 ? new Map<Element, string>() : levelsOf(paragraphs);
  if (title !== undefined) levels.set(title, 'h1');
  if (levels.size === 0) return page;
  const demote = title !== undefined && titles.length > 0;
  return { ...page, children: renamed(page.children, levels, demote) };
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

function findTitle(paragraphs: readonly Paragraph[], anyTitle: boolean): Element | undefined {
  const isTitle = ({ text }: Paragraph) =>
    text !== '' &&
    [...text].length <= MAX_TITLE_LENGTH &&
    !/[。！？；：，]$/u.test(text) &&
    NUMBER.exec(text) === null;
  const first = paragraphs.filter(({ text }) => text !== '').slice(0, MAX_LINES_ABOVE_TITLE);
  const named = first.find((paragraph) => isTitle(paragraph) && KIND_OF_TEXT.test(paragraph.text));
  return (named ?? (anyTitle ? first.slice(0, 1).find(isTitle) : undefined))?.element;
}

/** The numbers of parts, from the highest; figures are headings only below a numbered part. */
const NUMBERS: readonly RegExp[] = [
  /^第[一二三四五六七八九十百零\d]+[章编]/u,
  /^第[一二三四五六七八九十百零\d]+节/u,
  /^[一二三四五六七八九十]+、/u,
  /^[（(][一二三四五六七八九十]+[）)]/u,
  /^\d{1,2}[.．、](?!\d)/u,
  /^[（(]\d{1,2}[）)]/u,
];
const NUMBER = new RegExp(NUMBERS.map(({ source }) => source).join('|'), 'u');
const FIRST_OF_FIGURES = 4;

/** The levels of paragraphs that are headings by their numbers. */
function levelsOf(paragraphs: readonly Paragraph[]): Map<Element, string> {
  const found = paragraphs.flatMap(({ element, text }, index) => {
    const rank = rankOf(text);
    if (rank === undefined) return [];
    // A figure before another one is an item of a list: only one with text of its own below is a heading.
    const next = paragraphs[index + 1]?.text ?? '';
    return rank >= FIRST_OF_FIGURES && (next === '' || NUMBER.test(next)) ? [] : [{ element, rank }];
  });
  const isOutlined = found.some(({ rank }) => rank < FIRST_OF_FIGURES);
  const used = isOutlined ? found : [];
  const ranks = [...new Set(used.map(({ rank }) => rank))].sort((a, b) => a - b);
  // Two levels below the title are enough for the reader; the deepest share the last one.
  return new Map(used.map(({ element, rank }) => [element, `h${Math.min(4, ranks.indexOf(rank) + 2)}`]));
}

function rankOf(line: string): number | undefined {
  if ([...line].length > MAX_HEADING_LENGTH || /[。；，：]$/u.test(line)) return undefined;
  const rank = NUMBERS.findIndex((number) => number.test(line));
  return rank < 0 ? undefined : rank;
}

const isPart = ({ tagName }: Element) => !['ul', 'ol', 'table', 'blockquote'].includes(tagName);

function renamed<N extends RootContent>(
  nodes: readonly N[],
  levels: ReadonlyMap<Element, string>,
  demote: boolean,
): N[] {
  return nodes.map((node): N => {
    if (node.type !== 'element') return node;
    const level = levels.get(node);
    if (level !== undefined) return { ...node, tagName: level };
    if (demote && /^h[1-5]$/.test(node.tagName))
      return { ...node, tagName: `h${Number(node.tagName[1]) + 1}` };
    return isPart(node) ? { ...node, children: renamed(node.children, levels, demote) } : node;
  });
}
