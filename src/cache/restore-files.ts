/** Makes the files of a site from those of the caches, whole or not at all. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type FileCache, openFileCache } from './file-cache.ts';
import type { SiteCache } from './site-caches.ts';

/** A file of a site: its path, and its cache with the key there. */
export type PlacedFile<Source = SiteCache> = [path: string, cache: Source, key: string];

/** Where the caches and a site are; `now` is the time of the build. */
export interface Places {
  cacheDir: string;
  siteDir: string;
  now: Date;
}

/** Whether all files were written into the site, which had none of them; otherwise none is. */
export function restoreFiles(files: readonly PlacedFile[], { cacheDir, siteDir, now }: Places): boolean {
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
