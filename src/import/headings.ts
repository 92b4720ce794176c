/**
 * Finds the title and the headings of a text without heading styles: official documents seldom use the styles of Word, but they all number
 * their parts 一、 and （一）, and their titles end in 通知, 办法, 方案 and the like.
 */
import type { Element, Root, RootContent } from 'hast';
import { treeText } from '../markup/index.ts';

/** The maximum length of a numbered line that is a heading and not a paragraph. */
const MAX_HEADING_LENGTH = 24;
/** The maximum length of a title, and the maximum number of paragraphs above it: the issuer's name, the number. */
const MAX_TITLE_LENGTH = 60;
const MAX_LINES_ABOVE_TITLE = 5;

const KIND_OF_TEXT =
  /(?:通知|公告|通告|办法|方案|意见|细则|规定|决定|指南|说明|简介|倡议书|须知)(?:[（(].{1,8}[）)])?$/u;

/** Converts paragraphs that are headings; a page with headings is unchanged. */
export function findHeadings(page: Root, { withTitle }: { withTitle: boolean }): Root {
  const paragraphs = paragraphsOf(page);
  if (paragraphs === undefined) return page;
  const title = withTitle ? findTitle(paragraphs) : undefined;
  const level = (paragraph: Element) => (paragraph === title ? 'h1' : levelOf(treeText(paragraph).trim()));
  return { ...page, children: renamed(page.children, level) };
}

function findTitle(paragraphs: readonly Element[]): Element | undefined {
  const isTitle = (paragraph: Element) => {
    const line = treeText(paragraph).trim();
    return line !== '' && [...line].length <= MAX_TITLE_LENGTH && !/[。！？；：，]$/u.test(line);
  };
  const first = paragraphs
    .filter((paragraph) => treeText(paragraph).trim() !== '')
    .slice(0, MAX_LINES_ABOVE_TITLE);
  const named = first.find(
    (paragraph) => isTitle(paragraph) && KIND_OF_TEXT.test(treeText(paragraph).trim()),
  );
  return named ?? first.slice(0, 1).find(isTitle);
}

function levelOf(line: string): string {
  if ([...line].length > MAX_HEADING_LENGTH || /[。；，]$/u.test(line)) return 'p';
  if (/^[一二三四五六七八九十]+、/u.test(line)) return 'h2';
  return /^[（(][一二三四五六七八九十]+[）)]/u.test(line) ? 'h3' : 'p';
}

/** The paragraphs outside lists and tables, in order; undefined if there is a heading among them. */
function paragraphsOf(node: Root | Element): Element[] | undefined {
  const found: Element[] = [];
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (/^h[1-6]$/.test(child.tagName)) return undefined;
    if (child.tagName === 'p') found.push(child);
    else if (isPart(child)) {
      const below = paragraphsOf(child);
      if (below === undefined) return undefined;
      found.push(...below);
    }
  }
  return found;
}

const isPart = ({ tagName }: Element) => !['ul', 'ol', 'table', 'blockquote'].includes(tagName);

function renamed<N extends RootContent>(nodes: readonly N[], level: (paragraph: Element) => string): N[] {
  return nodes.map((node): N => {
    if (node.type !== 'element') return node;
    if (node.tagName === 'p') return { ...node, tagName: level(node) };
    return isPart(node) ? { ...node, children: renamed(node.children, level) } : node;
  });
}
