/**
 * Reads the index of a built county back into its pages. The index has all that a province's index needs, so that counties are built as
 * before, on any host, and publish nothing more.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeCbor } from '../client/decode-cbor.ts';
import { readIndexFile } from '../client/index-file.ts';
import { LIST_FILE, shardFile, shardTableFile } from '../client/index-files.ts';
import { readIndexList } from '../client/index-list.ts';
import type { Fragment } from '../client/index-reader.ts';
import { readShardTable } from '../client/shard-table.ts';
import { DEFAULT_PAGEFIND_WEIGHT } from '../pagefind-files.ts';
import type { ResultFacts } from '../search-documents.ts';
import { type PageTerms, WEIGHT_STEPS } from '../token-cache.ts';

/** A page of a county. */
export interface CountyPage {
  /** URL path from the top of the county's site. */
  address: string;
  facts: ResultFacts;
  /** The beginning of its text, which excerpts are taken from. */
  content: string;
  /** By the ids of the county's words. */
  terms: PageTerms;
}

export interface CountyIndex {
  /** The tokens; the index is the id in the terms of the pages. */
  words: string[];
  pages: CountyPage[];
}

/** The index in a folder. Rejects if a file is missing or damaged. */
export async function readCountyIndex(folder: string): Promise<CountyIndex> {
  const read = (path: string) =>
    readIndexFile(new Uint8Array(readFileSync(join(folder, path))), path, async (bytes) => gunzipSync(bytes));
  const { pages, shardTable } = readIndexList(decodeCbor(await read(LIST_FILE)));
  const shards = readShardTable(new TextDecoder().decode(await read(shardTableFile(shardTable))));
  const words: string[] = [];
  const terms = pages.map((): number[] => []);
  for (const { name } of shards) {
    const [lists] = decodeCbor(await read(shardFile(name))) as [[string, [number, number[]][]][]];
    for (const [word, postings] of lists) {
      const id = words.push(word) - 1;
      for (const [page, locations] of postings)
        terms[page]?.push(id * WEIGHT_STEPS + weightOfLocations(locations));
    }
  }
  const readPage = async (id: string, page: number): Promise<CountyPage> => {
    const bytes = await read(`fragment/${id}.pf_fragment`);
    const { url, content, meta } = JSON.parse(new TextDecoder().decode(bytes)) as Fragment;
    // Where the telephone numbers are is found again in the text that remains.
    const { phones: _, ...facts } = meta as unknown as ResultFacts;
    return { address: url, facts, content, terms: Uint32Array.from(terms[page] ?? []) };
  };
  return { words, pages: await Promise.all(pages.map(readPage)) };
}

/** The weight that encodePostingList wrote in front of the position. */
function weightOfLocations([first = 0]: readonly number[]): number {
  return first < 0 ? (-1 - first) / DEFAULT_PAGEFIND_WEIGHT : 1;
}
