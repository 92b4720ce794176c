/**
 * What the search answers with, wherever it runs: in a worker on the web, in the page where the site is opened from a
 * memory card. Only how the engine is loaded differs.
 */
import { dayOf } from '../../documents/dates.ts';
import { hasEnded } from '../has-ended.ts';
import { lineFor } from '../national-lines.ts';
import type { ResultFacts } from '../search-documents.ts';
import { badgeOf } from './badge.ts';
import { createCharacterTables } from './character-tables.ts';
import type { SearchRequest, SearchResponse } from './messages.ts';
import type { Pagefind } from './pagefind.ts';
import { type Engine, type SearchResult, search } from './search.ts';

/** The members of a worker's global scope that are used. */
export interface WorkerScope {
  addEventListener(type: 'message', listener: (event: { data: SearchRequest }) => void): void;
  postMessage(answer: SearchResponse): void;
}

export interface EngineOptions {
  /** The folder of the index, as `fetch` takes it, with a slash at the end. */
  indexUrl: string;
  /** Number of pages in the index. */
  pages: number;
  load(): Promise<Pagefind>;
}

/** A word in a title weighs ten times one in the text, however long the page is; Pagefind's own measure makes it twice. */
export const RANKING = { termFrequency: 0, termSaturation: 2, pageLength: 0 };

/** The answer of a site that has no pages. */
const EMPTY_RESULT: SearchResult = {
  hits: [],
  count: 0,
  total: 0,
  phrases: [],
  isGuess: false,
  unknownNumbers: [],
  asksFraud: false,
};

/** Lets in what has come meanwhile. A timer would wait for longer. */
function yieldToEvents(): Promise<unknown> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
}

/** Answers each question that comes to `scope`, and starts loading the engine before the first. */
export function handleSearchMessages(scope: WorkerScope, { indexUrl, pages, load }: EngineOptions): void {
  const readings = createCharacterTables(async (name) => {
    const response = await fetch(indexUrl + name);
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response.text();
  });

  /** Loads the engine; one that failed is loaded anew for the next question. */
  const start = async (): Promise<Engine> => {
    const pagefind = await load();
    await pagefind.options({ basePath: indexUrl, baseUrl: '/', ranking: RANKING });
    await pagefind.init();
    // After the engine, which the first answer waits for.
    void readings.fetchSounds();
    return { pagefind, pages, readings };
  };
  let options: Promise<Engine> | undefined;
  if (pages > 0) {
    options = start();
    // What fails here is told when a question is asked.
    options.catch(() => undefined);
  }

  let last = 0;
  scope.addEventListener('message', async ({ data }) => {
    const { number, query, filters, most, now } = data;
    // Worked out here: the words of the lines would make the page's own script too heavy.
    const line = lineFor(query, data.lines);
    const tell = (answer: SearchResult) =>
      scope.postMessage({
        number,
        ...answer,
        line,
        hits: answer.hits.map((hit) => ({ ...hit, badge: badgeOf(hit.facts, now) })),
      });
    last = number;
    const isStale = () => number !== last;
    const letIn = async () => {
      await yieldToEvents();
      return isStale();
    };
    try {
      // Of keys that came together, as from an input method or one held down, the last is the question.
      if (await letIn()) return;
      // Pagefind waits for ever for the index of a site that has no pages.
      if (pages === 0) return tell(EMPTY_RESULT);
      options ??= start();
      const ready = await options;
      // While the engine was on its way more was typed: what was left behind needs nothing fetched.
      if (isStale()) return;
      const withNow = {
        ...ready,
        isStale: letIn,
        today: dayOf(now),
        isOver: (facts: ResultFacts) => hasEnded(facts, now),
        onFirst: (answer: SearchResult) => {
          if (!isStale()) tell(answer);
        },
      };
      const answer = await search(query, filters, most, withNow);
      if (answer) tell(answer);
    } catch (error) {
      options = undefined;
      if (isStale()) return;
      scope.postMessage({ number, failed: error instanceof Error ? error.message : String(error) });
    }
  });
}
