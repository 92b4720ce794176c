/**
 * The search itself, in a worker: the page stays quick on a slow processor, and its security policy need not allow
 * WebAssembly, which Pagefind is made of.
 */
import { answerQuestions, type Scope } from './answer-questions.ts';
import { type Fetch, fetchAhead } from './fetch-ahead.ts';
import { ENGINE_FILES, type Pagefind } from './pagefind.ts';

const place = self as unknown as Scope & { location: Location; fetch: Fetch };
const settings = new URLSearchParams(place.location.search);
const indexUrl = new URL(settings.get('index') ?? '', place.location.href).href;
const fetchNow = place.fetch.bind(place);

answerQuestions(place, {
  indexUrl,
  pages: Number(settings.get('pages')),
  load: async () => {
    const code = import(indexUrl + ENGINE_FILES.code);
    place.fetch = fetchAhead(indexUrl, fetchNow);
    return (await code) as Pagefind;
  },
});
