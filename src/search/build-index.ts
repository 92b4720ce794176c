/**
 * Writes the search index into a built site, with Pagefind 1.4.0: later versions do not run before Chrome 96. Its
 * index is built from our own words, not from the pages, so that what is found does not depend on a segmenter;
 * its fragments are then filled with the text to show.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import type { Site } from '../documents/site.ts';
import { writeCharacterTables } from './characters.ts';
import { pinyinWords } from './pinyin-words.ts';
import { type SearchRecord, searchRecords } from './record.ts';
import { indexWords } from './words.ts';

/** Where the index lies in the site. */
export const INDEX_FOLDER = 'search/index';

/** How much more a word counts in a title than in the text; Pagefind takes up to 10. */
const WEIGHTS = { title: 10, keywords: 8, pinyin: 6, lead: 3, text: 1 };

/** The most characters of a page that a fragment carries to show the matching line from. */
const SHOWN_CHARACTERS = 700;

/** What stands before the JSON in each of Pagefind's fragments. */
const FRAGMENT_MARK = 'pagefind_dcd';

/** Files that Pagefind writes for uses that are not ours. */
const UNUSED = /^pagefind-(?:ui|modular-ui|highlight)\./;

/** Builds the index for `site` and writes it below `dir`; throws, with the cause, when Pagefind does. */
export async function buildSearchIndex(site: Site, dir: string): Promise<void> {
  const records = searchRecords(site);
  const outputPath = join(dir, INDEX_FOLDER);
  mkdirSync(outputPath, { recursive: true });
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'unknown' });
    if (!index) throw new Error(errors.join('\n'));
    for (const record of records) {
      const added = await index.addHTMLFile({ url: record.address, content: asHtml(record) });
      if (added.errors.length > 0) throw new Error(`${record.address}: ${added.errors.join('\n')}`);
    }
    const written = await index.writeFiles({ outputPath });
    if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
  } catch (cause) {
    throw new Error('Pagefind could not build the search index.', { cause });
  } finally {
    await close();
  }
  writeCharacterTables(outputPath);
  fillFragments(records, join(outputPath, 'fragment'));
  for (const file of readdirSync(outputPath)) if (UNUSED.test(file)) rmSync(join(outputPath, file));
}

/** The record as Pagefind reads it: words between spaces, each part with its weight. */
function asHtml({ title, keywords, lead, text, filters }: SearchRecord): string {
  const seen = new Set<string>();
  // A word counts once, where it weighs most: how often it stands says little, and the phone loads half as much.
  const part = (words: string[], weight: number) => {
    const fresh = [...new Set(words)].filter((word) => !seen.has(word));
    for (const word of fresh) seen.add(word);
    return `<p data-pagefind-weight="${weight}">${fresh.join(' ')}</p>`;
  };
  const filter = (name: string, values: readonly string[]) =>
    values.map((value) => `<meta data-pagefind-filter="${name}[content]" content="${value}">`).join('');
  const parts = [
    part(indexWords(title), WEIGHTS.title),
    part(keywords.flatMap(indexWords), WEIGHTS.keywords),
    part([title, ...keywords].flatMap(pinyinWords), WEIGHTS.pinyin),
    part(indexWords(lead), WEIGHTS.lead),
    part(indexWords(text), WEIGHTS.text),
  ];
  const filtered = Object.entries(filters).map(([name, values]) => filter(name, [values].flat()));
  return `<!doctype html><html><head>${filtered.join('')}</head><body>${parts.join('')}</body></html>`;
}

/** Puts what a result shows into the fragments, in place of the words of the index. */
function fillFragments(records: readonly SearchRecord[], folder: string): void {
  if (!existsSync(folder)) return; // A site of no documents has none.
  const byAddress = new Map(records.map((record) => [record.address, record]));
  for (const file of readdirSync(folder)) {
    const path = join(folder, file);
    const text = gunzipSync(readFileSync(path)).toString();
    const fragment = JSON.parse(text.slice(FRAGMENT_MARK.length)) as { url: string };
    const record = byAddress.get(fragment.url);
    if (!text.startsWith(FRAGMENT_MARK) || !record)
      throw new Error(`${file} is no fragment of Pagefind 1.4.`);
    const content = [...`${record.lead}\n${record.text}`].slice(0, SHOWN_CHARACTERS).join('');
    const filled = { ...fragment, content, meta: record.facts, filters: {}, anchors: [] };
    writeFileSync(path, gzipSync(FRAGMENT_MARK + JSON.stringify(filled), { level: 9 }));
  }
}
