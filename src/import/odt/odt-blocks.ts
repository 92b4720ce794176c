/** Reads the paragraphs, lists, tables and sections of an OpenDocument text. */

import type { Element } from 'hast';
import { treeText } from '../../markup/index.ts';
import { element, textNode } from '../hast-elements.ts';
import { descendants, elementsOf, type XmlElement } from '../xml.ts';
import { readFrame } from './odt-drawings.ts';
import { readInline } from './odt-inline.ts';
import { type ItemLabel, nextLabel, type OpenList, OUTLINE } from './odt-lists.ts';
import { type OdtState, omit } from './odt-state.ts';
import { chainOf, formatOf } from './odt-styles.ts';
import { readTable } from './odt-tables.ts';
import { storedText } from './odt-xml.ts';

const INDEXES =
  /^text:(?:table-of-content|illustration-index|table-index|object-index|user-index|alphabetical-index|bibliography)$/;
const PLAIN = { isHidden: false, isStruck: false, isBold: false, isItalic: false, position: undefined };

/** The blocks below an element, in order. */
export function readBlocks(parent: XmlElement, state: OdtState): Element[] {
  return elementsOf(parent).flatMap((node) => readBlock(node, state));
}

function readBlock(node: XmlElement, state: OdtState): Element[] {
  const { name, attributes } = node;
  if (name === 'text:p' || name === 'text:h') return readParagraph(node, undefined, state);
  if (name === 'text:list') return readList(node, 1, undefined, state);
  if (name === 'table:table') return [readTable(node, state, (cell) => readBlocks(cell, state))];
  if (name === 'text:tracked-changes') return readChanges(node, state);
  if (INDEXES.test(name)) return omitted(state, 'table-of-contents', node);
  if (name === 'text:section' && /^(?:none|condition)$/.test(attributes['text:display'] ?? ''))
    return omitted(state, 'hidden', node);
  if (name === 'office:annotation') return omitted(state, 'comment', node);
  if (name.startsWith('draw:')) {
    const { nodes, blocks } = readFrame(node, state, (box) => readBlocks(box, state), '');
    return [...(nodes.length > 0 ? [element('p', nodes)] : []), ...blocks];
  }
  return readBlocks(node, state);
}

function omitted(
  state: OdtState,
  kind: 'hidden' | 'comment' | 'table-of-contents',
  node: XmlElement,
): Element[] {
  omit(state, kind, storedText(node));
  return [];
}

/** Text deleted under tracked changes lies before the text; insertions are in it. */
function readChanges(node: XmlElement, state: OdtState): Element[] {
  for (const change of descendants(node, 'text:changed-region').flatMap(elementsOf)) {
    const kind = change.name === 'text:deletion' ? 'deleted' : 'comment';
    omit(state, kind, storedText(change));
  }
  if (descendants(node, 'text:insertion').length > 0)
    state.notes.push('原文有没有接受的修订：加上的字留下了，删掉的字没有带过来。');
  return [];
}

function readParagraph(node: XmlElement, label: ItemLabel | undefined, state: OdtState): Element[] {
  const key = `paragraph:${node.attributes['text:style-name'] ?? ''}`;
  const chain = chainOf(state.styles, key);
  const level = levelOf(
    node,
    chain.map(({ displayName }) => displayName),
  );
  const { isHidden, isStruck } = formatOf(state.styles, key, PLAIN);
  const format = { ...PLAIN, isHidden, isStruck };
  const own = label ?? outlineLabel(node, level, state);
  const { nodes, blocks } = readInline(node, format, state, (parent) => readBlocks(parent, state));
  const isEmpty =
    nodes.length === 0 || (nodes.every((each) => treeText(each).trim() === '') && !nodes.some(isPicture));
  if (isEmpty) return blocks;
  const text = own !== undefined && !own.isBullet ? own.text : '';
  if (text !== '') state.additions.push({ text, reason: '自动编号' });
  const gap = /[、，：:．）)〕】\]]$/u.test(text) ? '' : ' ';
  const children = text === '' ? nodes : [textNode(text + gap), ...nodes];
  return [element(level === undefined ? 'p' : `h${level}`, children), ...blocks];
}

const isPicture = (node: { type: string; tagName?: string }) =>
  node.type === 'element' && node.tagName === 'img';

/** The level of a heading: 1 for the title, by the outline, or by the name of the style; undefined for text. */
function levelOf(node: XmlElement, names: readonly string[]): number | undefined {
  if (node.name === 'text:h') return Math.min(6, Number(node.attributes['text:outline-level'] ?? 1) || 1);
  if (names.some((name) => /^(?:Title|标题)$/i.test(name))) return 1;
  const level = names.map((name) => /^(?:heading|标题)(?: |_20_)?([1-6])$/i.exec(name)?.[1]).find(Boolean);
  return level === undefined ? undefined : Number(level);
}

function outlineLabel(node: XmlElement, level: number | undefined, state: OdtState): ItemLabel | undefined {
  if (node.name !== 'text:h' || level === undefined || node.attributes['text:is-list-header'] === 'true')
    return undefined;
  if (storedText(node).trim() === '') return undefined;
  const start =
    node.attributes['text:restart-numbering'] === 'true'
      ? Number(node.attributes['text:start-value'] ?? 1)
      : undefined;
  const label = nextLabel(state.listStyles, state.outline, level, start);
  return label?.isBullet ? undefined : label;
}

/** A list; its items are paragraphs with their numbers, or items with a bullet. */
function readList(node: XmlElement, level: number, above: OpenList | undefined, state: OdtState): Element[] {
  const list = above === undefined ? openList(node, state) : withStyle(node, above);
  const found: Element[] = [];
  for (const item of elementsOf(node)) {
    if (item.name !== 'text:list-item' && item.name !== 'text:list-header') continue;
    const start = item.attributes['text:start-value'];
    const hasOwn = elementsOf(item).some(({ name }) => name === 'text:p' || name === 'text:h');
    const label =
      item.name === 'text:list-item' && hasOwn && storedText(item).trim() !== ''
        ? nextLabel(state.listStyles, list, level, start === undefined ? undefined : Number(start))
        : undefined;
    found.push(...readItem(item, { label, level, list }, state));
  }
  return joinBulletLists(found);
}

/** Neighbouring lists with bullets are one list. */
function joinBulletLists(blocks: readonly Element[]): Element[] {
  const joined: Element[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.tagName === 'ul' && last?.tagName === 'ul') {
      joined[joined.length - 1] = { ...last, children: [...last.children, ...block.children] };
    } else joined.push(block);
  }
  return joined;
}

function readItem(
  item: XmlElement,
  { label, level, list }: { label: ItemLabel | undefined; level: number; list: OpenList },
  state: OdtState,
): Element[] {
  let next = label;
  const blocks = elementsOf(item).flatMap((child): Element[] => {
    if (child.name === 'text:list') return readList(child, level + 1, list, state);
    if (child.name !== 'text:p' && child.name !== 'text:h') return readBlock(child, state);
    const own = next;
    next = undefined;
    // A heading in a list has the number of the list and none of its own.
    return readParagraph(child, own ?? { isBullet: true }, state);
  });
  if (
    label?.isBullet !== true ||
    blocks.length === 0 ||
    blocks.some(({ tagName }) => /^(?:h\d|table)$/.test(tagName))
  )
    return blocks;
  return [element('ul', [element('li', blocks)])];
}

function openList(node: XmlElement, state: OdtState): OpenList {
  const { attributes } = node;
  const style = attributes['text:style-name'] ?? styleOfParagraph(node, state) ?? '';
  const continued = attributes['text:continue-list'];
  const isContinued = attributes['text:continue-numbering'] === 'true';
  const before =
    continued !== undefined
      ? state.listsById.get(continued)
      : isContinued
        ? state.lastLists.get(style)
        : undefined;
  const list: OpenList =
    before === undefined ? { style, counts: new Map() } : { style, counts: before.counts };
  const id = attributes['xml:id'] ?? attributes['text:id'];
  if (id !== undefined) state.listsById.set(id, list);
  state.lastLists.set(style, list);
  return list;
}

/** A list inside another may have its own style; its numbers go on with those above. */
function withStyle(node: XmlElement, above: OpenList): OpenList {
  const style = node.attributes['text:style-name'];
  return style === undefined ? above : { style, counts: above.counts };
}

function styleOfParagraph(list: XmlElement, state: OdtState): string | undefined {
  const [first] = [...descendants(list, 'text:p'), ...descendants(list, 'text:h')];
  const chain = chainOf(state.styles, `paragraph:${first?.attributes['text:style-name'] ?? ''}`);
  return chain.map(({ listStyle }) => listStyle).find((style) => style !== undefined && style !== '');
}

export const newOutline = (): OpenList => ({ style: OUTLINE, counts: new Map() });
