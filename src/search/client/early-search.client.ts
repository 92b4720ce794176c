/**
 * Runs in the head of the search page, before its other scripts: a shared search waits for its results, so the worker starts, and the files
 * that it will need are fetched, while the page is still loading. The script of all pages then comes after the results.
 */
import { decodeCbor } from './decode-cbor.ts';
import { expectedTokens } from './expected-tokens.ts';
import { canDecompress, decompressNatively, readIndexFile } from './index-file.ts';
import { LIST_FILE, shardFile } from './index-files.ts';
import { readIndexList, shardsWith } from './index-list.ts';
import { type EarlyWindow, IS_HINTED, type SearchHint } from './messages.ts';

/** After so long without results, other parts of the page are worth as much. */
const MAX_WAIT_MS = 10_000;

const { worker: url, pageScript } = document.currentScript?.dataset ?? {};
const query = new URLSearchParams(location.search).get('q')?.trim();
// Pages of the portable site, from a card or a Kiwix book, run the search without a worker.
if (url && query && document.documentElement.dataset.card === undefined) {
  document.addEventListener('DOMContentLoaded', () => afterResults(addPageScript));
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

function start(workerUrl: string, text: string): void {
  const page = window as EarlyWindow;
  const indexUrl = new URL(workerUrl, location.href).searchParams.get('index') ?? '';
  // Before the worker, so that the list has the connection that is open: a new one costs a round trip more.
  const loading = load(indexUrl + LIST_FILE);
  const worker = new Worker(workerUrl + IS_HINTED);
  const tell = (hint: SearchHint, transfer: Transferable[] = []) => worker.postMessage(hint, transfer);
  page.earlySearch = worker;
  // The page then starts a worker itself and receives its error.
  worker.addEventListener('error', () => {
    delete page.earlySearch;
  });
  tell({ hint: text });
  loading
    .then(async (list) => {
      const copy = list?.slice(0);
      tell({ list }, list ? [list] : []);
      const shards = copy === undefined ? [] : await expectedShards(text, copy).catch(() => []);
      // Into the cache of the browser: the worker, which has the thread to itself, asks for them when it has started.
      for (const shard of shards) load(indexUrl + shardFile(shard)).catch(() => undefined);
    })
    .catch(() => tell({ list: undefined }));
}

/** The bytes of a file; undefined if the server has none. */
async function load(file: string): Promise<ArrayBuffer | undefined> {
  const response = await fetch(file);
  return response.ok ? response.arrayBuffer() : undefined;
}

/** The names of the shards that the query will be looked up in. */
async function expectedShards(text: string, list: ArrayBuffer): Promise<Iterable<string>> {
  const tokens = expectedTokens(text);
  if (tokens.length === 0 || !canDecompress()) return [];
  const content = await readIndexFile(new Uint8Array(list), LIST_FILE, decompressNatively);
  const names = readIndexList(decodeCbor(content));
  return new Set(tokens.flatMap((token) => shardsWith(token, names)));
}
