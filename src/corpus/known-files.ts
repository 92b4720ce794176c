/** Files that were read before: of the same text comes the same document, and parsing is most of what reading takes. */
import { createHash } from 'node:crypto';
import type { ContentFile } from './content-files.ts';
import { type ReadFile, readDocument } from './read-document.ts';
import { readSourceFile } from './source-file.ts';

/** What a file came to, without where it lies: the folder of a push is another each time. */
export type KnownFile = Omit<ReadFile, 'path' | 'source'>;

/** What was read before, by digest. */
export interface KnownFiles {
  take(key: string): KnownFile | undefined;
  put(key: string, read: KnownFile): void;
}

/** Reads a file, or takes what the same text came to before. */
export function readKnown(file: ContentFile, known: KnownFiles | undefined): ReadFile {
  if (known === undefined) return readDocument(file);
  const content = readSourceFile(file.path, file.file);
  if ('problem' in content) return readDocument(file, false, content);
  const key = createHash('sha256').update(`${file.collection}\n${file.file}\n${content.text}`).digest('hex');
  const before = known.take(key);
  if (before !== undefined) return { ...before, path: file.path };
  const { path: _, source: __, ...read } = readDocument(file, false, content);
  known.put(key, read);
  return { ...read, path: file.path };
}
