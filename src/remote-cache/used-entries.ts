/**
 * The cached files of a built site. Only bytes that the site itself has may leave the machine: a cache also has pages of drafts that were built
 * for reviewers.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PUBLIC, type RecordedFile, readBuildRecord } from '../cache/build-record.ts';
import { cachedInSite } from '../cache/cached-in-site.ts';
import { type CachedFileEntry, openFileCache } from '../cache/file-cache.ts';
import { listFilesRecursive } from '../cache/list-files.ts';
import { BUILD_RECORDS, SITE_LISTS } from '../cache/site-caches.ts';
import { readSiteList } from '../cache/site-list.ts';

/** A cached file that a site has. */
export interface UsedEntry {
  cache: string;
  key: string;
  path: string;
  metadata: string;
  size: number;
}

/** The entries of the cache in `cacheDir` whose bytes are those of a file in `siteDir`, and the lists and records of them alone. */
export function usedEntries(cacheDir: string, siteDir: string, now: Date): UsedEntry[] {
  const used = cachedInSite(cacheDir, siteDir, listFilesRecursive(siteDir), now).map((entry) =>
    usedEntry(entry.cache, entry),
  );
  // A list is no file of the site: it may leave if all that it names is in the site.
  const names = new Set([PUBLIC, ...used.map(({ cache, key }) => `${cache} ${key}`)]);
  const listsIn = (cache: string, read: (bytes: Buffer) => { files: readonly RecordedFile[] } | undefined) =>
    [...openFileCache(join(cacheDir, cache), now).entries()]
      .filter(({ path }) =>
        read(readFileSync(path))?.files.every(([, source, key]) =>
          names.has(source === PUBLIC ? PUBLIC : `${source} ${key}`),
        ),
      )
      .map((entry) => usedEntry(cache, entry));
  return [...used, ...listsIn(SITE_LISTS, readSiteList), ...listsIn(BUILD_RECORDS, readBuildRecord)];
}

function usedEntry(cache: string, { key, path, stats, metadata }: CachedFileEntry): UsedEntry {
  return { cache, key, path, metadata, size: stats.size };
}
