/**
 * The cached files of a built site. Only bytes that the site itself has may leave the machine: a cache also has pages of drafts that were built
 * for reviewers.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cachedInSite } from '../cache/cached-in-site.ts';
import { type CachedFileEntry, openFileCache } from '../cache/file-cache.ts';
import { listFilesRecursive } from '../cache/list-files.ts';
import { readSiteList, SITE_LISTS } from '../cache/site-list.ts';

/** A cached file that a site has. */
export interface UsedEntry {
  cache: string;
  key: string;
  path: string;
  metadata: string;
  size: number;
}

/** The entries of the cache in `cacheDir` whose bytes are those of a file in `siteDir`, and the lists of them alone. */
export function usedEntries(cacheDir: string, siteDir: string, now: Date): UsedEntry[] {
  const used = cachedInSite(cacheDir, siteDir, listFilesRecursive(siteDir), now).map((entry) =>
    usedEntry(entry.cache, entry),
  );
  // A list is no file of the site: it may leave if all that it names is in the site.
  const names = new Set(used.map(({ cache, key }) => `${cache} ${key}`));
  const lists = [...openFileCache(join(cacheDir, SITE_LISTS), now).entries()].filter(({ path }) =>
    readSiteList(readFileSync(path))?.files.every(([, cache, key]) => names.has(`${cache} ${key}`)),
  );
  return [...used, ...lists.map((entry) => usedEntry(SITE_LISTS, entry))];
}

function usedEntry(cache: string, { key, path, stats, metadata }: CachedFileEntry): UsedEntry {
  return { cache, key, path, metadata, size: stats.size };
}
