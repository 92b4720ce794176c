/**
 * The search as the phone has it, over records in a folder, for tests: the index as the build writes it, Pagefind's own part for
 * the browser, and the code of the phone. Only the network is another.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildCharacterTables } from '../build-character-tables.ts';
import { engineFiles } from '../build-index.ts';
import { compressedContent, pagefindFiles } from '../pagefind-files.ts';
import { buildPostings } from '../postings.ts';
import type { SearchDocument } from '../search-documents.ts';
import { createCharacterTables } from './character-tables.ts';
import { RANKING } from './handle-messages.ts';
import { ENGINE_FILES, type Pagefind } from './pagefind.ts';
import { type SearchResult, search } from './search.ts';

/** A record with what is given, and nothing else. */
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

/** Writes an index of the records into an empty folder, and gives what asks it. One at a time: Pagefind's part has one index. */
export async function openSearchFixture(
  records: readonly SearchDocument[],
  folder: string,
): Promise<(query: string) => Promise<SearchResult & { addresses: string[] }>> {
  const index = pagefindFiles(records, buildPostings(records)).map((file) => ({
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
  await pagefind.options({ basePath: `${folder}/`, baseUrl: '/', ranking: RANKING });
  await pagefind.init();
  const readings = createCharacterTables(async (name) => readFileSync(join(folder, name), 'utf8'));
  return async (query) => {
    const answer = await search(query, {}, 6, {
      pagefind,
      readings,
      pages: records.length,
      today: '2026-11-27',
      isOver: () => false,
      isStale: async () => false,
    });
    if (answer === undefined) throw new Error('A question that nobody took back went without an answer.');
    return { ...answer, addresses: answer.hits.map(({ address }) => address) };
  };
}

/** Pagefind's part for the browser, reading from the folder what it would fetch. */
function withoutNetwork(code: string): string {
  return `import { readFileSync } from 'node:fs';
const fetch = async (url) => new Response(readFileSync(String(url).replace(/\\?.*$/, '')));
${code}`;
}
