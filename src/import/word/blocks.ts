/** Reads the paragraphs and tables of a body, a cell, a text box or a note. */
import type { Element, ElementContent } from 'hast';
import { treeText } from '../../markup/index.ts';
import { element } from '../hast-elements.ts';
import { MAX_NEAR_LENGTH } from '../omission-reasons.ts';
import { child, elementsOf, type XmlElement } from '../xml.ts';
import { chooseAlternative } from './alternatives.ts';
import { storedText } from './character-count.ts';
import { type Conversion, emptyParagraph, type OpenParagraph, omit } from './conversion.ts';
import { isMarkDeleted, readInline } from './inline.ts';
import { type Block, groupLists, withLabel } from './lists.ts';
import type { NumberLabel } from './numbering.ts';
import { joinPieces } from './pieces.ts';
import { roleOf } from './styles.ts';
import { readTable } from './word-tables.ts';
import { flagOf, propertyValue } from './word-xml.ts';

/** The blocks below an element; in a cell the labels of lists are text, as Markdown has no lists there. */
export function readBlocks(parent: XmlElement, conversion: Conversion, inCell = false): ElementContent[] {
  const outer = conversion.paragraph;
  const blocks = readAll(parent, conversion);
  conversion.paragraph = outer;
  return inCell ? blocks.map(withLabel) : groupLists(blocks);
}

function readAll(parent: XmlElement, conversion: Conversion): Block[] {
  const blocks: Block[] = [];
  // A paragraph whose mark is deleted, which the next one continues.
  let open: OpenParagraph | undefined;
  for (const node of elementsOf(parent)) {
    if (node.name === 'w:p') {
      const properties = child(node, 'w:pPr');
      const read = readParagraph(node, properties, conversion, open);
      open = isMarkDeleted(properties) ? read.paragraph : undefined;
      if (open === undefined) blocks.push(...closeParagraph(read, properties, conversion));
    } else if (node.name === 'w:tbl') {
      const table = readTable(node, conversion, (cell) => readBlocks(cell, conversion, true));
      if (table !== undefined) blocks.push({ element: table });
    } else blocks.push(...readContainer(node, conversion));
  }
  if (open !== undefined)
    blocks.push(...closeParagraph({ paragraph: open, label: undefined }, undefined, conversion));
  return blocks;
}

/** Elements around blocks: content controls, tracked changes, alternatives; text directly in a body is a formula's. */
function readContainer(node: XmlElement, conversion: Conversion): Block[] {
  conversion.paragraph = emptyParagraph();
  const leave = (kind: 'placeholder' | 'table-of-contents' | 'deleted' | 'moved') => {
    omit(conversion, kind, storedText(node));
    settle(conversion, '');
    return [];
  };
  if (node.name === 'w:sdt') {
    const properties = child(node, 'w:sdtPr');
    const gallery = propertyValue(child(properties, 'w:docPartObj'), 'w:docPartGallery') ?? '';
    if (/table of contents/i.test(gallery)) return leave('table-of-contents');
    if (flagOf(properties, 'w:showingPlcHdr')) return leave('placeholder');
    return readAll(child(node, 'w:sdtContent') ?? node, conversion);
  }
  if (node.name === 'w:del') return leave('deleted');
  if (node.name === 'w:moveFrom') return leave('moved');
  if (node.name === 'mc:AlternateContent') {
    const chosen = chooseAlternative(node, conversion);
    settle(conversion, '');
    return readAll(chosen, conversion);
  }
  if (node.name === 'w:altChunk') {
    conversion.notes.push('文件里嵌了另一个文件，里面的内容没有带过来。请打开原文，把那一段复制出来。');
    return [];
  }
  // A formula stands beside paragraphs by right; anything else without paragraphs is a damaged file, and still text.
  if (!hasBlocks(node)) {
    readInline({ name: 'w:p', attributes: {}, children: [node] }, conversion);
    return closeParagraph({ paragraph: conversion.paragraph, label: undefined }, undefined, conversion);
  }
  return readAll(node, conversion);
}

/** Whether there are paragraphs or tables below an element, other than those of text boxes. */
function hasBlocks(node: XmlElement): boolean {
  if (node.name === 'w:p' || node.name === 'w:tbl') return true;
  return node.name !== 'w:txbxContent' && elementsOf(node).some(hasBlocks);
}

interface ReadParagraph {
  paragraph: OpenParagraph;
  label: NumberLabel | undefined;
}

function readParagraph(
  node: XmlElement,
  properties: XmlElement | undefined,
  conversion: Conversion,
  before: OpenParagraph | undefined,
): ReadParagraph {
  const styleId = propertyValue(properties, 'w:pStyle');
  const paragraph = before ? { ...before, styleId } : emptyParagraph(styleId);
  conversion.paragraph = paragraph;
  readInline(node, conversion);
  conversion.paragraph = paragraph;
  // An empty paragraph has no number in Word either, unless it stands in a list on purpose, as in a column of numbers.
  const label = isAllDeleted(node, paragraph) ? undefined : conversion.numbering.next(properties);
  return { paragraph, label };
}

/** Whether a paragraph is left out as a whole, so that it takes no number. */
function isAllDeleted(node: XmlElement, { pieces, omitted }: OpenParagraph): boolean {
  return pieces.length === 0 && omitted.length > 0 && storedText(node).trim() !== '';
}

function closeParagraph(
  { paragraph, label }: ReadParagraph,
  properties: XmlElement | undefined,
  conversion: Conversion,
): Block[] {
  conversion.paragraph = paragraph;
  const role = roleOf(properties, conversion.styles);
  if (role.kind === 'contents') {
    const text = paragraph.pieces.map(({ node }) => treeText(node)).join('');
    paragraph.pieces = [];
    omit(conversion, 'table-of-contents', text);
  }
  const isHeading = role.kind === 'title' || role.kind === 'heading';
  const content = joinPieces(paragraph.pieces, isHeading);
  const text = content.map((node) => treeText(node)).join('');
  settle(conversion, text);
  const after = paragraph.blocks.map((node): Block => ({ element: node as Element }));
  const isEmpty = text.trim() === '' && !JSON.stringify(content).includes('"img"');
  const isNumbered = label !== undefined && label.text !== '' && role.kind !== 'contents';
  if (isEmpty && !isNumbered) return after;
  const level = role.kind === 'title' ? 1 : role.kind === 'heading' ? Math.min(6, role.level + 1) : 0;
  if (isNumbered && (label.plainNumber === undefined || isHeading)) {
    conversion.additions.push({ text: label.text, reason: '自动编号' });
  }
  const own = element(
    level === 0 ? 'p' : `h${level}`,
    content,
    role.kind === 'heading' ? { dataLevel: role.level } : {},
  );
  return [{ element: own, label, conversion }, ...after];
}

/** Gives the omissions of the open paragraph the text around them. */
function settle(conversion: Conversion, text: string): void {
  const { omitted, pieces } = conversion.paragraph;
  for (const { omission, offset } of omitted) {
    const before = [
      ...pieces
        .slice(0, offset)
        .map(({ node }) => treeText(node))
        .join(''),
    ].length;
    const start = Math.max(0, before - MAX_NEAR_LENGTH / 2);
    omission.near = [...text]
      .slice(start, start + MAX_NEAR_LENGTH)
      .join('')
      .trim();
    conversion.omissions.push(omission);
  }
  conversion.paragraph.omitted = [];
}
