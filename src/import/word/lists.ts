/**
 * Groups numbered paragraphs to lists. Only bullets and plain figures in a row become lists, which Markdown numbers itself; every other
 * label is text, as Word shows it.
 */
import type { Element } from 'hast';
import { element, textNode } from '../hast-elements.ts';
import type { Conversion } from './conversion.ts';
import type { NumberLabel } from './numbering.ts';

export interface Block {
  element: Element;
  label?: NumberLabel | undefined;
  /** Where the characters of a label are counted if it becomes text. */
  conversion?: Conversion;
}

interface Item {
  list: 'ul' | 'ol';
  level: number;
  number: number;
  content: Element;
}

/** The blocks in order, with lists for what can be one. */
export function groupLists(blocks: readonly Block[]): Element[] {
  const grouped: Element[] = [];
  let run: Item[] = [];
  const flush = () => {
    grouped.push(...listsOf(run));
    run = [];
  };
  for (const block of blocks) {
    const item = itemOf(block);
    if (item !== undefined) run.push(item);
    else {
      flush();
      grouped.push(withLabel(block));
    }
  }
  flush();
  return grouped;
}

function itemOf({ element: own, label }: Block): Item | undefined {
  if (label === undefined || own.tagName !== 'p') return undefined;
  const { isBullet, plainNumber, level } = label;
  if (!isBullet && plainNumber === undefined) return undefined;
  return { list: isBullet ? 'ul' : 'ol', level, number: plainNumber ?? 0, content: own };
}

/** The lists of a run of items: deeper ones inside the item above; a figure out of the row begins a list of its own. */
function listsOf(items: readonly Item[]): Element[] {
  const lists: Element[] = [];
  let at = 0;
  while (at < items.length) {
    const first = items[at] as Item;
    const entries: Element[] = [];
    let number = first.number;
    while (at < items.length) {
      const item = items[at] as Item;
      if (
        item.level < first.level ||
        item.list !== first.list ||
        (item.list === 'ol' && item.number !== number)
      )
        break;
      if (item.level > first.level) break;
      at += 1;
      const below = at;
      while (at < items.length && (items[at] as Item).level > first.level) at += 1;
      entries.push(element('li', [...item.content.children, ...listsOf(items.slice(below, at))]));
      number += 1;
    }
    const start = first.list === 'ol' && first.number !== 1 ? { start: first.number } : {};
    lists.push(element(first.list, entries, start));
  }
  return lists;
}

/** The paragraph with its label as text. */
export function withLabel({ element: own, label, conversion }: Block): Element {
  if (label === undefined || label.text === '') return own;
  if (label.plainNumber !== undefined && own.tagName === 'p') {
    conversion?.additions.push({ text: label.text, reason: '自动编号' });
  }
  const gap = /[、，：:．）)〕】\]]$/u.test(label.text) || own.children.length === 0 ? '' : ' ';
  return { ...own, children: [textNode(label.text + gap), ...own.children] };
}
