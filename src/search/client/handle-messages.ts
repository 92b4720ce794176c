/**
 * Handles the messages of the search page: in a worker on the web, in the page itself in the portable site. Only the loading of the
 * engine differs.
 */
import { dayOf } from '../../documents/dates.ts';
import { hasEnded } from '../has-ended.ts';
import { lineFor } from '../national-lines.ts';
import { PAGEFIND_RANKING } from '../ranking.ts';
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
  /** URL of the index folder, with a slash at the end. */
  indexUrl: string;
  /** Number of pages in the index. */
  pages: number;
  load(): Promise<Pagefind>;
}

/** The result for a site without pages. */
const EMPTY_RESULT: SearchResult = {
  hits: [],
  count: 0,
  total: 0,
  phrases: [],
  isGuess: false,
  unknownNumbers: [],
  asksFraud: false,
};

/** Yields to queued messages. A timer would wait for longer. */
function yieldToEvents(): Promise<unknown> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
}

/** Answers the requests that `scope` receives; the engine is loaded before the first. */
export function handleSearchMessages(scope: WorkerScope, { indexUrl, pages, load }: EngineOptions): void {
  const tables = createCharacterTables(async (name) => {
    const response = await fetch(indexUrl + name);
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response.text();
  });

  /** Loads the engine; after a failure it is loaded again for the next request. */
  const start = async (): Promise<Engine> => {
    const pagefind = await load();
    await pagefind.options({ basePath: indexUrl, baseUrl: '/', ranking: PAGEFIND_RANKING });
    await pagefind.init();
    // After the engine: the first answer does not need the table.
    void tables.preloadPinyin();
    return { pagefind, pages, tables };
  };
  let engine: Promise<Engine> | undefined;
  if (pages > 0) {
    engine = start();
    // A failure is reported when a request comes.
    engine.catch(() => undefined);
  }

  let last = 0;
  scope.addEventListener('message', async ({ data }) => {
    const { number, query, filters, maxHits, now } = data;
    // In the worker: the matters of the lines would make the page's script too large.
    const line = lineFor(query, data.lines);
    const respond = (answer: SearchResult) =>
      scope.postMessage({
        number,
        ...answer,
        line,
        hits: answer.hits.map((hit) => ({ ...hit, badge: badgeOf(hit.facts, now) })),
      });
    last = number;
    const isStale = () => number !== last;
    const isSuperseded = async () => {
      await yieldToEvents();
      return isStale();
    };
    try {
      // When several keys arrive together, as from an input method, only the last query is searched.
      if (await isSuperseded()) return;
      // Without pages Pagefind never resolves.
      if (pages === 0) return respond(EMPTY_RESULT);
      engine ??= start();
      const loaded = await engine;
      // A newer query came while the engine was loading.
      if (isStale()) return;
      const searchOptions = {
        ...loaded,
        isStale: isSuperseded,
        today: dayOf(now),
        hasEnded: (facts: ResultFacts) => hasEnded(facts, now),
        onFirst: (answer: SearchResult) => {
          if (!isStale()) respond(answer);
        },
      };
      const answer = await search(query, filters, maxHits, searchOptions);
      if (answer) respond(answer);
    } catch (error) {
      engine = undefined;
      if (isStale()) return;
      scope.postMessage({ number, failed: error instanceof Error ? error.message : String(error) });
    }
  });
}
