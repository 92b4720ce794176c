/**
 * The service worker. It takes over at once, and may: a page never depends on which worker answers it, because what it is
 * made of has names that change with the content, and the copies of two versions lie side by side.
 */
import { withLockIfAvailable } from '../saving/lock.ts';
import { type OfflineStore, removeOtherLayouts } from '../saving/offline-store.ts';
import { save } from '../saving/save.ts';
import { readState } from '../saving/state.ts';
import { answer, isHandled, isIndexFile, isSearchPage } from './answer.ts';
import { cachePage } from './runtime-cache.ts';

/** What TypeScript's table of the DOM lacks of a worker's own. */
interface ExtendableWorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchWorkerEvent extends ExtendableWorkerEvent {
  request: Request;
  preloadResponse?: Promise<Response | undefined>;
  respondWith(response: Promise<Response>): void;
}
interface WorkerScope {
  registration: ServiceWorkerRegistration;
  clients: {
    claim(): Promise<void>;
    matchAll(options: { includeUncontrolled: boolean; type: 'window' }): Promise<readonly { url: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableWorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchWorkerEvent) => void): void;
}

const worker = self as unknown as WorkerScope;
const { scope } = worker.registration;
const store: OfflineStore = { scope, caches: () => caches, fetch: (url, init) => fetch(url, init) };

/** Milliseconds that the page which was just opened has the network to itself. */
const UPDATE_DELAY_MS = 2000;
/** Milliseconds after which the site is asked again whether it changed. */
const UPDATE_INTERVAL_MS = 600_000;

worker.addEventListener('install', (event) => {
  event.waitUntil(installCore().finally(() => worker.skipWaiting()));
});

/** The core for a phone that has nothing. Without storage or network the worker is installed all the same. */
async function installCore(): Promise<void> {
  if (!(await readState(store, 'current'))) await update();
}

worker.addEventListener('activate', (event) => {
  event.waitUntil(activate());
});

async function activate(): Promise<void> {
  const open = await worker.clients.matchAll({ includeUncontrolled: true, type: 'window' });
  const attempts = [
    setPreload(worker.registration.navigationPreload),
    worker.clients.claim(),
    // A page that is open may still need what an older worker kept.
    open.length === 0 ? removeOtherLayouts(store) : undefined,
  ];
  await Promise.all(attempts.map((attempt) => attempt?.catch(() => undefined)));
  // They came before there was a worker to keep them.
  for (const { url } of open) cacheOpenPage(url).catch(() => undefined);
}

/** Firefox (seen in 153) shows its error page where the early request fails, whatever the worker answers from the copy. */
function setPreload(preload: NavigationPreloadManager | undefined): Promise<void> | undefined {
  return /Firefox\//.test(navigator.userAgent) ? preload?.disable() : preload?.enable();
}

async function cacheOpenPage(url: string): Promise<void> {
  const response = await store.fetch(url);
  if (response.ok && !response.redirected) await cachePage(store, url, await response.text());
}

/** By the worker's own time, which no wrong clock touches. */
let checkedAt = Number.NEGATIVE_INFINITY;

/**
 * Whether the index of the search may be on this phone; undefined while nobody has looked. Where it is not, the browser
 * fetches its files itself: by way of this worker each takes twice as long on a slow processor, and a query needs ten.
 */
let mayHoldIndex: boolean | undefined;

async function checkForSavedIndex(): Promise<void> {
  mayHoldIndex = undefined;
  const current = await readState(store, 'current');
  mayHoldIndex = current !== undefined && current.wish !== 'core';
}

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (!isHandled(request, scope)) return;
  // Looked for anew each time the page is opened: a copy may have been saved since.
  if (isSearchPage(request, scope)) event.waitUntil(checkForSavedIndex());
  else if (isIndexFile(request, scope)) {
    if (mayHoldIndex === false) return;
    if (mayHoldIndex === undefined) event.waitUntil(checkForSavedIndex());
  }
  const later = (work: Promise<unknown>) => event.waitUntil(work);
  event.respondWith(answer(store, { request, preloaded: event.preloadResponse, later }));
  if (request.mode !== 'navigate' || performance.now() - checkedAt < UPDATE_INTERVAL_MS) return;
  checkedAt = performance.now();
  later(new Promise((resolve) => setTimeout(resolve, UPDATE_DELAY_MS)).then(update));
});

/** Fetches what changed of what this phone keeps; unless the reader asks browsers to spare data. Never rejects. */
async function update(): Promise<void> {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  try {
    await withLockIfAvailable(store, async () => {
      const wish = (await readState(store, 'current'))?.wish ?? 'core';
      await save(store, wish);
    });
  } catch {
    // Cut off, full or refused: what is there stays, the next page tries again.
    checkedAt = Number.NEGATIVE_INFINITY;
  }
}
