/**
 * The cached files of a built site. Only bytes that the site itself has may leave the machine: a cache also has pages of drafts that were built
 * for reviewers.
 */
import { hash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CachedFileEntry, openFileCache } from '../cache/file-cache.ts';
import { listFilesRecursive } from '../cache/list-files.ts';
import { COMPLETED_LATER, PAGE_LISTS, readPageList } from '../cache/page-list.ts';
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
  const isInSite = ({ path, stats }: CachedFileEntry) =>
    links.has(`${stats.dev} ${stats.ino}`) || isCopied(path, stats.size);
  const entriesOf = (cache: string, isUsed: (entry: CachedFileEntry) => boolean): UsedEntry[] =>
    Array.from(openFileCache(join(cacheDir, cache), now).entries())
      .filter(isUsed)
      .map(({ key, path, stats, metadata }) => ({ cache, key, path, metadata, size: stats.size }));
  const used = SHARED_CACHES.filter((cache) => cache !== PAGE_LISTS).flatMap((cache) =>
    entriesOf(cache, isInSite),
  );
  // A list is no file of the site: it may leave if all that it names is in the site.
  const pages = new Set(used.filter(({ cache }) => cache === 'pages').map(({ key }) => key));
  const completed = new Set<string>();
  const lists = entriesOf(PAGE_LISTS, ({ path }) => {
    const list = readPageList(readFileSync(path));
    const isCompleted = (page: string) => COMPLETED_LATER.includes(page);
    if (list === undefined || !list.every(([page, key]) => isCompleted(page) || pages.has(key))) return false;
    for (const [page, key] of list) if (isCompleted(page) && !pages.has(key)) completed.add(key);
    return true;
  });
  return [...used, ...entriesOf('pages', ({ key }) => completed.has(key)), ...lists];
}
