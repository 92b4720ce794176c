/** Lists of built sites (site-list.ts) in a cache: makes a site from its list, and lists a site that was built. */
import { join } from 'node:path';
import { openFileCache } from './file-cache.ts';
import { listFilesRecursive } from './list-files.ts';
import { CACHE_MAX_AGE_DAYS } from './max-age.ts';
import { placeFiles } from './place-files.ts';
import { restoreFiles } from './restore-files.ts';
import { SITE_LISTS } from './site-caches.ts';
import { readSiteList, type SiteList } from './site-list.ts';

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
      const isRestored = list !== undefined && restoreFiles(list.files, { cacheDir, siteDir, now });
      flush();
      return isRestored ? list.missing : undefined;
    },
    record(key, siteDir, given, missing) {
      const paths = listFilesRecursive(siteDir);
      const files = placeFiles(paths, { cacheDir, siteDir, now }, (path) => !given.has(path));
      lists.insert(key, Buffer.from(JSON.stringify({ files, missing } satisfies SiteList)), '');
      flush();
    },
  };
}
