/** The values of a request's body and path, checked: whoever wrote the client, nothing but what the routes expect gets further. */
import { type CollectionName, collectionNames, type DocumentCollection } from '../schema/collection-name.ts';
import { isDocumentCollection } from '../schema/collections.ts';
import type { DeskDocument, Edit, SheetChoice, SheetDefaults } from './contract.ts';
import { DeskError } from './desk-error.ts';
import { isSingleFile } from './single-files.ts';

/** A file's name without its ending: no separators and no dots, so that it leads to no other folder. */
const FILE_NAME = /^[\p{L}\p{N}_][\p{L}\p{N}_-]{0,99}$/u;
const MAX_EDITS = 1_000;
const MAX_PATH_LENGTH = 8;

type Body = Readonly<Record<string, unknown>>;

/** The document that a path or body names. */
export function documentOf({ collection, slug }: Body): DeskDocument {
  if (typeof slug !== 'string' || !FILE_NAME.test(slug)) throw new DeskError(400, '没有这个文件。');
  if (typeof collection === 'string' && isSingleFile(collection)) {
    if (slug !== collection) throw new DeskError(400, '没有这个文件。');
    return { collection, slug };
  }
  return { collection: collectionOf(collection), slug };
}

export function collectionOf(name: unknown): CollectionName {
  const known = collectionNames.find((each) => each === name);
  if (known === undefined) throw new DeskError(400, '没有这一类内容。');
  return known;
}

export function documentCollectionOf(name: unknown): DocumentCollection {
  const collection = collectionOf(name);
  if (!isDocumentCollection(collection)) throw new DeskError(400, '这一类内容没有正文。');
  return collection;
}

/** A text of at most `maxLength` UTF-16 units; throws DeskError for another value. */
export function textOf(value: unknown, maxLength: number, what: string): string {
  if (typeof value !== 'string') throw new DeskError(400, `没有收到${what}。`);
  if (value.length > maxLength) throw new DeskError(400, `${what}太长了。`);
  return value;
}

export function optionalTextOf(value: unknown, maxLength: number, what: string): string | undefined {
  return value === undefined || value === null ? undefined : textOf(value, maxLength, what);
}

export function editsOf(value: unknown): Edit[] {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > MAX_EDITS) throw new DeskError(400, '改动读不懂。');
  return value.map((edit: unknown) => {
    const { path, value: given } = (edit ?? {}) as { path?: unknown; value?: unknown };
    if (!isPath(path)) throw new DeskError(400, '改动读不懂。');
    return { path, value: given };
  });
}

function isPath(path: unknown): path is Edit['path'] {
  if (!Array.isArray(path) || path.length === 0 || path.length > MAX_PATH_LENGTH) return false;
  return path.every((part) =>
    typeof part === 'number' ? Number.isInteger(part) && part >= 0 : /^[A-Za-z][\w-]*$/.test(String(part)),
  );
}

const MAX_SHEETS = 100;

/** What an editor chose for the sheets of a workbook, from the query of its upload. */
export function sheetChoicesOf(query: URLSearchParams): SheetDefaults & { choices: SheetChoice[] } {
  const unreadable = new DeskError(400, '没有说清表格里是什么。');
  const choices = parseJson(query.get('choices') ?? '');
  if (!Array.isArray(choices) || choices.length === 0 || choices.length > MAX_SHEETS) throw unreadable;
  const optional = (name: string) => query.get(name) ?? undefined;
  return {
    choices: choices.map((choice: unknown) => {
      const { sheet, kind, fields } = (choice ?? {}) as Record<string, unknown>;
      const isKind = kind === 'contacts' || kind === 'places' || kind === 'notices';
      if (!Number.isInteger(sheet) || !isKind || !Array.isArray(fields)) throw unreadable;
      return { sheet: sheet as number, kind, fields: fields.map(String) };
    }),
    kind: optional('kind'),
    parent: optional('parent'),
    contact: optional('contact'),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Files that the editor chose to publish, as `content/…` or `public/…`. */
export function filesOf(value: unknown): string[] {
  const isFile = (file: unknown): file is string =>
    typeof file === 'string' && !/(?:^|\/)\.{0,2}(?:\/|$)|[\\\0]/.test(file);
  if (!Array.isArray(value) || !value.every(isFile)) throw new DeskError(400, '没有说要发布哪些文件。');
  return value;
}

/** A commit by its hexadecimal name. */
export function commitOf(value: unknown): string {
  if (typeof value !== 'string' || !/^[0-9a-f]{7,64}$/.test(value))
    throw new DeskError(400, '没有说要撤销哪一次。');
  return value;
}
