/** Finds the files of a built site in the caches, and caches those that are in none. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cachedInSite } from './cached-in-site.ts';
import { type FileCache, openFileCache } from './file-cache.ts';
import { CACHE_MAX_AGE_DAYS } from './max-age.ts';
import type { PlacedFile, Places } from './restore-files.ts';
import { OTHER_FILES, type SiteCache } from './site-caches.ts';

/** The cache and the key of each file of a site for which `isWanted` is true; `paths` are all its files. */
export function placeFiles(
  paths: readonly string[],
  { cacheDir, siteDir, now }: Places,
  isWanted: (path: string) => boolean,
): PlacedFile[] {
  const places = new Map<string, [SiteCache, string]>();
  for (const entry of cachedInSite(cacheDir, siteDir, paths, now))
    for (const path of entry.places) places.set(path, [entry.cache, entry.key]);
  const others = openFileCache(join(cacheDir, OTHER_FILES), now);
  const placed = paths.filter(isWanted).map((path): PlacedFile => {
    const [cache, key] = places.get(path) ?? [OTHER_FILES, addByHash(others, join(siteDir, path))];
    return [path, cache, key];
  });
  others.evictAndFlush(CACHE_MAX_AGE_DAYS.siteLists);
  return placed;
}

/** Caches a file by the hash of its bytes, and returns that. */
function addByHash(cache: FileCache, file: string): string {
  const key = hash('sha256', readFileSync(file));
  cache.add(key, file);
  return key;
}
