/** Lists of built sites (site-list.ts) in a cache: makes a site from its list, and lists a site that was built. */
import { hash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cachedInSite } from './cached-in-site.ts';
import { type FileCache, openFileCache } from './file-cache.ts';
import { listFilesRecursive } from './list-files.ts';
import { CACHE_MAX_AGE_DAYS } from './max-age.ts';
import { OTHER_FILES, readSiteList, SITE_LISTS, type SiteCache, type SiteList } from './site-list.ts';

export interface SiteLists {
  /** Whether no site has been listed. */
  readonly isEmpty: boolean;
  /**
   * Writes the files of the list with the key `key` into `siteDir`, which has none of them, and returns what the pictures lack; undefined, with
   * nothing written, if the list or one of the files is not cached.
   */
  restore(key: string, siteDir: string): SiteList['missing'] | undefined;
  /** Lists the complete site in `siteDir`, except for the paths in `given`. */
  record(key: string, siteDir: string, given: ReadonlySet<string>, missing: SiteList['missing']): void;
}

/** The lists in the folder of the caches; `now` is the time of the build. */
export function openSiteLists(cacheDir: string, now: Date): SiteLists {
  const lists = openFileCache(join(cacheDir, SITE_LISTS), now);
  const flush = () => lists.evictAndFlush(CACHE_MAX_AGE_DAYS.siteLists);
  return {
    isEmpty: lists.isEmpty,
    restore(key, siteDir) {
      const bytes = lists.read(key);
      const list = bytes && readSiteList(bytes);
      const isRestored = list !== undefined && restoreFiles(list, cacheDir, siteDir, now);
      flush();
      return isRestored ? list.missing : undefined;
    },
    record(key, siteDir, given, missing) {
      const paths = listFilesRecursive(siteDir);
      const places = new Map<string, [SiteCache, string]>();
      for (const entry of cachedInSite(cacheDir, siteDir, paths, now))
        for (const path of entry.places) places.set(path, [entry.cache, entry.key]);
      const others = openFileCache(join(cacheDir, OTHER_FILES), now);
      const files = paths
        .filter((path) => !given.has(path))
        .map((path): SiteList['files'][number] => {
          const [cache, name] = places.get(path) ?? [OTHER_FILES, addByHash(others, join(siteDir, path))];
          return [path, cache, name];
        });
      others.evictAndFlush(CACHE_MAX_AGE_DAYS.siteLists);
      lists.insert(key, Buffer.from(JSON.stringify({ files, missing } satisfies SiteList)), '');
      flush();
    },
  };
}

/** Caches a file by the hash of its bytes, and returns that. */
function addByHash(cache: FileCache, file: string): string {
  const key = hash('sha256', readFileSync(file));
  cache.add(key, file);
  return key;
}

/** Whether all files of a list were written into `siteDir`; otherwise none. */
function restoreFiles({ files }: SiteList, cacheDir: string, siteDir: string, now: Date): boolean {
  const caches = new Map<SiteCache, FileCache>();
  const open = (name: SiteCache): FileCache => {
    const cache = caches.get(name) ?? openFileCache(join(cacheDir, name), now);
    caches.set(name, cache);
    return cache;
  };
  const written: string[] = [];
  const isWhole = files.every(([path, cache, key]) => {
    const file = join(siteDir, path);
    written.push(file);
    return open(cache).get(key, file) !== undefined;
  });
  // They are links: a page that is rendered into one would damage the cache.
  if (!isWhole) for (const file of written) rmSync(file, { force: true });
  // Of the files of other sites it is not known whether they are still of use.
  for (const cache of caches.values()) cache.evictAndFlush(Number.POSITIVE_INFINITY);
  return isWhole;
}
