/**
 * Runs in the head of the search page, before its other scripts: a shared search waits for its results, so the worker starts, and the files
 * that it will need are fetched, while the page is still loading. The script of all pages then comes after the results.
 */
import { expectedTokens } from './expected-tokens.ts';
import { LIST_FILE, shardFile, shardTableFile } from './index-files.ts';
import { shardsWith } from './index-list.ts';
import { type EarlyWindow, IS_HINTED, type SearchStart } from './messages.ts';
import { NO_SHARD_TABLE, readEmbeddedTable, readShardTable } from './shard-table.ts';

/** After so long without results, other parts of the page are worth as much. */
const MAX_WAIT_MS = 10_000;

/** Shards that the page requests: with the other files of the page that makes six requests, as many as a browser sends to one host. */
const MAX_EARLY_SHARDS = 2;

const { worker: url, pageScript, shards = NO_SHARD_TABLE } = document.currentScript?.dataset ?? {};
const query = new URLSearchParams(location.search).get('q')?.trim();
// Pages of the portable site, from a card or a Kiwix book, run the search without a worker.
if (url && query && document.documentElement.dataset.card === undefined) {
  const { classList } = document.documentElement;
  // The index of all pages would be laid out first, and be gone when the results are there.
  classList.add('awaits-results');
  document.addEventListener('DOMContentLoaded', () =>
    afterResults(() => {
      classList.remove('awaits-results');
      addPageScript();
    }),
  );
  start(url, query);
} else addPageScript();

/** Adds the script of all pages: while the page is parsed as a deferred one, like those in its source. */
function addPageScript(): void {
  const script = document.createElement('script');
  script.src = pageScript ?? '';
  script.defer = true;
  if (document.readyState === 'loading') document.write(script.outerHTML);
  else document.head.append(script);
}

/** Calls back once when the results, or a message in their place, are shown, or if they do not come. */
function afterResults(callback: () => void): void {
  const results = document.querySelector<HTMLElement>('#results');
  const observer = new MutationObserver(check);
  const timeout = setTimeout(finish, MAX_WAIT_MS);
  function check(): void {
    if (/^(?:ready|empty|error)$/.test(results === null ? 'error' : (results.dataset.state ?? ''))) finish();
  }
  function finish(): void {
    observer.disconnect();
    clearTimeout(timeout);
    callback();
  }
  if (results !== null) observer.observe(results, { attributeFilter: ['data-state'] });
  check();
}

/** Starts the worker with the query. What it will request is requested here, in the order in which it is needed. */
function start(workerUrl: string, text: string): void {
  const page = window as EarlyWindow;
  const indexUrl = new URL(workerUrl, location.href).searchParams.get('index') ?? '';
  const { name, content } = readEmbeddedTable(shards);
  // The first request gets the connection that is open, a new one costs a round trip more: so the largest file is first, and fills the line
  // until the others arrive. A worker requests its script some time after it is created, so it would not be first: the worker finds its files
  // in the cache of the browser, or on their way to it.
  prefetch(workerUrl);
  if (content !== undefined) prefetchShards(text, content, indexUrl);
  prefetch(indexUrl + LIST_FILE);
  if (content === undefined && name !== '') prefetch(indexUrl + shardTableFile(name));
  const worker = new Worker(workerUrl + IS_HINTED);
  page.earlySearch = worker;
  // The page then starts a worker itself and receives its error.
  worker.addEventListener('error', () => {
    delete page.earlySearch;
  });
  worker.postMessage({ shards, hint: text } satisfies SearchStart);
}

function prefetch(url: string): void {
  fetch(url).catch(() => undefined);
}

/** Requests the shards that a query will be looked up in, as far as they are known without parsing it. */
function prefetchShards(text: string, table: string, indexUrl: string): void {
  const known = readShardTable(table);
  const names = new Set(expectedTokens(text).flatMap((token) => shardsWith(token, known)));
  for (const name of [...names].slice(0, MAX_EARLY_SHARDS)) prefetch(indexUrl + shardFile(name));
}
