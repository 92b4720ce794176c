/**
 * Reads an index in Pagefind's format on the phone. Pagefind's own engine does the same with 62 KB of WebAssembly and code, which delayed
 * the first search on a slow line; this has 3 KB. A test compares both for the same words. The format and the scores: pagefind_web/src/ of
 * https://github.com/CloudCannon/pagefind, 1.4.0.
 */
import { INDEXED_PAGE_LENGTH } from '../ranking.ts';
import { decodeCbor } from './decode-cbor.ts';
import { type Decompress, readIndexFile } from './index-file.ts';
import { LIST_FILE, namesFile, shardFile, shardTableFile, tableFile } from './index-files.ts';
import { NAMES_PER_FILE, nameWithHash, readIndexList, type Shards, shardsWith } from './index-list.ts';
import { readEmbeddedTable, readShardTable } from './shard-table.ts';

/** As much of the phone's `fetch` as is used. */
export type Fetch = (url: string) => Promise<Response>;

/** The data of a page for a line of the results. */
export interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
}

/** A page that has a word. */
export interface Match {
  /** The name of the page in the index. */
  id: string;
  /** Higher with the weight of the word in the page and its rarity; 1 without a word. */
  score: number;
  /** Fetches the visible data of the page. */
  data(): Promise<Fragment>;
}

export interface Matches {
  /** Best first. */
  results: Match[];
  /** Number of pages with the word, whatever the filters. */
  unfilteredCount: number;
}

/** For each filter the values of which a page must have one. */
export type ChosenFilters = Readonly<Record<string, readonly string[]>>;

export interface IndexReader {
  /** Fetches the shard that a word is in. */
  preload(word: string): Promise<void>;
  /** The pages of a word and of all words of its shard that begin with it, or all pages; of these the ones that fit the filters. */
  search(word: string | null, filters?: ChosenFilters): Promise<Matches>;
}

/** The words of a shard in the order of their code points, with their postings. */
type Shard = readonly (readonly [word: string, postings: readonly Posting[]])[];
/** A page by its number, and the locations of the word in it, with a negative number before each change of weight. */
type Posting = readonly [page: number, locations: readonly number[]];

/** The weight of a word in plain text: a score counts a word of it once. */
const TEXT_WEIGHT = 24;
/** The weight of a location without one in the index. */
const DEFAULT_WEIGHT = 25;
/** The result of Pagefind's settings of our index (termFrequency 0, termSaturation 2): a word counts at most three times. */
const MAX_FREQUENCY = 3;
/** Pagefind counts a word by its share of a fifth of a page. */
const PAGE_SHARE = 5;

/**
 * Opens the index in the folder `indexUrl`, which ends with a slash; `embeddedTable` returns the table of the shards in the search page, which
 * may be of an older index. Rejects if a file is missing or damaged.
 */
export async function openIndex(
  indexUrl: string,
  fetchFile: Fetch,
  decompress: Decompress,
  embeddedTable: () => Promise<string> = async () => '',
): Promise<IndexReader> {
  const read = async (path: string): Promise<Uint8Array> => {
    const response = await fetchFile(indexUrl + path);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return readIndexFile(new Uint8Array(await response.arrayBuffer()), path, decompress);
  };
  const readTable = async (path: string): Promise<unknown> => decodeCbor(await read(path));

  const files = readIndexList(decodeCbor(await read(LIST_FILE)));
  const embedded = readEmbeddedTable(await embeddedTable());
  const tableContent = embedded.name === files.shardTable ? embedded.content : undefined;
  const shardTable = readShardTable(
    tableContent ?? new TextDecoder().decode(await read(shardTableFile(files.shardTable))),
  );
  const shards = createLoader(async (name) => {
    const [words] = (await readTable(shardFile(name))) as [Shard];
    return words;
  });
  const filterTables = createLoader(async (name) => {
    const [, values] = (await readTable(`filter/${name}.pf_filter`)) as [string, [string, number[]][]];
    return new Map(values);
  });
  const tables = createLoader(async (name) =>
    readShardTable(new TextDecoder().decode(await read(tableFile(name)))),
  );
  const names = createLoader((name) => read(namesFile(name)));
  const fragments = createLoader(async (id) => {
    const bytes = await read(`fragment/${id}.pf_fragment`);
    return JSON.parse(new TextDecoder().decode(bytes)) as Fragment;
  });

  const { divided } = files;
  /** The shards around a word. */
  const shardsNear = async (word: string): Promise<Shards> =>
    divided === undefined ? shardTable : (await Promise.all(shardsWith(word, shardTable).map(tables))).flat();
  const wordsOf = async (word: string): Promise<Shard> => {
    const near = shardsWith(word, await shardsNear(word)).map(shards);
    return (await Promise.all(near)).flat();
  };
  const nameOf = async (page: number, id: string): Promise<string> => {
    const unlisted = page - (divided?.listedPages ?? files.pages.length);
    const file = divided?.nameFiles[Math.floor(unlisted / NAMES_PER_FILE)];
    if (unlisted < 0 || file === undefined) return id;
    return nameWithHash(id, await names(file), unlisted % NAMES_PER_FILE);
  };
  const fitting = async (filters: ChosenFilters): Promise<((page: number) => boolean) | undefined> => {
    const chosen = Object.entries(filters).map(async ([name, wanted]) => {
      const file = files.filters.get(name);
      const table = file === undefined ? new Map<string, number[]>() : await filterTables(file);
      return new Set(wanted.flatMap((value) => table.get(value) ?? []));
    });
    if (chosen.length === 0) return undefined;
    const sets = await Promise.all(chosen);
    return (page) => sets.every((pages) => pages.has(page));
  };
  const allPages = () => new Map(files.pages.map((_, page) => [page, 1]));

  return {
    async preload(word) {
      await wordsOf(word);
    },
    async search(word, filters = {}) {
      const [fits, words] = await Promise.all([fitting(filters), word === null ? [] : wordsOf(word)]);
      const scores = word === null ? allPages() : scoresOf(word, words, files.pages.length);
      const results: Match[] = [];
      for (const [page, score] of scores) {
        const id = files.pages[page];
        if (id !== undefined && (fits === undefined || fits(page)))
          results.push({ id, score, data: async () => fragments(await nameOf(page, id)) });
      }
      results.sort((a, b) => b.score - a.score);
      return { results, unfilteredCount: scores.size };
    },
  };
}

/** The score of each page that has the word, or a word with this prefix. */
function scoresOf(word: string, shard: Shard, pages: number): Map<number, number> {
  const scores = new Map<number, number>();
  for (const [found, postings] of shard) {
    if (!found.startsWith(word)) continue;
    // BM25's measure of how rare a word is.
    const rarity = Math.log(1 + (pages - postings.length + 0.5) / (postings.length + 0.5));
    const likeness = likenessOf(byteLength(found) - byteLength(word));
    for (const [page, locations] of postings) {
      const frequency = (weightOf(locations) / TEXT_WEIGHT) * likeness;
      const share = Math.min(MAX_FREQUENCY, frequency / (INDEXED_PAGE_LENGTH / PAGE_SHARE));
      scores.set(page, (scores.get(page) ?? 0) + rarity * share);
    }
  }
  return scores;
}

/** The total weight of all locations of a word in a page. */
function weightOf(locations: readonly number[]): number {
  let weight = DEFAULT_WEIGHT;
  let sum = 0;
  for (const location of locations) {
    if (location < 0) weight = Math.min(255, -1 - location);
    else sum += weight;
  }
  return sum;
}

/** Between 0 and 1: decreases with the number of bytes by which a word is longer. Pagefind's own measure, which never reaches 1. */
function likenessOf(moreBytes: number): number {
  const base = Math.exp((-0.5 * (moreBytes + 1) ** 2) / 4);
  return Math.exp(base) / Math.E;
}

const encoder = new TextEncoder();

function byteLength(text: string): number {
  return encoder.encode(text).length;
}

/** Loads each file once; after a failure the next call loads it again. */
function createLoader<T>(load: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const loaded = new Map<string, Promise<T>>();
  return (name) => {
    const known = loaded.get(name);
    if (known !== undefined) return known;
    const loading = load(name);
    loaded.set(name, loading);
    loading.catch(() => loaded.delete(name));
    return loading;
  };
}
