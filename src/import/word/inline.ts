/** Reads the content of a paragraph: runs, links, fields, tracked changes, symbols, readings, marks of notes. */
import type { ElementContent } from 'hast';
import { element, textNode } from '../hast-elements.ts';
import type { OmissionKind } from '../source-document.ts';
import { child, elementsOf, textContent, type XmlElement } from '../xml.ts';
import { chooseAlternative } from './alternatives.ts';
import { isTextElement, storedText } from './character-count.ts';
import {
  type Conversion,
  emptyParagraph,
  omit,
  plainFormat,
  push,
  pushAdded,
  type TextFormat,
} from './conversion.ts';
import { readDrawing } from './drawings.ts';
import { fieldCode, fieldMark, hrefOfCode, omittedByField } from './fields.ts';
import { readMath } from './math.ts';
import { joinPieces } from './pieces.ts';
import { symbolOf, textInFont } from './symbols.ts';
import { at, flagOf, propertyValue } from './word-xml.ts';

type Read = (node: XmlElement, conversion: Conversion, href: string | undefined) => void;

const leaveOut =
  (kind: OmissionKind): Read =>
  (node, conversion) =>
    omit(conversion, kind, storedText(node));

/** Elements of a paragraph that are not read by reading what is in them. */
const readers: Readonly<Record<string, Read>> = {
  'w:r': readRun,
  'w:del': leaveOut('deleted'),
  'w:moveFrom': leaveOut('moved'),
  'w:ins': (node, conversion, href) => {
    if (storedText(node).trim() !== '') conversion.insertions.count += 1;
    readInline(node, conversion, href);
  },
  'w:hyperlink': (node, conversion, href) => {
    const link = conversion.target(node.attributes['r:id']);
    readInline(node, conversion, link?.isExternal ? link.target : href);
  },
  'w:fldSimple': (node, conversion, href) => {
    const code = node.attributes['w:instr'] ?? '';
    const kind = omittedByField(code);
    if (kind !== undefined) omit(conversion, kind, storedText(node));
    else readInline(node, conversion, hrefOfCode(code) ?? href);
  },
  'w:sdt': (node, conversion, href) => {
    if (flagOf(child(node, 'w:sdtPr'), 'w:showingPlcHdr')) omit(conversion, 'placeholder', storedText(node));
    else readInline(child(node, 'w:sdtContent') ?? node, conversion, href);
  },
  'm:oMath': (node, conversion) => readMath(node, conversion),
  'm:oMathPara': (node, conversion) => readMath(node, conversion),
  'mc:AlternateContent': (node, conversion, href) =>
    readInline(chooseAlternative(node, conversion), conversion, href),
};

/** Adds the content of an element to the open paragraph. */
export function readInline(parent: XmlElement, conversion: Conversion, href?: string): void {
  for (const node of elementsOf(parent)) {
    const read = readers[node.name];
    if (read !== undefined) read(node, conversion, href);
    else if (isTextElement(node.name))
      readRun({ name: 'w:r', attributes: {}, children: [node] }, conversion, href);
    else if (node.name !== 'w:pPr') readInline(node, conversion, href);
  }
}

function readRun(run: XmlElement, conversion: Conversion, href: string | undefined): void {
  const properties = child(run, 'w:rPr');
  const { styles, paragraph } = conversion;
  const is = (name: string) => styles.runFlag(name, properties, paragraph.styleId);
  const left = is('w:vanish') ? 'hidden' : is('w:strike') || is('w:dstrike') ? 'struck' : undefined;
  const vertical =
    propertyValue(properties, 'w:vertAlign') ?? verticalOf(propertyValue(properties, 'w:rStyle'), conversion);
  const format: TextFormat = {
    bold: flagOf(properties, 'w:b') ?? false,
    italic: flagOf(properties, 'w:i') ?? false,
    tag: vertical === 'superscript' ? 'sup' : vertical === 'subscript' ? 'sub' : undefined,
    href,
  };
  const fonts = child(properties, 'w:rFonts')?.attributes ?? {};
  const font = fonts['w:ascii'] ?? fonts['w:hAnsi'] ?? fonts['w:eastAsia'] ?? '';
  for (const node of elementsOf(run)) readRunPart(node, conversion, { format, left, font });
}

/** The position of a run by its style; that of note marks is raised, and they are written in brackets here. */
function verticalOf(id: string | undefined, { styles }: Conversion): string | undefined {
  return id === undefined
    ? undefined
    : styles.inherited(id, (style) => propertyValue(child(style, 'w:rPr'), 'w:vertAlign'));
}

interface RunContext {
  format: TextFormat;
  /** Why the text of the run is left out; undefined if it is not. */
  left: OmissionKind | undefined;
  font: string;
}

function readRunPart(node: XmlElement, conversion: Conversion, context: RunContext): void {
  const { format, left, font } = context;
  switch (node.name) {
    case 'w:rPr':
    case 'w:softHyphen':
    case 'w:footnoteRef':
    case 'w:endnoteRef':
      return;
    case 'w:t':
    case 'm:t':
    case 'a:t':
      return writeText(textContent(node), textInFont(textContent(node), font), conversion, context);
    case 'w:noBreakHyphen':
      return writeText('-', '-', conversion, context);
    case 'w:tab':
    case 'w:ptab':
      return writeText(' ', ' ', conversion, context);
    case 'w:br':
    case 'w:cr':
      if (left === undefined && ['textWrapping', undefined].includes(node.attributes['w:type'])) {
        writeNode(element('br', []), conversion, format);
      }
      return;
    case 'w:sym':
      return writeSymbol(node, conversion, context);
    case 'w:fldChar':
      return fieldMark(node, conversion, format);
    case 'w:instrText':
    case 'w:delInstrText':
      return fieldCode(textContent(node), conversion);
    case 'w:delText':
      return omit(conversion, 'deleted', textContent(node));
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      if (left === undefined) writeNoteMark(node, conversion);
      return;
    case 'w:ruby':
      return readRuby(node, conversion, context);
    case 'mc:AlternateContent': {
      for (const part of elementsOf(chooseAlternative(node, conversion)))
        readRunPart(part, conversion, context);
      return;
    }
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      if (left === 'hidden') return omit(conversion, 'hidden', storedText(node));
      return readDrawing(node, conversion);
    default:
      for (const part of elementsOf(node)) readRunPart(part, conversion, context);
  }
}

/** Writes text of the source, or leaves it out with the run or the field around it. */
function writeText(
  stored: string,
  shown: string,
  conversion: Conversion,
  { format, left }: RunContext,
): void {
  const kind = left ?? openFieldKind(conversion);
  if (kind !== undefined) return omit(conversion, kind, stored);
  push(conversion, textNode(shown), { ...format, href: openHref(conversion) ?? format.href });
}

function writeNode(node: ElementContent, conversion: Conversion, format: TextFormat): void {
  if (openFieldKind(conversion) === undefined) push(conversion, node, format);
}

function openFieldKind({ fields }: Conversion): OmissionKind | undefined {
  if (fields.some(({ inResult }) => !inResult)) return 'field-code';
  return fields.map(({ code }) => omittedByField(code)).find((kind) => kind !== undefined);
}

function openHref({ fields }: Conversion): string | undefined {
  return fields.map(({ code }) => hrefOfCode(code)).find((href) => href !== undefined);
}

function writeSymbol(node: XmlElement, conversion: Conversion, context: RunContext): void {
  const code = Number.parseInt(node.attributes['w:char'] ?? '', 16);
  const symbol = symbolOf(code, node.attributes['w:font'] ?? context.font);
  if (symbol === undefined) omit(conversion, 'unreadable', '\u25A1');
  else writeText('\u25A1', symbol, conversion, context);
}

function writeNoteMark(node: XmlElement, conversion: Conversion): void {
  const part = node.name === 'w:footnoteReference' ? 'footnotes' : 'endnotes';
  const number = conversion.noteMarks.filter((mark) => mark.part === part).length + 1;
  // A mark of the author's own stands in the next run.
  const isCustom = /^(?:1|true|on)$/.test(node.attributes['w:customMarkFollows'] ?? '');
  const mark = part === 'footnotes' ? `[${number}]` : `[尾注${number}]`;
  conversion.noteMarks.push({ part, id: node.attributes['w:id'] ?? '', mark: isCustom ? '' : mark });
  if (!isCustom) pushAdded(conversion, mark, '脚注的标记');
}

function readRuby(node: XmlElement, conversion: Conversion, context: RunContext): void {
  const read = (name: string) => {
    const inner = {
      ...conversion,
      paragraph: { ...emptyParagraph(conversion.paragraph.styleId), omitted: conversion.paragraph.omitted },
    };
    for (const run of elementsOf(child(node, name))) readRun(run, inner, undefined);
    return joinPieces(inner.paragraph.pieces.map((piece) => ({ ...piece, format: plainFormat })));
  };
  const kind = context.left ?? openFieldKind(conversion);
  if (kind !== undefined) return omit(conversion, kind, storedText(node));
  const base = read('w:rubyBase');
  const reading = read('w:rt');
  push(conversion, element('ruby', [...base, element('rt', reading)]), context.format);
}

/** Whether the properties of a paragraph say that its mark is deleted: the next paragraph continues it. */
export function isMarkDeleted(properties: XmlElement | undefined): boolean {
  const mark = child(properties, 'w:rPr');
  return at(mark, 'w:del') !== undefined || at(mark, 'w:moveFrom') !== undefined;
}
