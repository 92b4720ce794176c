/** The cached files that a built site has. */
import { hash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CachedFileEntry, openFileCache } from './file-cache.ts';
import { SITE_CACHES, type SiteCache } from './site-caches.ts';

/** A cached file, and where the site has it. */
export interface CachedInSite extends CachedFileEntry {
  cache: SiteCache;
  /** Paths from the top of the site. */
  places: readonly string[];
}

/** The entries of the caches in `cacheDir` whose bytes are those of a file in `siteDir`; `paths` are its files. */
export function cachedInSite(
  cacheDir: string,
  siteDir: string,
  paths: readonly string[],
  now: Date,
): CachedInSite[] {
  const byLink = new Map<string, string[]>();
  const bySize = new Map<number, string[]>();
  for (const path of paths) {
    const { dev, ino, size } = lstatSync(join(siteDir, path));
    push(byLink, `${dev} ${ino}`, path);
    push(bySize, size, path);
  }
  const hashes = new Map<string, string>();
  const hashOf = (file: string): string => {
    const known = hashes.get(file) ?? hash('sha256', readFileSync(file));
    hashes.set(file, known);
    return known;
  };
  // Across disks the site has copies.
  const copiesOf = ({ path, stats }: CachedFileEntry): string[] =>
    bySize.get(stats.size)?.filter((place) => hashOf(join(siteDir, place)) === hashOf(path)) ?? [];
  return SITE_CACHES.flatMap((cache) =>
    Array.from(openFileCache(join(cacheDir, cache), now).entries()).flatMap((entry) => {
      const places = byLink.get(`${entry.stats.dev} ${entry.stats.ino}`) ?? copiesOf(entry);
      return places.length === 0 ? [] : [{ ...entry, cache, places }];
    }),
  );
}

function push<K>(lists: Map<K, string[]>, key: K, value: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
