/**
 * Writes the search into a built site: Pagefind's part for the browser, our index in its format, and two tables of
 * characters. Pagefind 1.4.0: later versions do not run before Chrome 96.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { Site } from '../documents/site.ts';
import { openStore } from '../kept/store.ts';
import { writeCharacterTables } from './characters.ts';
import { type IndexFile, packedContent, pagefindFiles } from './pagefind-files.ts';
import { postingsOf } from './postings.ts';
import { searchRecords } from './record.ts';

/** Where the index lies in the site. */
export const INDEX_FOLDER = 'search/index';

/** Of what Pagefind writes, its part for the browser. */
const ENGINE = /^(?:pagefind\.js|wasm\.unknown\.pagefind)$/;

/** Nearly every file is used by every build; a word that changes makes some of them anew. */
const KEPT_DAYS = 7;

/**
 * Builds the index for `site` and writes it below `dir`; packed files are kept below `cacheDir`. Throws, with the cause,
 * when Pagefind does.
 */
export async function buildSearchIndex(site: Site, dir: string, cacheDir: string): Promise<void> {
  const records = searchRecords(site);
  const folder = join(dir, INDEX_FOLDER);
  const files = [...(await engineFiles()), ...pagefindFiles(records, postingsOf(records))];
  for (const below of new Set(files.map(({ path }) => dirname(path)))) {
    mkdirSync(join(folder, below), { recursive: true });
  }
  const store = openStore(join(cacheDir, 'search'), new Date());
  for (const file of files) {
    const path = join(folder, file.path);
    // Another zlib packs the same content into other bytes.
    const key = file.digest === undefined ? undefined : `${process.versions.zlib}-${file.digest}`;
    if (key === undefined) writeFileSync(path, file.content);
    else if (store.take(key, path) === undefined) store.put(key, path, packedContent(file));
  }
  store.close(KEPT_DAYS);
  writeCharacterTables(folder);
}

/** Pagefind's part for the browser, from an index of one word. */
async function engineFiles(): Promise<IndexFile[]> {
  try {
    const { index } = await createIndex({ forceLanguage: 'unknown' });
    await index?.addCustomRecord({ url: '/', content: '字', language: 'unknown' });
    const files = (await index?.getFiles())?.files.filter(({ path }) => ENGINE.test(path)) ?? [];
    if (files.length !== 2) throw new Error('It gave no engine for the browser.');
    return files;
  } catch (cause) {
    throw new Error('Pagefind could not start.', { cause });
  } finally {
    await close();
  }
}
