/**
 * Writes the search into a built site: Pagefind's part for the browser, our index in its format, and two tables of
 * characters. Pagefind 1.4.0: later versions do not run before Chrome 96.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { Site } from '../documents/site.ts';
import { writeCharacterTables } from './characters.ts';
import { type IndexFile, pagefindFiles } from './pagefind-files.ts';
import { postingsOf } from './postings.ts';
import { searchRecords } from './record.ts';

/** Where the index lies in the site. */
export const INDEX_FOLDER = 'search/index';

/** Of what Pagefind writes, its part for the browser. */
const ENGINE = /^(?:pagefind\.js|wasm\.unknown\.pagefind)$/;

/** Builds the index for `site` and writes it below `dir`; throws, with the cause, when Pagefind does. */
export async function buildSearchIndex(site: Site, dir: string): Promise<void> {
  const records = searchRecords(site);
  const folder = join(dir, INDEX_FOLDER);
  const files = [...(await engineFiles()), ...pagefindFiles(records, postingsOf(records))];
  for (const below of new Set(files.map(({ path }) => dirname(path)))) {
    mkdirSync(join(folder, below), { recursive: true });
  }
  for (const { path, content } of files) writeFileSync(join(folder, path), content);
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
