/** Caches parsed files by their text: the same text gives the same document, and parsing is most of the reading time. */
import { hash } from 'node:crypto';
import { bodyJson, openBody } from '../documents/body-json.ts';
import type { AnnotatedFile, BodyAddresses } from '../documents/source.ts';
import { type ContentFile, readContentFile } from './content-files.ts';
import type { FoundTexts } from './lazy-source.ts';
import { type ReadFile, type Reference, readDocument, readFieldsOf, sourceFrom } from './read-document.ts';
import { decodeSource, type EncodedSource, encodeSource } from './source-codec.ts';

/** The parsed file, its body as JSON, without its path: each push has another folder. */
export type CachedFile = Omit<ReadFile, 'path' | 'source' | 'body' | 'digest' | 'joined'> & {
  body: string;
  /** Absent if the file was read without its texts. */
  addresses?: BodyAddresses;
};

/** The parsed content of a single file (site-files.ts) without errors. */
export interface CachedSiteFile {
  data: unknown;
  references: Reference[];
}

/** Values by digest. */
export interface Cache<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

/** The cached files; sources are separate, because only rules need them. */
export interface ParseCache {
  files: Cache<CachedFile>;
  siteFiles: Cache<CachedSiteFile>;
  sources: Cache<EncodedSource>;
}

const cacheKey = ({ collection, file }: ContentFile, text: string): string =>
  hash('sha256', `${collection}\n${file}\n${text}`);

/** Reads a file, or returns the cached result for the same text. */
export function readCached(file: ContentFile, keepSource: boolean, { files, sources }: ParseCache): ReadFile {
  const content = readContentFile(file);
  if ('diagnostic' in content) return readDocument(file, keepSource, content);
  const { text } = content;
  const key = cacheKey(file, text);
  const before = files.get(key);
  if (before === undefined) {
    const read = readDocument(file, keepSource, content);
    const { path, source, body, joined: _, ...entry } = read;
    const addresses = source && { links: source.links, images: source.images };
    files.set(key, { ...entry, body: bodyJson(body), ...(addresses && { addresses }) });
    if (source !== undefined) sources.set(key, encodeSource(source));
    return { ...read, digest: key, source: source && withHash(source, key) };
  }
  const { addresses, body, ...fields } = before;
  const read: ReadFile = { ...fields, body: openBody(body), path: file.path, digest: key };
  if (!keepSource) return read;
  const find = findCachedTexts(sources, key, () => readDocument(file, true, content).source as AnnotatedFile);
  return { ...read, source: withHash(sourceFrom(read, text, find, addresses), key) };
}

/** Reads only the fields of a file that is not in the cache, see `readFieldsOf`; undefined for one that is, or that cannot be read. */
export function readFieldsOfNew(file: ContentFile, { files, sources }: ParseCache): ReadFile | undefined {
  const content = readContentFile(file);
  if ('diagnostic' in content) return undefined;
  const { text } = content;
  const key = cacheKey(file, text);
  if (files.get(key) !== undefined) return undefined;
  const read: ReadFile = { ...readFieldsOf(file, text), path: file.path, digest: key };
  const find = findCachedTexts(sources, key, () => readDocument(file, true, content).source as AnnotatedFile);
  // Without a hash: findings are not cached before the errors of the body are known.
  return { ...read, source: sourceFrom(read, text, find) };
}

/** Returns the cached texts of a file; otherwise `readAnew` extracts them and they are cached. */
export function findCachedTexts(sources: Cache<EncodedSource>, key: string, readAnew: () => AnnotatedFile) {
  return (): FoundTexts => {
    const packed = sources.get(key);
    if (packed !== undefined) return decodeSource(packed);
    const source = readAnew();
    sources.set(key, encodeSource(source));
    return source;
  };
}

/** Adds the hash of the file, which is a part of the cache keys of rules. */
export function withHash(source: AnnotatedFile, digest: string): AnnotatedFile {
  source.hash = digest;
  return source;
}
