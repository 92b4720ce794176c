/** The whole search in one process, for tests: the index as the build writes it and the code of the phone; only the network is replaced. */
import { buildCharacterTables } from '../build-character-tables.ts';
import { checkFraud } from '../fraud.ts';
import { compressedContent, type IndexFile, pagefindFiles } from '../pagefind-files.ts';
import { buildPostings } from '../postings.ts';
import type { SearchDocument } from '../search-documents.ts';
import { alphanumericCode } from './alphanumeric-code.ts';
import { createCharacterTables } from './character-tables.ts';
import { decompressNatively } from './index-file.ts';
import { type Fetch, openIndex } from './index-reader.ts';
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

/** An index of the documents as a build writes it; returns the search. */
export async function openSearchFixture(
  documents: readonly SearchDocument[],
): Promise<(query: string) => Promise<SearchResult & { addresses: string[] }>> {
  return openFilesFixture(pagefindFiles(documents, buildPostings(documents)), documents.length);
}

/** The same over the files of an index with `pages` pages. */
export async function openFilesFixture(
  indexFiles: readonly IndexFile[],
  pages: number,
): Promise<(query: string) => Promise<SearchResult & { addresses: string[] }>> {
  const serve = serveFiles(indexFiles);
  const index = await openIndex('/', serve, decompressNatively);
  const tables = createCharacterTables(async (name) => (await serve(name)).text());
  return async (query) => {
    const answer = await search(query, {}, 6, {
      index,
      tables,
      pages,
      today: '2026-11-27',
      hasEnded: () => false,
      isStale: async () => false,
      checkFraud: async (text) => checkFraud(text),
      loadAlphanumeric: async () => alphanumericCode,
    });
    if (answer === undefined) throw new Error('The request was superseded without a newer one.');
    return { ...answer, addresses: answer.hits.map(({ address }) => address) };
  };
}

/** Answers requests for the files of an index as a web server does. */
export function serveIndex(documents: readonly SearchDocument[]): Fetch {
  return serveFiles(pagefindFiles(documents, buildPostings(documents)));
}

function serveFiles(indexFiles: readonly IndexFile[]): Fetch {
  const files = new Map(indexFiles.map((file) => [file.path, compressedContent(file)]));
  for (const { path, content } of buildCharacterTables()) files.set(path, content);
  return async (url) => {
    const content = files.get(url.replace(/^\//, '').replace(/\?.*$/, ''));
    return new Response(content as BodyInit | undefined, { status: content ? 200 : 404 });
  };
}
