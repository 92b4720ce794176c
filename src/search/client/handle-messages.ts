/**
 * Handles the messages of the search page: in a worker on the web, in the page itself in the portable site. Only the way files
 * are fetched differs.
 */

import { dayOf } from '../../documents/dates.ts';
import { hasEnded } from '../has-ended.ts';
import { lineFor } from '../national-lines.ts';
import { phonesShown } from '../phone-positions.ts';
import type { ResultFacts } from '../search-documents.ts';
import { badgeOf } from './badge.ts';
import { createCharacterTables } from './character-tables.ts';
import { bestSnippet } from './excerpt.ts';
import type { IndexReader } from './index-reader.ts';
import type { Hit, SearchRequest, SearchResponse, SearchStart } from './messages.ts';
import { parseTypedQuery } from './score-pages.ts';
import {
  type Engine,
  FETCH_SIZE,
  type FetchedHit,
  type SearchOptions,
  type SearchResult,
  search,
} from './search.ts';

/** The members of a worker's global scope that are used. */
export interface WorkerScope {
  addEventListener(type: 'message', listener: (event: { data: SearchRequest | SearchStart }) => void): void;
  postMessage(answer: SearchResponse): void;
}

export interface EngineOptions {
  /** URL of the index folder, with a slash at the end. */
  indexUrl: string;
  /** Number of pages in the index. */
  pages: number;
  /** Opens the index in that folder; `embeddedTable` returns the table of the shards in the search page. */
  open(embeddedTable: () => Promise<string>): Promise<IndexReader>;
  checkFraud: Engine['checkFraud'];
  loadAlphanumeric: Engine['loadAlphanumeric'];
  /** Fetches the code for queries with digits or Latin letters, unless it is in this script. */
  preloadAlphanumeric?(): void;
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

/** A hit as it is shown. In the worker: the code for statuses and excerpts would make the page's script too large. */
function hitToShow(
  { address, facts, score, content }: FetchedHit,
  phrases: readonly string[],
  now: string,
): Hit {
  const { shown, from, end } = bestSnippet(content, phrases);
  const phones = phonesShown(facts, content, { from, end });
  return { address, facts, score, excerpt: shown, phones, badge: badgeOf(facts, now) };
}

/** Yields to queued messages. A timer would wait for longer. */
function yieldToEvents(): Promise<unknown> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
}

/** Answers the requests that `scope` receives; the index is opened before the first. */
export function handleSearchMessages(
  scope: WorkerScope,
  { indexUrl, pages, open, checkFraud, loadAlphanumeric, preloadAlphanumeric }: EngineOptions,
): void {
  const tables = createCharacterTables(async (name) => {
    const response = await fetch(indexUrl + name);
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response.text();
  });

  /** Opens the index; after a failure it is opened again for the next request. */
  const start = async (): Promise<Engine> => {
    const index = await open(() => embeddedTable);
    // A typed query may be pinyin; a shared search does not wait for what that needs.
    if (!isHinted) preloadForTyping();
    return { index, pages, tables, checkFraud, loadAlphanumeric };
  };
  const preloadForTyping = () => {
    void tables.preloadPinyin();
    preloadAlphanumeric?.();
  };
  // Known with the first message. The list of the index may arrive before it, even though the page sends it at once.
  let setEmbeddedTable: (table: string) => void = () => undefined;
  const embeddedTable = new Promise<string>((resolve) => {
    setEmbeddedTable = resolve;
  });
  let isHinted = false;
  let engine: Promise<Engine> | undefined;
  if (pages > 0) {
    engine = start();
    // A failure is reported at the next request.
    engine.catch(() => undefined);
  }

  let last = 0;
  /** Fetches the files for the results of a query, until a request arrives; that request reports a failure. */
  const prepare = async (query: string) => {
    if (pages === 0) return;
    engine ??= start();
    // While the index is loading: this compiles the patterns, and loads the code that the query needs.
    parseTypedQuery(query, tables, loadAlphanumeric).catch(() => undefined);
    await search(query, {}, FETCH_SIZE, {
      ...(await engine),
      isStale: async () => last > 0,
      today: new Date().toISOString().slice(0, 10),
      hasEnded: () => false,
    });
  };
  scope.addEventListener('message', async ({ data }) => {
    setEmbeddedTable('shards' in data ? data.shards : '');
    if ('shards' in data) {
      if (data.hint === undefined) return;
      isHinted = true;
      return prepare(data.hint).catch(() => undefined);
    }
    const { number, query, filters, maxHits, now } = data;
    // In the worker: the matters of the lines would make the page's script too large.
    const line = lineFor(query, data.lines);
    const respond = (answer: SearchResult) =>
      scope.postMessage({
        number,
        ...answer,
        line,
        hits: answer.hits.map((hit) => hitToShow(hit, answer.phrases, now)),
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
      // A site without pages has no index.
      if (pages === 0) return respond(EMPTY_RESULT);
      engine ??= start();
      const loaded = await engine;
      // A newer query arrived while the engine was loading.
      if (isStale()) return;
      const searchOptions: SearchOptions = {
        ...loaded,
        isStale: isSuperseded,
        today: dayOf(now),
        hasEnded: (facts: ResultFacts) => hasEnded(facts, now),
        onPartial: (answer: SearchResult) => {
          if (!isStale()) respond(answer);
        },
      };
      const answer = await search(query, filters, maxHits, searchOptions);
      if (answer) respond(answer);
      preloadForTyping();
    } catch (error) {
      engine = undefined;
      if (isStale()) return;
      scope.postMessage({ number, failed: error instanceof Error ? error.message : String(error) });
    }
  });
}
