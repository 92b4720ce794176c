/**
 * The service worker. It may take over at once, because pages do not depend on the worker's version: assets have hashed
 * names, and files of two versions can be cached at the same time.
 */
import { withLockIfAvailable } from '../saving/lock.ts';
import { type OfflineStore, removeOtherLayouts } from '../saving/offline-store.ts';
import { save } from '../saving/save.ts';
import { readState } from '../saving/state.ts';
import { answer, isHandled, isIndexFile, isSearchPage } from './answer.ts';
import { cachePage } from './runtime-cache.ts';

/** Types of the service worker's scope, missing in TypeScript's DOM library. */
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

/** Delay of an update, which leaves the network to the page that was just opened. */
const UPDATE_DELAY_MS = 2000;
/** Minimum interval between two checks for a new version. */
const UPDATE_INTERVAL_MS = 600_000;

worker.addEventListener('install', (event) => {
  event.waitUntil(installCore().finally(() => worker.skipWaiting()));
});

/** Caches the core on first installation. The worker is installed even without storage or network. */
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
    // An open page may still need caches of an older worker.
    open.length === 0 ? removeOtherLayouts(store) : undefined,
  ];
  await Promise.all(attempts.map((attempt) => attempt?.catch(() => undefined)));
  // They were opened before the worker could cache them.
  for (const { url } of open) cacheOpenPage(url).catch(() => undefined);
}

/** Firefox (seen in 153) shows its error page if the preload request fails, whatever the worker answers. */
function setPreload(preload: NavigationPreloadManager | undefined): Promise<void> | undefined {
  return /Firefox\//.test(navigator.userAgent) ? preload?.disable() : preload?.enable();
}

async function cacheOpenPage(url: string): Promise<void> {
  const response = await store.fetch(url);
  if (response.ok && !response.redirected) await cachePage(store, url, await response.text());
}

/** In the worker's monotonic time, which a wrong clock does not affect. */
let checkedAt = Number.NEGATIVE_INFINITY;

/**
 * Whether the search index may be saved on this phone; undefined until checked. If it is not, the browser fetches index files
 * itself: through the worker each needs twice as long on a slow CPU, and a query needs ten.
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
  // Checked again whenever the search page is opened: a copy may have been saved since.
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

/** Updates the copy, unless the reader's browser saves data. Never rejects. */
async function update(): Promise<void> {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  try {
    await withLockIfAvailable(store, async () => {
      const wish = (await readState(store, 'current'))?.wish ?? 'core';
      await save(store, wish);
    });
  } catch {
    // Interrupted, full or refused: the copy stays as it is, the next page tries again.
    checkedAt = Number.NEGATIVE_INFINITY;
  }
}
