/** Files that were read before: of the same text comes the same document, and parsing is most of what reading takes. */
import { hash } from 'node:crypto';
import { bodyJson, openBody } from '../documents/body-json.ts';
import type { AnnotatedFile } from '../documents/source.ts';
import type { ContentFile } from './content-files.ts';
import type { FoundTexts } from './lazy-source.ts';
import { type ReadFile, type Reference, readDocument, sourceFrom } from './read-document.ts';
import { decodeSource, type EncodedSource, encodeSource } from './source-codec.ts';
import { readSourceFile } from './source-file.ts';

/** What a file came to, its body as JSON, without where it lies: the folder of a push is another each time. */
export type CachedFile = Omit<ReadFile, 'path' | 'source' | 'body' | 'digest'> & { body: string };

/** What a single file (site-files.ts) without a fault came to. */
export interface CachedSiteFile {
  data: unknown;
  references: Reference[];
}

/** Values by digest. */
export interface Cache<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

/** What was read before; the sources apart, because only rules need them. */
export interface ParseCache {
  files: Cache<CachedFile>;
  siteFiles: Cache<CachedSiteFile>;
  sources: Cache<EncodedSource>;
}

/** Reads a file, or takes what the same text came to before. */
export function readCached(file: ContentFile, keepSource: boolean, { files, sources }: ParseCache): ReadFile {
  const content = readSourceFile(file.path, file.file);
  if ('diagnostic' in content) return readDocument(file, keepSource, content);
  const { text } = content;
  const key = hash('sha256', `${file.collection}\n${file.file}\n${text}`);
  const before = files.get(key);
  if (before === undefined) {
    const read = readDocument(file, keepSource, content);
    const { path, source, body, ...kept } = read;
    files.set(key, { ...kept, body: bodyJson(body) });
    if (source !== undefined) sources.set(key, encodeSource(source));
    return { ...read, digest: key, source: source && withHash(source, key) };
  }
  const read: ReadFile = { ...before, body: openBody(before.body), path: file.path, digest: key };
  if (!keepSource) return read;
  const find = findCachedTexts(sources, key, () => readDocument(file, true, content).source as AnnotatedFile);
  return { ...read, source: withHash(sourceFrom(read, text, find), key) };
}

/** Finds the texts of a file where they are kept; where they are not, `readAnew` finds them and they are kept. */
export function findCachedTexts(sources: Cache<EncodedSource>, key: string, readAnew: () => AnnotatedFile) {
  return (): FoundTexts => {
    const packed = sources.get(key);
    if (packed !== undefined) return decodeSource(packed);
    const source = readAnew();
    sources.set(key, encodeSource(source));
    return source;
  };
}

/** Tells what rules find in a file of this digest from what they find in others. */
export function withHash(source: AnnotatedFile, digest: string): AnnotatedFile {
  source.hash = digest;
  return source;
}
