/**
 * Prepares lists for Markdown, which numbers from one figure upwards and nothing else: a list whose items carry other numbers is split, and
 * one with letters or Chinese numbers gets its labels as text.
 */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { element, textNode } from '../hast-elements.ts';
import { formatNumber } from '../word/number-formats.ts';

/** The formats of Word for the values of `type` and `list-style-type`; with what stands after the number. */
const FORMATS: Readonly<Record<string, readonly [format: string, after: string]>> = {
  a: ['lowerLetter', '. '],
  A: ['upperLetter', '. '],
  i: ['lowerRoman', '. '],
  I: ['upperRoman', '. '],
  'lower-alpha': ['lowerLetter', '. '],
  'lower-latin': ['lowerLetter', '. '],
  'upper-alpha': ['upperLetter', '. '],
  'upper-latin': ['upperLetter', '. '],
  'lower-roman': ['lowerRoman', '. '],
  'upper-roman': ['upperRoman', '. '],
  'decimal-leading-zero': ['decimalZero', '. '],
  'cjk-ideographic': ['chineseCounting', '、'],
  'simp-chinese-informal': ['chineseCounting', '、'],
  'trad-chinese-informal': ['chineseCounting', '、'],
  'cjk-decimal': ['ideographDigital', '、'],
  'simp-chinese-formal': ['chineseLegalSimplified', '、'],
  'cjk-heavenly-stem': ['ideographTraditional', '、'],
  'cjk-earthly-branch': ['ideographZodiac', '、'],
};

/** The tree with such lists; `add` receives labels that became text. */
export function labelLists(root: Root, add: (text: string) => void): Root {
  return { ...root, children: visit(root.children, add) };
}

function visit<N extends RootContent>(nodes: readonly N[], add: (text: string) => void): N[] {
  return nodes.flatMap((node): N[] => {
    if (node.type !== 'element') return [node];
    const inside: Element = { ...node, children: visit<ElementContent>(node.children, add) };
    return (node.tagName === 'ol' ? orderedList(inside, add) : [inside]) as (Element & N)[];
  });
}

function orderedList(list: Element, add: (text: string) => void): Element[] {
  const items = list.children.filter(
    (child): child is Element => child.type === 'element' && child.tagName === 'li',
  );
  if (items.length === 0) return [list];
  const isReversed = list.properties.reversed !== undefined && list.properties.reversed !== false;
  let next = integer(list.properties.start) ?? (isReversed ? items.length : 1);
  const numbered = items.map((item) => {
    const number = integer(item.properties.value) ?? next;
    next = number + (isReversed ? -1 : 1);
    return { item, number };
  });
  const style = /list-style(?:-type)?\s*:\s*([\w-]+)/i
    .exec(String(list.properties.style ?? ''))?.[1]
    ?.toLowerCase();
  const format = FORMATS[style ?? ''] ?? FORMATS[String(list.properties.type ?? '')];
  if (style === 'none') return [element('ul', list.children)];
  if (format !== undefined)
    return numbered.map(({ item, number }) =>
      labelled(item, formatNumber(number, format[0]) + format[1], add),
    );
  const lists: Element[] = [];
  let expected = Number.NaN;
  for (const { item, number } of numbered) {
    if (number === expected) lists.at(-1)?.children.push(item);
    else lists.push(element('ol', [item], number === 1 ? {} : { start: number }));
    expected = number + 1;
  }
  return lists;
}

/** An item as a block of its own, its label before its first words. */
function labelled(item: Element, label: string, add: (text: string) => void): Element {
  add(label);
  const [first, ...rest] = item.children.filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  );
  if (first?.type === 'element' && first.tagName === 'p') {
    return element('div', [{ ...first, children: [textNode(label), ...first.children] }, ...rest]);
  }
  return element('div', [textNode(label), ...item.children]);
}

function integer(value: unknown): number | undefined {
  const number = Number(value);
  return value === undefined || value === null || value === '' || !Number.isInteger(number)
    ? undefined
    : number;
}
