/** Writes the index of a province: one index of the pages of all counties, in the format of a county's. */
import { join } from 'node:path';
import { openFileCache } from '../../cache/file-cache.ts';
import { CACHE_MAX_AGE_DAYS } from '../../cache/max-age.ts';
import { writeIndexFiles, writeSharedFiles } from '../build-index.ts';
import { hasEnded } from '../has-ended.ts';
import { nationalLines } from '../national-lines.ts';
import { type IndexedDocument, type IndexFile, pagefindFiles } from '../pagefind-files.ts';
import { listPostings } from '../postings.ts';
import { type IndexedCounty, type MergedPage, mergePages } from './merge-pages.ts';

/**
 * Pages whose names are in the list, at four bytes each: those of several counties answer most queries. The names of others are fetched with
 * the results.
 */
const MAX_LISTED_PAGES = 500;

/** What the page of the search has to know of the index. */
export interface ProvinceIndex {
  /** The number of its pages. */
  pages: number;
  /** The national lines that all counties have, the general one first. */
  lines: { name: string; phone: string }[];
}

/** The files of the index, and what the page has to know; `today` is the day of the build. */
export function provinceIndexFiles(
  counties: readonly IndexedCounty[],
  today: string,
): ProvinceIndex & { files: IndexFile[] } {
  const { pages, shared, vocabulary } = mergePages(counties);
  const monthStart = `${today.slice(0, 'YYYY-MM'.length)}-01`;
  const documents = pages.map(({ address, facts, content }): IndexedDocument & { isPast: boolean } => ({
    address,
    facts,
    lead: content,
    text: '',
    filters: { type: facts.type },
    isPast: hasEnded(facts, monthStart),
  }));
  const { postings } = listPostings(
    documents,
    pages.map(({ terms }) => terms),
    vocabulary,
  );
  const files = pagefindFiles(documents, postings, { listedPages: Math.min(shared, MAX_LISTED_PAGES) });
  return { files, pages: pages.length, lines: nationalLines({ about: {}, contacts: commonContacts(pages) }) };
}

/** The contacts that are the same in all counties. */
function commonContacts(pages: readonly MergedPage[]): { name: string; phone: string }[] {
  return pages.flatMap(({ facts: { type, title, phone, counties } }) =>
    type === 'contact' && phone !== undefined && counties === '*'
      ? [{ name: title.replace(` ${phone}`, ''), phone }]
      : [],
  );
}

/** Writes the index into `folder`, which is empty. */
export async function buildProvinceIndex(
  counties: readonly IndexedCounty[],
  folder: string,
  { today, cacheDir, version }: { today: string; cacheDir: string; version: string },
): Promise<ProvinceIndex> {
  const cache = openFileCache(join(cacheDir, 'search'), new Date());
  const { files, ...index } = provinceIndexFiles(counties, today);
  await writeSharedFiles(folder, cache, version);
  writeIndexFiles(folder, cache, files);
  cache.evictAndFlush(CACHE_MAX_AGE_DAYS.searchIndex);
  return index;
}
