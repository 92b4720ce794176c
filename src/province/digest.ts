/** Digests of what a county's site is made from: two equal digests are two equal sites. */
import { hash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { openHashCache } from '../cache/hash-cache.ts';

/** The digests of a county's inputs, by kind: they tell what has changed. */
export interface Digest {
  /** Its own content, photographs and history. */
  content: string;
  /** The content that it extends. */
  base: string;
  /** Our code, its packages, Node and the machine. */
  code: string;
  /** The day that it is built for: a site says what is open on that day. */
  day: string;
}

/** One digest for all kinds. */
export function joinDigest({ content, base, code, day }: Digest): string {
  return hash('sha256', JSON.stringify([content, base, code, day]));
}

/** The hash of a folder's files and their names. */
export type FolderHash = (folder: string) => string;

/** Names that are in a repository and are no content. */
const IGNORED = new Set(['.git', '.mingbai', 'node_modules']);

/**
 * Hashes folders, each once: counties share bases. The hashes of files are cached in the file `path` by size and time, so that
 * photographs are not read again for each plan.
 */
export function openFolderHashes(path: string): { hashFolder: FolderHash; flush(): void } {
  const files = openHashCache(path, 'province');
  const known = new Map<string, string>();
  const hashFile = (file: string) => files.getOrCompute(file, () => hash('sha256', readFileSync(file))).hash;
  const hashFolder = (folder: string): string => {
    const lines = known.has(folder) || !existsSync(folder) ? [] : linesOf(folder, '', hashFile);
    const digest = known.get(folder) ?? hash('sha256', lines.join('\n'));
    known.set(folder, digest);
    return digest;
  };
  return { hashFolder, flush: files.flush };
}

/** A line a file, by name. A link counts as its target: the reader of the content refuses it. */
function linesOf(folder: string, below: string, hashFile: (file: string) => string): string[] {
  return readdirSync(join(folder, below))
    .sort()
    .filter((name) => !IGNORED.has(name))
    .flatMap((name) => {
      const [path, file] = [`${below}${name}`, join(folder, below, name)];
      const stats = lstatSync(file);
      if (stats.isDirectory()) return linesOf(folder, `${path}/`, hashFile);
      if (stats.isSymbolicLink()) return [JSON.stringify([path, 'link', readlinkSync(file)])];
      return stats.isFile() ? [JSON.stringify([path, hashFile(file)])] : [];
    });
}
