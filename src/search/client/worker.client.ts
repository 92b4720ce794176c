/**
 * The search itself, in a worker: the page stays quick on a slow processor, and its security policy need not allow
 * WebAssembly, which Pagefind is made of.
 */
import { handleSearchMessages, type WorkerScope } from './handle-messages.ts';
import { ENGINE_FILES, type Pagefind } from './pagefind.ts';
import { type Fetch, preloadIndex } from './preload.ts';

const place = self as unknown as WorkerScope & { location: Location; fetch: Fetch };
const settings = new URLSearchParams(place.location.search);
const indexUrl = new URL(settings.get('index') ?? '', place.location.href).href;
const fetchNow = place.fetch.bind(place);

handleSearchMessages(place, {
  indexUrl,
  pages: Number(settings.get('pages')),
  load: async () => {
    const code = import(indexUrl + ENGINE_FILES.code);
    place.fetch = preloadIndex(indexUrl, fetchNow);
    return (await code) as Pagefind;
  },
});
