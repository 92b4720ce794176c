/**
 * Runs in the head of the search page, before its other scripts: a shared search waits for its results, so the worker starts, and fetches
 * the files it will need, while the page is still loading.
 */
import { LIST_FILE } from './index-files.ts';
import { type EarlyWindow, IS_HINTED, type SearchHint } from './messages.ts';

const url = document.currentScript?.dataset.worker;
const query = new URLSearchParams(location.search).get('q')?.trim();
// Pages of the portable site, from a card or a Kiwix book, run the search without a worker.
if (url && query && document.documentElement.dataset.card === undefined) start(url, query);

function start(workerUrl: string, text: string): void {
  const page = window as EarlyWindow;
  const worker = new Worker(workerUrl + IS_HINTED);
  const tell = (hint: SearchHint, transfer: Transferable[] = []) => worker.postMessage(hint, transfer);
  page.earlySearch = worker;
  // The page then starts a worker itself and receives its error.
  worker.addEventListener('error', () => {
    delete page.earlySearch;
  });
  tell({ hint: text });
  const { searchParams } = new URL(workerUrl, location.href);
  fetch(`${searchParams.get('index')}${LIST_FILE}`)
    .then((response) => (response.ok ? response.arrayBuffer() : undefined))
    .then((list) => tell({ list }, list ? [list] : []))
    .catch(() => tell({ list: undefined }));
}
