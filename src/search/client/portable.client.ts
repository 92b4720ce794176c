/**
 * The search for pages that are opened as files, from a memory card: browsers refuse workers and modules to those. It is
 * loaded by a script element, which carries what a worker finds in its global scope; see src/offline/portable-site/client/.
 */
import * as pagefind from 'mingbai:pagefind';
import { addressOnCard } from '../../documents/card-path.ts';
import { handleSearchMessages, type WorkerScope } from './handle-messages.ts';
import type { SearchResponse } from './messages.ts';

const { scope } = document.currentScript as HTMLScriptElement & { scope: WorkerScope & { search: string } };
const settings = new URLSearchParams(scope.search);

handleSearchMessages(
  {
    addEventListener: (type, listener) => scope.addEventListener(type, listener),
    postMessage: (answer) => scope.postMessage(withFiles(answer)),
  },
  {
    indexUrl: settings.get('index') ?? '',
    pages: Number(settings.get('pages')),
    load: async () => pagefind,
  },
);

/** The answer with the files of the pages in place of their addresses. */
function withFiles(answer: SearchResponse): SearchResponse {
  if ('failed' in answer) return answer;
  return {
    ...answer,
    hits: answer.hits.map((hit) => ({ ...hit, address: `/${addressOnCard(hit.address)}` })),
  };
}
