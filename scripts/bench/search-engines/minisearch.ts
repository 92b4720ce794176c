/** MiniSearch over the same documents and bigrams, with its whole index loaded at once. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import MiniSearch from 'minisearch';
import { searchDocuments } from '../../../src/search/search-documents.ts';
import { projectDir } from '../../../src/settings.ts';
import type { SearchEngine } from './engine.ts';
import { indexBigrams } from './index-bigrams.ts';

const FOLDER = 'peer/minisearch';

const options = {
  fields: ['title', 'keywords', 'lead', 'text'],
  idField: 'address',
  tokenize: indexBigrams,
  searchOptions: { boost: { title: 10, keywords: 8, lead: 3 }, prefix: true, fuzzy: 0.2 },
};

/** Browser part: the same options, and a function that loads the index on first use. */
const CLIENT = `
  import MiniSearch from 'minisearch';
  import { indexPairs } from './scripts/bench/search-engines/index-pairs.ts';
  const options = { ...${JSON.stringify(options)}, tokenize: indexPairs };
  let index;
  export async function ask(query) {
    index ??= fetch('/${FOLDER}/index.json').then((response) => response.text());
    return MiniSearch.loadJSON(await index, options);
  }
  let loaded;
  export const search = async (query) => (await (loaded ??= ask())).search(query).slice(0, 10).map(({ id }) => id);
`;

export const minisearch: SearchEngine = {
  name: 'MiniSearch 7, pairs',
  async build(dir, site) {
    const index = new MiniSearch(options);
    index.addAll(searchDocuments(site).map((record) => ({ ...record, keywords: record.keywords.join(' ') })));
    mkdirSync(join(dir, FOLDER), { recursive: true });
    writeFileSync(join(dir, FOLDER, 'index.json'), JSON.stringify(index));
    writeFileSync(
      join(dir, FOLDER, 'index.html'),
      '<!doctype html><html lang="zh"><title>MiniSearch</title>',
    );
    await build({
      stdin: { contents: CLIENT, resolveDir: projectDir },
      bundle: true,
      minify: true,
      format: 'esm',
      outfile: join(dir, FOLDER, 'search.js'),
    });
  },
  page: `${FOLDER}/`,
  ask: `(async (query) => (await import('/${FOLDER}/search.js')).search(query))`,
  knowsAnchors: true,
};
