/**
 * Splits long lists into pages: a phone on a slow network shows the first of ten thousand items as soon as of twenty. The first
 * page has the list's own address, the others are below it.
 */

/**
 * Cards on a page. With real titles and summaries a card takes about 110 bytes gzip, the rest of the page and its styles 9 KB:
 * sixty stay below the 20 KB limit of a page, with room for longer ones.
 */
export const CARD_PAGE_SIZE = 60;
/** Bare titles on a page: those of the search page are fetched with a first search. */
export const TITLE_PAGE_SIZE = 60;
/** Items of the cadres' toolkit on a page; each has its links to texts and pictures. */
export const TOOLKIT_PAGE_SIZE = 40;

/** A page of a list. */
export interface Page<T> {
  /** From 1. */
  number: number;
  /** How many pages the list has. */
  count: number;
  items: T;
}

/** The list in pages; there is always at least one. */
export function paginate<T>(list: readonly T[], pageSize: number = CARD_PAGE_SIZE): Page<T[]>[] {
  const count = countPages(list.length, pageSize);
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    count,
    items: list.slice(index * pageSize, (index + 1) * pageSize),
  }));
}

/** The number of pages of a list with this many items. */
export function countPages(items: number, pageSize: number = CARD_PAGE_SIZE): number {
  return Math.max(1, Math.ceil(items / pageSize));
}

/** The address of a page of the list at `list`. */
export function pageAddress(list: string, number: number): string {
  return number === 1 ? list : `${list}page/${number}/`;
}

/** The list of which an address is a further page; undefined if it is none. */
export function firstPageAddress(address: string): string | undefined {
  return /^(\/.+\/)page\/\d+\/$/.exec(address)?.[1];
}
