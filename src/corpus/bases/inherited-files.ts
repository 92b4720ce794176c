/**
 * The files of a site that has bases: its own, those of its bases that it does not have, and files joined from both. The nearest file with the
 * same collection and name counts.
 */
import type { Diagnostic } from '../../documents/diagnostic.ts';
import type { CollectionName } from '../../schema/collection-name.ts';
import { collectionNames } from '../../schema/collection-name.ts';
import { isDocumentCollection } from '../../schema/collections.ts';
import { type ContentFile, readContentFile, withoutContent } from '../content-files.ts';
import { splitFrontMatter } from '../front-matter.ts';
import { type Change, joinFiles } from './join-files.ts';
import { type Lines, linesOf, textOf } from './lines.ts';
import type { FileWithoutBase } from './withdrawn.ts';

/** What a file of the content says differently from its base. */
export interface ChangedFile extends Pick<ContentFile, 'collection' | 'slug' | 'path' | 'file'> {
  changes: Change[];
}

/** What a site would have without files of its own: the files of its bases, by `collection/slug`. */
export type BaseFiles = ReadonlyMap<string, ContentFile>;

export interface InheritedFiles {
  files: ContentFile[];
  baseFiles: BaseFiles;
  /** Of the nearest content folder alone. */
  changed: ChangedFile[];
  /** Files that take the rest from a base that has no such file. */
  withoutBase: FileWithoutBase[];
  diagnostics: Diagnostic[];
}

/** A file with the lines of which it is made. */
interface Layered {
  file: ContentFile;
  lines?: Lines;
}

/** Joins the files of several content folders, the nearest first; each is as `findContentFiles` lists it. */
export function inheritFiles(folders: readonly (readonly ContentFile[])[]): InheritedFiles {
  const byKey = new Map<string, (ContentFile | undefined)[]>();
  for (const [depth, files] of folders.entries()) {
    for (const file of files) {
      const key = `${file.collection}/${file.slug}`;
      const layers = byKey.get(key) ?? Array<undefined>(folders.length).fill(undefined);
      layers[depth] = file;
      byKey.set(key, layers);
    }
  }
  const baseFiles = new Map<string, ContentFile>();
  const result: InheritedFiles = { files: [], baseFiles, changed: [], withoutBase: [], diagnostics: [] };
  for (const [key, layers] of byKey) {
    const { file, base } = joinLayers(layers, result);
    if (file !== undefined) result.files.push(file);
    if (base !== undefined) baseFiles.set(key, withoutContent(base));
  }
  if (folders.length > 1) result.files.sort(inOrder);
  return result;
}

const orderOf = new Map<CollectionName, number>(collectionNames.map((name, at) => [name, at]));

/** By collection and name: where a file lies does not change a page. */
function inOrder(a: ContentFile, b: ContentFile): number {
  const order = (orderOf.get(a.collection) ?? 0) - (orderOf.get(b.collection) ?? 0);
  return order || (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0);
}

/** The file that counts among those of one name, the nearest first, and that of the bases alone; undefined if it was withdrawn. */
function joinLayers(
  layers: readonly (ContentFile | undefined)[],
  { changed, withoutBase, diagnostics }: InheritedFiles,
): { file: ContentFile | undefined; base: ContentFile | undefined } {
  let below: Layered | undefined;
  let base: ContentFile | undefined;
  for (let depth = layers.length - 1; depth >= 0; depth -= 1) {
    const file = layers[depth];
    if (depth === 0) base = below && fileOf(below);
    if (file === undefined) continue;
    const content = readContentFile(file);
    const text = 'text' in content ? content.text : '';
    const inherits = inheritsIn(file.collection, text);
    if (inherits !== undefined && below === undefined) {
      withoutBase.push({ ...file, line: inherits.line, inherits: inherits.value });
      continue;
    }
    if (inherits?.value === 'none') {
      below = undefined;
      continue;
    }
    const known = { ...file, content };
    if (below === undefined) {
      below = { file: known };
      continue;
    }
    const under = linesIn(fileOf(below));
    const joined =
      'text' in content ? joinFiles(file.collection, linesOf(text, file.file), under) : undefined;
    if (depth === 0 && joined !== undefined) changed.push({ ...file, changes: joined.changes });
    if (inherits === undefined || joined === undefined) below = { file: known };
    else {
      diagnostics.push(...joined.diagnostics);
      below = { file, lines: joined.lines };
    }
  }
  return { file: below && fileOf(below), base };
}

/** A file with the text that counts. */
function fileOf({ file, lines }: Layered): ContentFile {
  return lines === undefined ? file : { ...file, joined: { text: textOf(lines), lines } };
}

/** The lines of a file, each with the file that it stands in. */
export function linesIn(file: ContentFile): Lines {
  if (file.joined !== undefined) return file.joined.lines;
  const content = readContentFile(file);
  return linesOf('text' in content ? content.text : '', file.file);
}

/** How a text stands to the file of its name in a base, as its field `inherits` says; undefined without one. */
export function inheritModeOf(collection: CollectionName, text: string): 'rest' | 'none' | undefined {
  const value = inheritsIn(collection, text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'))?.value;
  return value === 'rest' || value === 'none' ? value : undefined;
}

/** What a text says differently from a file of the base, if it takes the rest from there or has all of its own; nothing if one cannot be read. */
export function changesOver(collection: CollectionName, text: string, base: ContentFile): Change[] {
  const own = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (inheritModeOf(collection, own) === 'none') return [];
  return joinFiles(collection, linesOf(own, ''), linesIn(base))?.changes ?? [];
}

/** A text as the content of a file, joined with its base if it takes the rest from there: as it will be read when it is saved. */
export function joinUnsaved(file: ContentFile, text: string, baseFiles: BaseFiles): ContentFile {
  const base = baseFiles.get(`${file.collection}/${file.slug}`);
  if (base === undefined || inheritModeOf(file.collection, text) !== 'rest') return file;
  const joined = joinFiles(file.collection, linesOf(text, file.file), linesIn(base));
  return joined === undefined ? file : fileOf({ file, lines: joined.lines });
}

/** The field `inherits` of a text and its line; undefined without it. Found without parsing: most files do not have it. */
function inheritsIn(collection: CollectionName, text: string): { value: string; line: number } | undefined {
  if (!text.includes('inherits')) return undefined;
  const parts = isDocumentCollection(collection) ? splitFrontMatter(text) : { yaml: text, yamlOffset: 0 };
  const found = parts && /^inherits[ \t]*[:：][ \t]*["']?([a-z]*)/m.exec(parts.yaml);
  if (!parts || !found) return undefined;
  const line = text.slice(0, parts.yamlOffset + found.index).split('\n').length;
  return { value: found[1] ?? '', line };
}
