/**
 * The list of all pages of a build, cached by a hash of what they are made from. With it a build of the same content needs no compiled code. A
 * wrong list would publish wrong pages, so whatever is not certain is a miss.
 */
import { hash } from 'node:crypto';

/** The paths of the pages in the site, and their keys in the cache of pages. */
export type PageList = [path: string, key: string][];

/** Folder of the lists in a cache. */
export const PAGE_LISTS = 'page-lists';

/** Pages that are completed after they were rendered: the site has other bytes than the cache. */
export const COMPLETED_LATER: readonly string[] = ['search/index.html'];

/** All that the pages of a site are made from. They read nothing else: no file, no repository and no variable of the environment but the day. */
export interface ListInputs {
  /** Hash of the code, its packages and Node (renderer-hash.ts). */
  version: string;
  /** The address of the site: it is compiled into every link. */
  url: string;
  /** The day on which statuses depend, `YYYY-MM-DD`. */
  today: string;
  /**
   * The bytes of the file with the content as it was read (corpus-serialization.ts): documents with what their bases have given them, records,
   * site, ledger, history, and sizes and paths of photographs and recordings.
   */
  corpus: Uint8Array;
  /** The names in the folder public: a page of the same path is not rendered. */
  publicFiles: readonly string[];
}

/** The key of the list of pages made from `inputs`. */
export function pageListKey({ version, url, today, corpus, publicFiles }: ListInputs): string {
  return hash('sha256', JSON.stringify([version, url, today, hash('sha256', corpus), publicFiles]));
}

/** Reads a cached list; undefined if it is none, or names a file outside the site: it may come from another machine. */
export function readPageList(bytes: Uint8Array): PageList | undefined {
  try {
    const list: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return Array.isArray(list) && list.length > 0 && list.every(isListed) ? list : undefined;
  } catch {
    return undefined;
  }
}

function isListed(entry: unknown): entry is PageList[number] {
  if (!Array.isArray(entry) || entry.length !== 2) return false;
  const [path, key]: unknown[] = entry;
  return (
    typeof path === 'string' && isInsideSite(path) && typeof key === 'string' && /^[0-9a-f]{64}$/.test(key)
  );
}

const isInsideSite = (path: string): boolean =>
  !/[\\\0]/.test(path) && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
