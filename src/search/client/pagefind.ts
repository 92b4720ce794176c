/** The few members of Pagefind's browser module that are used, and its files that every site has alike. */

/** What Pagefind brings for the browser, below the folder of the index. */
export const ENGINE_FILES = { code: 'pagefind.js', wasm: 'wasm.unknown.pagefind' };

/** Says which index there is. */
export const ENTRY_FILE = 'pagefind-entry.json';

/** The list of all pages and parts, by the digest that the entry gives. */
export const metaFile = (hash: string) => `pagefind.${hash}.pf_meta`;

export interface Found {
  id: string;
  score: number;
  data(): Promise<{ url: string; raw_url?: string; content: string; meta: Record<string, string> }>;
}

export interface Pagefind {
  options(options: { basePath: string; baseUrl: string; ranking: Record<string, number> }): Promise<void>;
  init(): Promise<void>;
  /** Loads the part of the index that a word is in. */
  preload(word: string): Promise<void>;
  /** All pages that fit the filters where there is no word. */
  search(
    word: string | null,
    options?: { filters?: Record<string, unknown> },
  ): Promise<{
    results: Found[];
    /** How many there are without the filters. */
    unfilteredResultCount?: number;
  }>;
}
