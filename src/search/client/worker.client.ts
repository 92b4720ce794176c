/**
 * The search in a worker: the page stays responsive on a slow CPU, and its content security policy need not allow WebAssembly, which
 * Pagefind uses.
 */
import { handleSearchMessages, type WorkerScope } from './handle-messages.ts';
import { ENGINE_FILES, type Pagefind } from './pagefind.ts';
import { type Fetch, preloadIndex } from './preload.ts';

const scope = self as unknown as WorkerScope & { location: Location; fetch: Fetch };
const settings = new URLSearchParams(scope.location.search);
const indexUrl = new URL(settings.get('index') ?? '', scope.location.href).href;
const fetchNow = scope.fetch.bind(scope);

handleSearchMessages(scope, {
  indexUrl,
  pages: Number(settings.get('pages')),
  load: async () => {
    const code = import(indexUrl + ENGINE_FILES.code);
    scope.fetch = preloadIndex(indexUrl, fetchNow);
    return (await code) as Pagefind;
  },
});
