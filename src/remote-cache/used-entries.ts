/**
 * The cached files of a built site. Only bytes that the site itself has may leave the machine: a cache also has pages of drafts that were built
 * for reviewers.
 */
import { hash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFileCache } from '../cache/file-cache.ts';
import { listFilesRecursive } from '../cache/list-files.ts';
import { SHARED_CACHES } from './restore.ts';

/** A cached file that a site has. */
export interface UsedEntry {
  cache: string;
  key: string;
  path: string;
  metadata: string;
  size: number;
}

/** The entries of the cache in `cacheDir` whose bytes are those of a file in `siteDir`. */
export function usedEntries(cacheDir: string, siteDir: string, now: Date): UsedEntry[] {
  const files = listFilesRecursive(siteDir).map((path) => join(siteDir, path));
  const links = new Set<string>();
  const bySize = new Map<number, string[]>();
  for (const file of files) {
    const { dev, ino, size } = lstatSync(file);
    links.add(`${dev} ${ino}`);
    const same = bySize.get(size);
    if (same === undefined) bySize.set(size, [file]);
    else same.push(file);
  }
  const hashes = new Map<string, string>();
  const hashOf = (file: string): string => {
    const known = hashes.get(file) ?? hash('sha256', readFileSync(file));
    hashes.set(file, known);
    return known;
  };
  // Across disks the site has copies.
  const isCopied = (path: string, size: number) =>
    bySize.get(size)?.some((file) => hashOf(file) === hashOf(path)) === true;
  return SHARED_CACHES.flatMap((cache) =>
    Array.from(openFileCache(join(cacheDir, cache), now).entries())
      .filter(({ path, stats }) => links.has(`${stats.dev} ${stats.ino}`) || isCopied(path, stats.size))
      .map(({ key, path, stats, metadata }) => ({ cache, key, path, metadata, size: stats.size })),
  );
}
