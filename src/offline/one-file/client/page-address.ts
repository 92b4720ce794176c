/** The address of a page in the one file, behind the #: `#/search/?q=低保`, `#/policies/di-bao/#part-who`. */
import { addressOfFile, fragmentFor } from '../file-directory.ts';

export interface PageAddress {
  /** From the top of the site, without the first slash; decoded. */
  path: string;
  /** With its ?, or empty. */
  search: string;
  /** With its #, or empty. */
  hash: string;
}

/** The address in the fragment of the file's own; undefined if that names a place on the page that is shown. */
export function readAddress(fragment: string): PageAddress | undefined {
  if (fragment === '' || fragment === '#') return { path: '', search: '', hash: '' };
  const [, path, search = '', hash = ''] = /^#\/([^?#]*)(\?[^#]*)?(#.*)?$/.exec(fragment) ?? [];
  return path === undefined ? undefined : { path: addressOfFile(decode(path)), search, hash };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The inverse of `readAddress`. */
export function writeAddress({ path, search, hash }: PageAddress): string {
  return fragmentFor(path) + search + hash;
}

/** Whether both show the same page, perhaps at different places. */
export function isSamePage(a: PageAddress, b: PageAddress): boolean {
  return a.path === b.path && a.search === b.search;
}
