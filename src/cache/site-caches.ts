/** The caches that have files of a site, and what a list may name: a list may come from another machine. Loads no other module. */

/** Folder of the files of a site that no other cache has. */
export const OTHER_FILES = 'site-files';

/** The caches that have files of a site. Results of checks are in none of them. */
export const SITE_CACHES = [
  'pages',
  'pictures',
  'photographs',
  'clean-pictures',
  'search',
  'policy-zips',
  'offline',
  OTHER_FILES,
] as const;

export type SiteCache = (typeof SITE_CACHES)[number];

/** Folder of the lists of sites in a cache (site-list.ts). */
export const SITE_LISTS = 'site-lists';

/** Folder of the records of builds in a cache (build-record.ts). */
export const BUILD_RECORDS = 'build-records';

/** Whether a key is the name of one file in the folder of its cache, and not of the index of that. */
export function isFileKey(key: string): boolean {
  return /^[\w .-]+$/.test(key) && !/^\.|^index\.json$/.test(key);
}

/** Whether a path from the top of a site stays inside it. */
export function isInsideSite(path: string): boolean {
  return (
    !/[\\\0]/.test(path) && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}
