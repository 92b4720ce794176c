/**
 * The search itself, in a worker: the page stays quick on a slow processor, and its security policy need not allow
 * WebAssembly, which Pagefind is made of.
 */
import { beijingNow } from '../../documents/dates.ts';
import { isOver } from '../over.ts';
import { type AskOptions, ask, prepare } from './ask.ts';
import type { Answer, Preparation, Question } from './messages.ts';
import type { Pagefind } from './pagefind.ts';
import { createReadings } from './readings.ts';

const place = self as unknown as {
  location: Location;
  addEventListener(type: 'message', listener: (event: MessageEvent<Question | Preparation>) => void): void;
  postMessage(answer: Answer): void;
};
const settings = new URLSearchParams(place.location.search);
const pages = Number(settings.get('pages'));
const indexUrl = new URL(settings.get('index') ?? '', place.location.href).href;

/** A word in a title weighs ten times one in the text, however long the page is; Pagefind's own measure makes it twice. */
const RANKING = { termFrequency: 0, termSaturation: 2, pageLength: 0 };

const readings = createReadings(async (name) => {
  const response = await fetch(indexUrl + name);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.text();
});
let options: Promise<AskOptions> | undefined;

/** Loads the engine; one that failed is loaded anew for the next question. */
async function engine(): Promise<AskOptions> {
  const pagefind = (await import(`${indexUrl}pagefind.js`)) as Pagefind;
  await pagefind.options({ basePath: indexUrl, baseUrl: '/', ranking: RANKING });
  await pagefind.init();
  return { pagefind, pages, readings, isOver: (facts) => isOver(facts, beijingNow(new Date())) };
}

if (pages > 0) {
  options = engine();
  // What fails here is told when a question is asked.
  options.catch(() => undefined);
}

place.addEventListener('message', async ({ data }) => {
  if ('prepare' in data) {
    // What fails here as well.
    options?.then((ready) => prepare(data.prepare, ready)).catch(() => undefined);
    return;
  }
  const { number, query, filters, most } = data;
  try {
    // Pagefind waits for ever for the index of a site that has no pages.
    if (pages === 0) return place.postMessage({ number, hits: [], total: 0, phrases: [] });
    options ??= engine();
    place.postMessage({ number, ...(await ask(query, filters, most, await options)) });
  } catch (error) {
    options = undefined;
    place.postMessage({ number, failed: error instanceof Error ? error.message : String(error) });
  }
});
