/** Files that were read before: of the same text comes the same document, and parsing is most of what reading takes. */
import { createHash } from 'node:crypto';
import type { ContentFile } from './content-files.ts';
import { type PackedSource, packSource, unpackSource } from './packed-source.ts';
import { asSource, type ReadFile, readDocument } from './read-document.ts';
import { readSourceFile } from './source-file.ts';

/** What a file came to, without where it lies: the folder of a push is another each time. */
export type KnownFile = Omit<ReadFile, 'path' | 'source'>;

/** Values by digest. */
export interface Known<T> {
  take(key: string): T | undefined;
  put(key: string, value: T): void;
}

/** What was read before; the sources apart, because only rules need them. */
export interface KnownFiles {
  files: Known<KnownFile>;
  sources: Known<PackedSource>;
}

/** Reads a file, or takes what the same text came to before. */
export function readKnown(file: ContentFile, keepSource: boolean, { files, sources }: KnownFiles): ReadFile {
  const content = readSourceFile(file.path, file.file);
  if ('problem' in content) return readDocument(file, keepSource, content);
  const { text } = content;
  const key = createHash('sha256').update(`${file.collection}\n${file.file}\n${text}`).digest('hex');
  const before = files.take(key);
  const packed = keepSource ? sources.take(key) : undefined;
  if (before !== undefined && (packed !== undefined || !keepSource)) {
    const read: ReadFile = { ...before, path: file.path };
    return packed === undefined ? read : { ...read, source: asSource(read, text, unpackSource(packed)) };
  }
  const { path, source, ...read } = readDocument(file, keepSource, content);
  files.put(key, read);
  if (source !== undefined) sources.put(key, packSource(source));
  return { ...read, path, source };
}
