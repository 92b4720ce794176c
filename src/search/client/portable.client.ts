/**
 * The search of the portable site, whose pages are opened as files: browsers block workers and modules there. A script element loads it
 * and provides the globals of a worker; see src/offline/portable-site/client/.
 */
import { gunzipSync } from 'fflate';
import { addressOnCard } from '../../documents/card-path.ts';
import { checkFraud } from '../fraud.ts';
import { alphanumericCode } from './alphanumeric-code.ts';
import { handleSearchMessages, type WorkerScope } from './handle-messages.ts';
import { openIndex } from './index-reader.ts';
import type { SearchResponse } from './messages.ts';

const { scope } = document.currentScript as HTMLScriptElement & { scope: WorkerScope & { search: string } };
const settings = new URLSearchParams(scope.search);
const indexUrl = settings.get('index') ?? '';

handleSearchMessages(
  {
    addEventListener: (type, listener) => scope.addEventListener(type, listener),
    postMessage: (answer) => scope.postMessage(withFiles(answer)),
  },
  {
    indexUrl,
    pages: Number(settings.get('pages')),
    open: (embeddedTable) => openIndex(indexUrl, fetch, async (bytes) => gunzipSync(bytes), embeddedTable),
    checkFraud: async (query) => checkFraud(query),
    loadAlphanumeric: async () => alphanumericCode,
  },
);

/** The response with file paths in place of URL paths. */
function withFiles(answer: SearchResponse): SearchResponse {
  if ('failed' in answer) return answer;
  return {
    ...answer,
    hits: answer.hits.map((hit) => ({ ...hit, address: `/${addressOnCard(hit.address)}` })),
  };
}
