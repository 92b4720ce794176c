/**
 * The texts, links and pictures of a parsed body with their positions in the file, for rules on the visible text: a paragraph is one text,
 * whatever lines, stars and links it is written with.
 */

import type { BodyParts, SourceText, TextPart } from '../documents/source.ts';
import { findOffsets } from '../documents/source-offsets.ts';
import {
  hasPrivateCharacter,
  originalOffsets,
  restoreAttribute,
  restoreText,
  restoreUnit,
} from './chinese.ts';
import { MARKDOWN, textOffsets } from './text-offsets.ts';
import type { MdNode } from './tree.ts';
import { treeText } from './tree-text.ts';

/** A text under construction. */
interface Draft {
  part: TextPart;
  text: string;
  offsets: number[];
}

const partOf: Readonly<Record<string, TextPart>> = {
  p: 'paragraph',
  li: 'item',
  td: 'cell',
  th: 'cell',
  pre: 'code',
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'heading' as const])),
};

/** The parts of the body parsed from `prepared`; offsets are those of the editor's own source, plus `base`. */
export function bodyParts(root: MdNode, prepared: string, base: number): BodyParts {
  const parts: BodyParts = { texts: [], links: [], images: [] };
  const original = originalOffsets(prepared);
  const inFile = (offset: number) => base + original(offset);
  const finish = ({ part, text, offsets }: Draft) => {
    if (text.trim() === '') return;
    parts.texts.push({ text, part, path: [], offsets: Uint32Array.from(offsets, inFile) });
  };

  const visit = (node: MdNode, draft: Draft | undefined, parent?: MdNode): void => {
    const start = inFile(node.position?.start.offset ?? 0);
    if (node.type === 'text') {
      if (draft) addText(draft, node, prepared, parent?.tagName === 'code');
      return;
    }
    if (node.tagName === 'br' && draft) {
      draft.text += '\n';
      draft.offsets.push(node.position?.start.offset ?? 0);
    }
    if (node.tagName === 'a' || node.tagName === 'img') {
      const isLink = node.tagName === 'a';
      const value = String((isLink ? node.properties?.href : node.properties?.src) ?? '');
      const text = isLink ? treeText(node, restoreText) : String(node.properties?.alt ?? '');
      const list = isLink ? parts.links : parts.images;
      // A footnote, which the parse refuses, is not a link.
      if (!(isLink && text.startsWith('^')))
        list.push({ address: decoded(restoreAttribute(value)), text: restoreAttribute(text), offset: start });
    }
    for (const attribute of attributeTexts(node, prepared)) {
      parts.texts.push({ ...attribute, offsets: attribute.offsets.map(inFile) });
    }
    const part = partOf[node.tagName ?? ''];
    if (part === undefined) {
      for (const child of node.children ?? []) visit(child, draft, node);
      return;
    }
    // A paragraph of a list item is an item; a list within an item has texts of its own.
    const own: Draft = { part: draft?.part === 'item' ? 'item' : part, text: '', offsets: [] };
    for (const child of node.children ?? []) visit(child, own, node);
    finish(own);
  };
  visit(root, undefined);
  return parts;
}

/** Adds the characters of a text node, as visible to readers. */
function addText(draft: Draft, node: MdNode, prepared: string, isCode: boolean): void {
  const value = node.value ?? '';
  const offsets = textOffsets(node, prepared, isCode);
  if (!offsets) return;
  if (!value.includes('\n') && !hasPrivateCharacter(value)) {
    draft.text += value;
    for (let index = 0; index < value.length; index += 1) draft.offsets.push(offsets[index] ?? 0);
    return;
  }
  for (let index = 0; index < value.length; index += 1) {
    const restored = restoreUnit(value[index] ?? '');
    if (restored === '') continue;
    draft.text += restored;
    draft.offsets.push(offsets[index] ?? 0);
  }
}

/** The visible texts of a component: its title, its question. */
function attributeTexts(node: MdNode, prepared: string): SourceText[] {
  return (node.attributes ?? []).flatMap(({ name, value }): SourceText[] => {
    if ((name !== 'title' && name !== 'ask') || typeof value !== 'string') return [];
    const { start, end } = node.position ?? {};
    const [from, to] = [start?.offset ?? 0, end?.offset ?? 0];
    const opening = new RegExp(`\\s${name}\\s*=\\s*["']`, 'y');
    for (let at = from; at < to; at += 1) {
      opening.lastIndex = at;
      if (!opening.test(prepared)) continue;
      const text = restoreAttribute(value);
      const offsets = findOffsets(text, prepared, opening.lastIndex, to, MARKDOWN);
      return [{ text, part: 'attribute', path: [name], offsets }];
    }
    return [];
  });
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
