/**
 * The whole search in one process, for tests: the index as the build writes it, Pagefind's browser code, and the code of the phone.
 * Only the network is replaced by a folder.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildCharacterTables } from '../build-character-tables.ts';
import { engineFiles } from '../build-index.ts';
import { compressedContent, pagefindFiles } from '../pagefind-files.ts';
import { buildPostings } from '../postings.ts';
import { PAGEFIND_RANKING } from '../ranking.ts';
import type { SearchDocument } from '../search-documents.ts';
import { createCharacterTables } from './character-tables.ts';
import { ENGINE_FILES, type Pagefind } from './pagefind.ts';
import { type SearchResult, search } from './search.ts';

/** A search document with the given fields, all others empty. */
export function documentFixture(
  address: string,
  given: Partial<SearchDocument> & { title: string },
): SearchDocument {
  return {
    address,
    facts: { title: given.title, type: 'notice', starts: '2099-01-01' },
    keywords: [],
    lead: '',
    text: '',
    filters: { type: 'notice', action: [], audience: [], place: ['*'], open: ['yes'] },
    ...given,
  };
}

/** Writes an index of the documents into an empty folder; returns the search. One at a time: Pagefind's code has one index. */
export async function openSearchFixture(
  documents: readonly SearchDocument[],
  folder: string,
): Promise<(query: string) => Promise<SearchResult & { addresses: string[] }>> {
  const index = pagefindFiles(documents, buildPostings(documents)).map((file) => ({
    path: file.path,
    content: compressedContent(file),
  }));
  for (const { path, content } of [...index, ...(await engineFiles()), ...buildCharacterTables()]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const code = join(folder, ENGINE_FILES.code.replace(/js$/, 'mjs'));
  writeFileSync(code, withoutNetwork(readFileSync(join(folder, ENGINE_FILES.code), 'utf8')));
  const pagefind = (await import(/* @vite-ignore */ pathToFileURL(code).href)) as Pagefind;
  await pagefind.options({ basePath: `${folder}/`, baseUrl: '/', ranking: PAGEFIND_RANKING });
  await pagefind.init();
  const tables = createCharacterTables(async (name) => readFileSync(join(folder, name), 'utf8'));
  return async (query) => {
    const answer = await search(query, {}, 6, {
      pagefind,
      tables,
      pages: documents.length,
      today: '2026-11-27',
      hasEnded: () => false,
      isStale: async () => false,
    });
    if (answer === undefined) throw new Error('The request was superseded without a newer one.');
    return { ...answer, addresses: answer.hits.map(({ address }) => address) };
  };
}

/** Pagefind's browser code with `fetch` replaced by reading a file. */
function withoutNetwork(code: string): string {
  return `import { readFileSync } from 'node:fs';
const fetch = async (url) => new Response(readFileSync(String(url).replace(/\\?.*$/, '')));
${code}`;
}
