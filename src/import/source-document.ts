/**
 * The document as a reader returns it: one tree for all formats, and an account of the text that is not in it. Everything after the
 * readers (fields, headings, Markdown, the ledger) works on this type alone.
 *
 * Invariant, with counts by `countCharacters`:
 * characters of `root` = `sourceCharacters` − those of `omissions` + those of `additions`.
 */
import type { Root } from 'hast';
import { treeText } from '../markup/index.ts';

/** Why text of the source is not in the tree. */
export type OmissionKind =
  | 'hidden'
  | 'deleted'
  | 'struck'
  | 'moved'
  | 'comment'
  | 'header-footer'
  | 'page-number'
  | 'page-frame'
  | 'table-of-contents'
  | 'placeholder'
  | 'formula'
  | 'drawing'
  | 'field-code'
  | 'footnote-mark'
  | 'reading'
  | 'form'
  | 'embedded'
  | 'code'
  | 'front-matter'
  | 'repeated'
  | 'invisible'
  | 'unreadable';

/** Text of the source that is not in the tree. */
export interface Omission {
  kind: OmissionKind;
  /** The text as the source has it; empty for what has no text, for example a drawing. */
  text: string;
  /** Why, in Chinese, as a part of a sentence without a full stop: 隐藏文字，读者看不见. */
  reason: string;
  /** The text around it, so that the editor finds it: at most 60 characters; empty if unknown. */
  near: string;
}

/** Text in the tree that is not stored as characters in the source: automatic numbers, marks of tick boxes. */
export interface Addition {
  text: string;
  /** What it is, in Chinese: 自动编号. */
  reason: string;
}

/** What a web page or a file states about itself; used only where the text has nothing. */
export interface SourceMetadata {
  title?: string | undefined;
  publisher?: string | undefined;
  /** `YYYY-MM-DD` */
  date?: string | undefined;
  url?: string | undefined;
}

export interface SourceDocument {
  /**
   * h1 to h6, p, ul, ol, li, blockquote, table (caption, thead, tbody, tr, th and td with colSpan and rowSpan), img, ruby, sup, sub, a,
   * strong, em, br. Automatic numbers are text. Without heading styles all are paragraphs: headings.ts finds them by their numbers.
   */
  root: Root;
  /** Pictures by the name in the `src` of their img element. */
  pictures: ReadonlyMap<string, Uint8Array>;
  omissions: readonly Omission[];
  additions: readonly Addition[];
  /**
   * The number of characters that the source stores as text for people, including all of `omissions`. Counted in the source, not in
   * `root`: the comparison of the two would be worthless otherwise.
   */
  sourceCharacters: number;
  /** Other losses and remarks, in Chinese, one sentence each. Omissions are reported by the ledger, not here. */
  notes: readonly string[];
  /** Whether the title is one of the paragraphs of `root`; false for a web page, whose title is in `metadata`. */
  hasTitle: boolean;
  metadata?: SourceMetadata;
}

/** Reads the bytes of one format; throws ImportError if they are damaged, protected or without content. */
export type Reader = (bytes: Uint8Array, context: ReaderContext) => Promise<SourceDocument>;

export interface ReaderContext {
  /** For messages only: the format is told by the bytes. */
  fileName: string;
  /** The bytes of a file in the folder of the imported one, by relative path; undefined without one. */
  readBeside(path: string): Uint8Array | undefined;
  runProgram: RunProgram;
}

/** Runs an outside program in a new temporary folder, which is its working directory and is removed afterwards. */
export type RunProgram = (run: ProgramRun) => Promise<ProgramResult>;

export interface ProgramRun {
  program: 'soffice' | 'tesseract';
  arguments: readonly string[];
  /** Files written to the folder before the start, by name. */
  files: Readonly<Record<string, Uint8Array>>;
  timeoutSeconds: number;
}

export type ProgramResult =
  /** The program is not installed; missingProgramNote has the sentence for the editor. */
  | { status: 'missing' }
  | { status: 'failed'; message: string }
  /** `files` are those that the program wrote, by name. */
  | { status: 'done'; files: ReadonlyMap<string, Uint8Array>; output: string };

/** The number of characters (code points) other than blanks: layout and line breaks change blanks. */
export function countCharacters(text: string): number {
  return [...text.replace(/\s+/gu, '')].length;
}

/** The characters of a tree. */
export function countTreeCharacters(root: Root): number {
  return countCharacters(treeText(root));
}

/** How far the invariant is off: 0 if every character is accounted for. */
export function imbalanceOf({ root, omissions, additions, sourceCharacters }: SourceDocument): number {
  const sum = (parts: readonly { text: string }[]) =>
    parts.reduce((total, { text }) => total + countCharacters(text), 0);
  return countTreeCharacters(root) - (sourceCharacters - sum(omissions) + sum(additions));
}
