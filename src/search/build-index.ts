/**
 * Writes the search into a built site: Pagefind's part for the browser, our index in its format, and two tables of
 * characters. Pagefind 1.4.0: later versions do not run before Chrome 96.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FileCache, openFileCache } from '../cache/file-cache.ts';
import { CACHE_MAX_AGE_DAYS } from '../cache/max-age.ts';
import { loadPinyin } from '../documents/pinyin.ts';
import type { Site } from '../documents/site.ts';
import { breakPlaces } from '../line-breaks/phrases.ts';
import { SYLLABLES_FILE, TRADITIONAL_FILE } from './client/character-tables.ts';
import { ENGINE_FILES } from './client/pagefind.ts';
import { compressedContent, type IndexFile, pagefindFiles } from './pagefind-files.ts';
import { buildPostings } from './postings.ts';
import { type SearchDocument, searchDocuments } from './search-documents.ts';
import { openTokenCache } from './token-cache.ts';

/** Where the index lies in the site. */
export const INDEX_FOLDER = 'search/index';

/** Of what Pagefind writes, its part for the browser. */
const engineNames = Object.values(ENGINE_FILES);

export interface IndexOptions {
  /** What is made is kept below it. */
  cacheDir: string;
  /** Of our code and packages: the parts that are the same for every site are kept for it. */
  version: string;
}

export interface SearchIndex {
  /** Builds the index for `site` and writes it below `dir`. Throws, with the cause, when Pagefind does. */
  build(site: Site, dir: string): Promise<void>;
  /** Notes down what is kept; the index stands before. */
  close(): void;
}

/** Reads what is kept, and the dictionary of pinyin, so that both are there when the content is. */
export function openSearchIndex({ cacheDir, version }: IndexOptions): SearchIndex {
  const store = openFileCache(join(cacheDir, 'search'), new Date());
  const kept = openTokenCache(join(cacheDir, 'search-words'), version);
  loadPinyin();
  return {
    async build(site, dir) {
      const records = searchDocuments(site).map(withBreaks);
      const folder = join(dir, INDEX_FOLDER);
      await writeSharedFiles(folder, store, version);
      for (const file of pagefindFiles(records, buildPostings(records, kept))) {
        const path = join(folder, file.path);
        if (file.digest === undefined) {
          writeFileSync(path, file.content);
          continue;
        }
        // Another zlib packs the same content into other bytes.
        const key = `${process.versions.zlib}-${file.digest}`;
        if (store.get(key, path) === undefined) store.set(key, path, compressedContent(file));
      }
    },
    close() {
      kept.close();
      store.evictAndFlush(CACHE_MAX_AGE_DAYS.searchIndex);
    },
  };
}

/** What does not depend on the site: starting Pagefind for its part alone takes longer than the index of a small county. */
async function writeSharedFiles(folder: string, store: FileCache, version: string): Promise<void> {
  const keyOf = (name: string) => `${version}-${name}`;
  const names = [...engineNames, TRADITIONAL_FILE, SYLLABLES_FILE];
  const isKept = (name: string) => store.get(keyOf(name), join(folder, name)) !== undefined;
  const missing = names.filter((name) => !isKept(name));
  if (missing.length === 0) return;
  const { buildCharacterTables } = await import('./build-character-tables.ts');
  const made = [...(await engineFiles()), ...buildCharacterTables()];
  for (const { path, content } of made)
    if (missing.includes(path)) store.set(keyOf(path), join(folder, path), content);
}

/** Pagefind's part for the browser, from an index of one word. */
export async function engineFiles(): Promise<IndexFile[]> {
  const { close, createIndex } = await import('pagefind');
  try {
    const { index } = await createIndex({ forceLanguage: 'unknown' });
    await index?.addCustomRecord({ url: '/', content: '字', language: 'unknown' });
    const files = (await index?.getFiles())?.files.filter(({ path }) => engineNames.includes(path)) ?? [];
    if (files.length !== engineNames.length) throw new Error('It gave no engine for the browser.');
    return files;
  } catch (cause) {
    throw new Error('Pagefind could not start.', { cause });
  } finally {
    await close();
  }
}

/** With the places where a line of the title may end; a script that finds words itself weighs too much for a phone. */
function withBreaks(record: SearchDocument): SearchDocument {
  const breaks = breakPlaces(record.facts.title);
  return breaks === '' ? record : { ...record, facts: { ...record.facts, breaks } };
}
