/**
 * Changes fields and body in the text of a content file as the desk's form does: what was not changed keeps its bytes, with comments,
 * order, quotes, blank lines, line ends and byte order mark.
 */
import { readYaml, splitFrontMatter } from '../corpus/index.ts';
import { DeskError } from './desk-error.ts';
import { applyBody } from './edit-body.ts';
import type { EditPath } from './path-values.ts';
import { applySplices, type Splice } from './text-splices.ts';
import { setValue, UnreadableYaml } from './yaml-edit.ts';

/** A change of one value. An empty text keeps the field and empties it; undefined or null removes the field or the list item. */
export interface FieldEdit {
  path: EditPath;
  value?: unknown;
}

/** The fields as their texts in the file, and the body; a record has none. */
export interface DocumentParts {
  fields: Record<string, unknown>;
  body: string;
  /** False if the fields cannot be read. */
  isReadable: boolean;
}

export interface EditOptions {
  /** The names of the fields in the order of the schema, for the place of a new one. */
  order?: readonly string[];
  /** `body` is taken as it is, also where it shows the same as before. */
  isExact?: boolean;
}

/**
 * The text with `edits` applied one after the other, and with `body` if it is given. Throws DeskError (422) if the fields cannot be
 * read: they must first be put right in the text itself.
 */
export function applyEdits(
  text: string,
  edits: readonly FieldEdit[],
  body?: string,
  { order = [], isExact = false }: EditOptions = {},
): string {
  const file = parse(text);
  let { yaml } = file;
  for (const { path, value } of edits) {
    if (path.length > 0) yaml = changed(yaml, path, value ?? undefined, order);
  }
  return restored(text, file, yaml, bodyOf(file, body, isExact));
}

function bodyOf(file: ParsedFile, body: string | undefined, isExact: boolean): string {
  if (body === undefined || file.bodyAt === undefined) return file.body;
  return editedBody(file.body, body, { isExact });
}

/** A body after `changed` took its place: with `isExact` as it is, otherwise what shows the same as before keeps its text. */
export function editedBody(
  body: string,
  changed: string,
  { isExact = false }: Pick<EditOptions, 'isExact'> = {},
): string {
  return isExact ? unixLines(changed) : applyBody(body, unixLines(changed));
}

/** The fields and the body of a file; no fields if they cannot be read. */
export function readParts(text: string): DocumentParts {
  const { yaml, body } = parse(text);
  const { value, diagnostics } = readYaml(yaml, '');
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  const isReadable = diagnostics.length === 0;
  return { fields: isMap ? (value as Record<string, unknown>) : {}, body, isReadable };
}

/** A file with line feeds alone and without a byte order mark. */
interface ParsedFile {
  plain: string;
  yaml: string;
  yamlAt: number;
  body: string;
  /** Undefined for a record, which has no body. */
  bodyAt: number | undefined;
}

function parse(text: string): ParsedFile {
  const plain = unixLines(text.replace(/^\ufeff/, ''));
  const parts = splitFrontMatter(plain);
  if (parts === undefined) return { plain, yaml: plain, yamlAt: 0, body: '', bodyAt: undefined };
  const { yaml, yamlOffset, body } = parts;
  return { plain, yaml, yamlAt: yamlOffset, body, bodyAt: plain.length - body.length };
}

/** A text with line feeds as its only line ends, as the corpus reads it. */
export const unixLines = (text: string): string => text.replace(/\r\n?/g, '\n');

function changed(yaml: string, path: EditPath, value: unknown, order: readonly string[]): string {
  try {
    return setValue(yaml, path, value, order);
  } catch (error) {
    if (error instanceof UnreadableYaml) throw unreadable(readYaml(yaml, '').diagnostics[0]?.message ?? '');
    throw error;
  }
}

function unreadable(why: string): DeskError {
  return new DeskError(422, `上面的字段读不出来，请到「原文」里改好。${why}`);
}

/** The file's own text, with the changed parts of `yaml` and `body` put into it. */
function restored(text: string, file: ParsedFile, yaml: string, body: string): string {
  const splices = [difference(file.yaml, yaml, file.yamlAt), difference(file.body, body, file.bodyAt ?? 0)];
  return spliceFile(
    text,
    splices.filter((splice) => splice !== undefined),
  );
}

/** Splices the text of a file; the offsets are those of the text as the corpus reads it, and inserted line ends become the file's own. */
export function spliceFile(text: string, splices: readonly Splice[]): string {
  const inFile = rawOffsets(text);
  const end = lineEndOf(text);
  return applySplices(
    text,
    splices.map(({ from, to, text: inserted }) => ({
      from: inFile(from),
      to: inFile(to),
      text: inserted.replaceAll('\n', end),
    })),
  );
}

/** The one range in which two texts differ, on whole lines; undefined if they are the same. */
function difference(before: string, after: string, base: number): Splice | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return {
    from: base + start,
    to: base + before.length - end,
    text: after.slice(start, after.length - end),
  };
}

/** Converts an offset in the text with line feeds alone to the one in the file. */
function rawOffsets(text: string): (offset: number) => number {
  const mark = text.startsWith('\ufeff') ? 1 : 0;
  if (!text.includes('\r')) return (offset) => offset + mark;
  const offsets: number[] = [];
  for (let at = mark; at < text.length; at += 1) {
    offsets.push(at);
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
  }
  return (offset) => offsets[offset] ?? text.length;
}

/** The line end that most lines of a text have. */
export function lineEndOf(text: string): string {
  const windows = text.split('\r\n').length - 1;
  return windows * 2 > text.split('\n').length - 1 ? '\r\n' : '\n';
}
