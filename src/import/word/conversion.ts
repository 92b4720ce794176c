/** What the conversion of one .docx collects on its way, and the format of the piece of text at hand. */
import type { ElementContent } from 'hast';
import { omissionOf } from '../omission-reasons.ts';
import type { Addition, Omission, OmissionKind } from '../source-document.ts';
import type { XmlElement } from '../xml.ts';
import type { Numbering } from './numbering.ts';
import type { Styles } from './styles.ts';

export interface TextFormat {
  bold: boolean;
  italic: boolean;
  tag: 'sup' | 'sub' | undefined;
  href: string | undefined;
}

/** A piece of a paragraph with its format; neighbours of one format become one element. */
export interface Piece {
  node: ElementContent;
  format: TextFormat;
}

/** A field between its begin and end marks (ECMA-376 17.16.18). */
export interface Field {
  code: string;
  inResult: boolean;
  /** The properties of a form field. */
  form: XmlElement | undefined;
}

/** A note in the order of the marks. */
export interface NoteMark {
  part: 'footnotes' | 'endnotes';
  id: string;
  mark: string;
}

/** The paragraph being read: its pieces, blocks that stand in it, and omissions that wait for the text around them. */
export interface OpenParagraph {
  pieces: Piece[];
  blocks: ElementContent[];
  styleId: string | undefined;
  omitted: { omission: Omission; offset: number }[];
}

export interface Conversion {
  styles: Styles;
  numbering: Numbering;
  /** The target of a relationship of the part being read. */
  target(id: string | undefined): Relationship | undefined;
  /** A part by its name, parsed; undefined without it. */
  part(name: string): XmlElement | undefined;
  bytes(name: string): Uint8Array | undefined;
  pictures: Map<string, Uint8Array>;
  omissions: Omission[];
  additions: Addition[];
  notes: string[];
  fields: Field[];
  noteMarks: NoteMark[];
  /** Tracked insertions, which are accepted. */
  insertions: { count: number };
  paragraph: OpenParagraph;
  /** Reads the blocks of a text box, see blocks.ts. */
  readBlocks(parent: XmlElement, conversion: Conversion): ElementContent[];
}

export interface Relationship {
  type: string;
  /** The name of the part, or an address. */
  target: string;
  isExternal: boolean;
}

export const plainFormat: TextFormat = { bold: false, italic: false, tag: undefined, href: undefined };

export function emptyParagraph(styleId?: string): OpenParagraph {
  return { pieces: [], blocks: [], styleId, omitted: [] };
}

/** Leaves text out; text left out for the same reason at the same place is one omission. */
export function omit(conversion: Conversion, kind: OmissionKind, text: string): void {
  if (text.trim() === '') return;
  const { omitted, pieces } = conversion.paragraph;
  const offset = pieces.length;
  const last = omitted.at(-1);
  if (last !== undefined && last.offset === offset && last.omission.kind === kind) last.omission.text += text;
  else omitted.push({ omission: omissionOf(kind, text), offset });
}

export function push(conversion: Conversion, node: ElementContent, format: TextFormat = plainFormat): void {
  conversion.paragraph.pieces.push({ node, format });
}

/** Adds text that the file does not store as characters. */
export function pushAdded(conversion: Conversion, text: string, reason: string, format = plainFormat): void {
  if (text === '') return;
  conversion.additions.push({ text, reason });
  push(conversion, { type: 'text', value: text }, format);
}
