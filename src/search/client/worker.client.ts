/**
 * The search itself, in a worker: the page stays quick on a slow processor, and its security policy need not allow
 * WebAssembly, which Pagefind is made of.
 */
import { answerQuestions, type Scope } from './answer-questions.ts';
import type { Pagefind } from './pagefind.ts';

const place = self as unknown as Scope & { location: Location };
const settings = new URLSearchParams(place.location.search);
const indexUrl = new URL(settings.get('index') ?? '', place.location.href).href;

answerQuestions(place, {
  indexUrl,
  pages: Number(settings.get('pages')),
  load: async () => (await import(`${indexUrl}pagefind.js`)) as Pagefind,
});
