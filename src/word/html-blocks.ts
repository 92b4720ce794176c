/** The HTML of a body, which has only the elements of Markdown, as blocks for a word processor. */
import type { Element, ElementContent, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { WordBlock, WordText } from './blocks.ts';

/** Heading levels of bodies begin at h2, below the heading of their section. */
const HEADINGS: Readonly<Record<string, number>> = { h2: 2, h3: 3, h4: 4 };

type Style = Omit<WordText, 'text'>;

/** The context of a block: inside a quotation or after the first paragraph of a list item, in which list. */
interface Place {
  isQuote?: boolean;
  isContinued?: boolean;
  level?: number;
  list?: { id: number; start: number } | undefined;
}

/** Gives ordered lists their numbers; one for a whole document. */
export type NextList = () => number;

/** `fullAddress` completes addresses of links, which are from the site root. */
export function htmlBlocks(
  html: string,
  nextList: NextList,
  fullAddress: (address: string) => string,
): WordBlock[] {
  const { children } = fromHtml(html, { fragment: true });
  return children.flatMap((node) => blocksOf(node, {}, nextList, fullAddress));
}

function blocksOf(
  node: RootContent,
  place: Place,
  nextList: NextList,
  full: (address: string) => string,
): WordBlock[] {
  if (node.type !== 'element') return [];
  const inside = (children: readonly RootContent[], at: Place) =>
    children.flatMap((child) => blocksOf(child, at, nextList, full));
  switch (node.tagName) {
    case 'blockquote':
      return inside(node.children, { ...place, isQuote: true });
    case 'ul':
    case 'ol':
      return inside(node.children, listPlace(node, place, nextList));
    case 'li':
      return [
        paragraphOf(inlineChildren(node), place, full),
        ...inside(blockChildren(node), { ...place, isContinued: true }),
      ];
    case 'table':
      return [tableOf(node, full)];
    case 'hr':
      return [];
    default: {
      const depth = HEADINGS[node.tagName];
      if (depth !== undefined) return [{ kind: 'heading', depth, texts: textsOf(node.children, {}, full) }];
      return [paragraphOf(node.children, place, full)].filter(({ texts }) => texts.length > 0);
    }
  }
}

function listPlace({ tagName, properties }: Element, { level, ...place }: Place, nextList: NextList): Place {
  const start = Number(properties.start ?? 1);
  const list = tagName === 'ol' ? { id: nextList(), start } : undefined;
  return { ...place, isContinued: false, level: (level ?? -1) + 1, list };
}

const LIST_OR_BLOCK = new Set(['ul', 'ol', 'blockquote', 'table', 'pre', 'h2', 'h3', 'h4', 'hr']);

/** The beginning of a list item; its first paragraph of several is part of it. */
function inlineChildren({ children }: Element): ElementContent[] {
  const inline: ElementContent[] = [];
  for (const child of children) {
    if (child.type === 'element' && LIST_OR_BLOCK.has(child.tagName)) break;
    if (child.type === 'element' && child.tagName === 'p') {
      if (inline.some((one) => one.type === 'element' || (one.type === 'text' && one.value.trim() !== '')))
        break;
      return child.children;
    }
    inline.push(child);
  }
  return inline;
}

/** What follows the beginning of a list item: further paragraphs and lists. */
function blockChildren(item: Element): ElementContent[] {
  const begun = inlineChildren(item);
  const first = item.children.find((child) => child.type === 'element' && child.tagName === 'p');
  const isLoose = first?.type === 'element' && first.children === begun;
  return item.children.filter((child) => (isLoose ? child !== first : !begun.includes(child)));
}

function paragraphOf(
  children: readonly ElementContent[],
  { isQuote, isContinued, level, list }: Place,
  full: (address: string) => string,
): Exclude<WordBlock, { kind: 'table' }> {
  const texts = textsOf(children, {}, full);
  if (level !== undefined && !isContinued) return { kind: 'item', level, ...(list && { list }), texts };
  return { kind: isQuote || isContinued ? 'quote' : 'paragraph', texts };
}

function tableOf(table: Element, full: (address: string) => string): WordBlock {
  const rows = elementsNamed(table, ['tr']);
  const cells = rows.map((row) => elementsNamed(row, ['th', 'td']));
  return {
    kind: 'table',
    hasHead: cells[0]?.some(({ tagName }) => tagName === 'th') ?? false,
    rows: cells.map((row) => row.map(({ children }) => textsOf(children, {}, full))),
  };
}

/** The descendants with one of the names, in order, none inside another. */
function elementsNamed({ children }: Element, names: readonly string[]): Element[] {
  return children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return names.includes(child.tagName) ? [child] : elementsNamed(child, names);
  });
}

const STYLES: Readonly<Record<string, Style>> = {
  strong: { isBold: true },
  th: { isBold: true },
  em: { isItalic: true },
  del: { isStruck: true },
};

function textsOf(
  nodes: readonly ElementContent[],
  style: Style,
  full: (address: string) => string,
): WordText[] {
  const texts = nodes.flatMap((node): WordText[] => {
    if (node.type === 'text') return [{ text: node.value.replace(/\s*\n\s*/g, ' '), ...style }];
    if (node.type !== 'element') return [];
    const { tagName, properties, children } = node;
    if (tagName === 'br') return [{ text: '\n', ...style }];
    if (tagName === 'img') return [{ text: `〔图：${properties.alt ?? ''}〕`, ...style }];
    const href = tagName === 'a' ? { href: full(String(properties.href ?? '')) } : {};
    return textsOf(children, { ...style, ...STYLES[tagName], ...href }, full);
  });
  return texts.filter(({ text }) => text !== '' && (nodes.length > 1 || text.trim() !== ''));
}
