/**
 * Reads a .docx with our own reader of WordprocessingML: mammoth drops automatic numbers, results of fields, readings and symbols, and
 * does not say what it dropped (docs/decisions/0042-own-word-reader.md).
 */
import type { Element, ElementContent, Root } from 'hast';
import { treeText } from '../../markup/index.ts';
import { ownNumber } from '../fields/document-numbers.ts';
import { ImportError } from '../import-error.ts';
import { omissionReasons } from '../omission-reasons.ts';
import type { Omission, Reader, SourceDocument } from '../source-document.ts';
import { readBlocks } from '../word/blocks.ts';
import { countStoredCharacters, storedText } from '../word/character-count.ts';
import { type Conversion, emptyParagraph } from '../word/conversion.ts';
import { readNumbering } from '../word/numbering.ts';
import { convertOldPictures } from '../word/old-pictures.ts';
import { readStyles } from '../word/styles.ts';
import { openPackage, type WordPackage } from '../word/word-package.ts';
import { child, elementsOf, type XmlElement } from '../xml.ts';
import { unzipParts } from '../zip-parts.ts';

export const readDocx: Reader = async (bytes, context) => {
  const { fileName } = context;
  const word = openPackage(unzipParts(bytes, fileName), fileName);
  const conversion = newConversion(word);
  const body = child(word.document, 'w:body');
  if (body === undefined)
    throw new ImportError(`${fileName} 坏了，里面没有正文。请用 Word 或 WPS 打开，另存一份再导入。`);
  const blocks = readBlocks(body, conversion);
  const noted = readNotes(word, conversion);
  const above = readHeaders(word, conversion, blocks);
  leaveOutComments(word, conversion);
  const root: Root = { type: 'root', children: withTitle([...above, ...blocks, ...noted]) };
  const pictures = await convertOldPictures(conversion.pictures, context);
  return {
    root,
    pictures: pictures.pictures,
    omissions: conversion.omissions,
    additions: conversion.additions,
    sourceCharacters: word.textParts().reduce((sum, part) => sum + countStoredCharacters(part), 0),
    notes: [...trackedNotes(conversion), ...conversion.notes, ...pictures.notes],
    hasTitle: true,
  } satisfies SourceDocument;
};

function newConversion(word: WordPackage): Conversion {
  const styles = readStyles(word.related('styles')[0]?.root);
  return {
    styles,
    numbering: readNumbering(word.related('numbering')[0]?.root, styles),
    target: word.targetsOf(word.documentName),
    part: word.part,
    bytes: word.bytes,
    pictures: new Map(),
    omissions: [],
    additions: [],
    notes: [],
    fields: [],
    noteMarks: [],
    insertions: { count: 0 },
    paragraph: emptyParagraph(),
    readBlocks,
  };
}

/** Foot- and endnotes as paragraphs after the text, in the order of their marks. */
function readNotes(word: WordPackage, conversion: Conversion): ElementContent[] {
  const found: ElementContent[] = [];
  for (const part of ['footnotes', 'endnotes'] as const) {
    const [related] = word.related(part);
    if (related === undefined) continue;
    const inPart = { ...conversion, target: word.targetsOf(related.name), fields: [] };
    const notes = elementsOf(related.root);
    const used = new Set<XmlElement>();
    for (const { id, mark } of conversion.noteMarks.filter((each) => each.part === part)) {
      const note = notes.find(({ attributes }) => attributes['w:id'] === id);
      if (note === undefined || used.has(note)) continue;
      used.add(note);
      const [first, ...rest] = readBlocks(note, inPart);
      if (first === undefined) continue;
      if (mark !== '') conversion.additions.push({ text: mark, reason: '脚注的标记' });
      const marked = { type: 'text', value: mark === '' ? '' : `${mark} ` } as const;
      found.push(
        first.type === 'element' ? { ...first, children: [marked, ...first.children] } : first,
        ...rest,
      );
    }
    for (const note of notes)
      if (!used.has(note)) leaveOut(conversion, 'deleted', note, '正文里没有用到的脚注');
  }
  return found;
}

/** Headers and footers are left out, unless one holds the document number and the text does not. */
function readHeaders(
  word: WordPackage,
  conversion: Conversion,
  blocks: readonly ElementContent[],
): ElementContent[] {
  const found: ElementContent[] = [];
  let hasNumber = ownNumber(blocks.map((block) => treeText(block))) !== undefined;
  for (const { name, root } of [...word.related('header'), ...word.related('footer')]) {
    const lines = elementsOf(root).map((each) => storedText(each));
    if (hasNumber || ownNumber(lines) === undefined) {
      leaveOut(conversion, 'header-footer', root);
      continue;
    }
    hasNumber = true;
    found.push(...readBlocks(root, { ...conversion, target: word.targetsOf(name), fields: [] }));
    conversion.notes.push('文号写在页眉里，已经放到了正文最前面。');
  }
  return found;
}

function leaveOutComments(word: WordPackage, conversion: Conversion): void {
  for (const { root } of word.related('comments')) {
    for (const comment of elementsOf(root)) leaveOut(conversion, 'comment', comment);
  }
}

function leaveOut(
  conversion: Conversion,
  kind: Omission['kind'],
  node: XmlElement,
  reason = omissionReasons[kind],
): void {
  const text = storedText(node);
  if (text.trim() !== '') conversion.omissions.push({ kind, text, reason, near: '' });
}

function trackedNotes({ insertions, omissions }: Conversion): string[] {
  const deletions = omissions.filter(({ kind }) => kind === 'deleted' || kind === 'moved').length;
  if (insertions.count === 0 && deletions === 0) return [];
  return [
    `原文带着修订痕迹，按“全部接受”处理：加上的 ${insertions.count} 处留下了，删掉或移走的 ${deletions} 处没有带过来。请核对是不是最后的稿子。`,
  ];
}

/**
 * One title at most: paragraphs in the style for titles are one; without them a heading of the first level is the title if no text
 * stands above it, and otherwise the heading of a part.
 */
function withTitle(blocks: readonly ElementContent[]): ElementContent[] {
  const elements = blocks.map((block) => block as Element);
  const first = elements.findIndex(({ tagName }) => tagName === 'h1');
  if (first < 0) {
    return elements.map((each, index) =>
      index === 0 && each.properties.dataLevel === 1 && !/^[一二三四五六七八九十]+、/u.test(treeText(each))
        ? { ...each, tagName: 'h1', properties: {} }
        : { ...each, properties: withoutLevel(each) },
    );
  }
  const joined: ElementContent[] = [];
  for (const [index, each] of elements.entries()) {
    const title = joined.at(-1);
    if (each.tagName === 'h1' && index > first && title?.type === 'element' && title.tagName === 'h1') {
      joined[joined.length - 1] = { ...title, children: [...title.children, ...each.children] };
    } else if (each.tagName === 'h1' && index > first) joined.push({ ...each, tagName: 'h2' });
    else joined.push({ ...each, properties: withoutLevel(each) });
  }
  return joined;
}

function withoutLevel({ properties: { dataLevel: _, ...properties } }: Element): Element['properties'] {
  return properties;
}
