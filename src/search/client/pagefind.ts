/** The members of Pagefind's browser module that are used, and its file names. */

/** Pagefind's files for the browser, in the folder of the index. */
export const ENGINE_FILES = { code: 'pagefind.js', wasm: 'wasm.unknown.pagefind' };

/** The entry file: names the list of pages. */
export const ENTRY_FILE = 'pagefind-entry.json';

/** The list of all pages and shards, by the hash in the entry file. */
export const metaFile = (hash: string) => `pagefind.${hash}.pf_meta`;

export interface Found {
  id: string;
  score: number;
  data(): Promise<{ url: string; raw_url?: string; content: string; meta: Record<string, string> }>;
}

export interface Pagefind {
  options(options: { basePath: string; baseUrl: string; ranking: Record<string, number> }): Promise<void>;
  init(): Promise<void>;
  /** Loads the shard of a token. */
  preload(word: string): Promise<void>;
  /** Without a token: all pages that match the filters. */
  search(
    word: string | null,
    options?: { filters?: Record<string, unknown> },
  ): Promise<{
    results: Found[];
    /** Number of results without the filters. */
    unfilteredResultCount?: number;
  }>;
}
