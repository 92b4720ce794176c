/**
 * The service worker. It takes over at once, and may: a page never depends on which worker answers it, because what it is
 * made of has names that change with the content, and the copies of two versions lie side by side.
 */
import { unlessBusy } from '../saving/only-one.ts';
import { type Pocket, removeOtherLayouts } from '../saving/pocket.ts';
import { save } from '../saving/save.ts';
import { readRecord } from '../saving/state.ts';
import { answer, isIndexFile, isOurs, isSearchPage } from './answer.ts';
import { keepRead } from './read-pages.ts';

/** What TypeScript's table of the DOM lacks of a worker's own. */
interface Lifetime extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lifetime {
  request: Request;
  preloadResponse?: Promise<Response | undefined>;
  respondWith(response: Promise<Response>): void;
}
interface WorkerPlace {
  registration: ServiceWorkerRegistration;
  clients: {
    claim(): Promise<void>;
    matchAll(options: { includeUncontrolled: boolean; type: 'window' }): Promise<readonly { url: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lifetime) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}

const place = self as unknown as WorkerPlace;
const { scope } = place.registration;
const pocket: Pocket = { scope, caches: () => caches, fetch: (url, init) => fetch(url, init) };

/** Milliseconds that the page which was just opened has the network to itself. */
const PAUSE_MS = 2000;
/** Milliseconds after which the site is asked again whether it changed. */
const CHECK_EACH_MS = 600_000;

place.addEventListener('install', (event) => {
  event.waitUntil(firstCopy().finally(() => place.skipWaiting()));
});

/** The core for a phone that has nothing. Without storage or network the worker is installed all the same. */
async function firstCopy(): Promise<void> {
  if (!(await readRecord(pocket, 'current'))) await bringUpToDate();
}

place.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

async function takeOver(): Promise<void> {
  const open = await place.clients.matchAll({ includeUncontrolled: true, type: 'window' });
  const attempts = [
    setPreload(place.registration.navigationPreload),
    place.clients.claim(),
    // A page that is open may still need what an older worker kept.
    open.length === 0 ? removeOtherLayouts(pocket) : undefined,
  ];
  await Promise.all(attempts.map((attempt) => attempt?.catch(() => undefined)));
  // They came before there was a worker to keep them.
  for (const { url } of open) keepOpenPage(url).catch(() => undefined);
}

/** Firefox (seen in 153) shows its error page where the early request fails, whatever the worker answers from the copy. */
function setPreload(preload: NavigationPreloadManager | undefined): Promise<void> | undefined {
  return /Firefox\//.test(navigator.userAgent) ? preload?.disable() : preload?.enable();
}

async function keepOpenPage(url: string): Promise<void> {
  const response = await pocket.fetch(url);
  if (response.ok && !response.redirected) await keepRead(pocket, url, await response.text());
}

/** By the worker's own time, which no wrong clock touches. */
let checkedAt = Number.NEGATIVE_INFINITY;

/**
 * Whether the index of the search may be on this phone; undefined while nobody has looked. Where it is not, the browser
 * fetches its files itself: by way of this worker each takes twice as long on a slow processor, and a query needs ten.
 */
let mayHoldIndex: boolean | undefined;

async function lookForIndex(): Promise<void> {
  mayHoldIndex = undefined;
  const current = await readRecord(pocket, 'current');
  mayHoldIndex = current !== undefined && current.wish !== 'core';
}

place.addEventListener('fetch', (event) => {
  const { request } = event;
  if (!isOurs(request, scope)) return;
  // Looked for anew each time the page is opened: a copy may have been saved since.
  if (isSearchPage(request, scope)) event.waitUntil(lookForIndex());
  else if (isIndexFile(request, scope)) {
    if (mayHoldIndex === false) return;
    if (mayHoldIndex === undefined) event.waitUntil(lookForIndex());
  }
  const later = (work: Promise<unknown>) => event.waitUntil(work);
  event.respondWith(answer(pocket, { request, preloaded: event.preloadResponse, later }));
  if (request.mode !== 'navigate' || performance.now() - checkedAt < CHECK_EACH_MS) return;
  checkedAt = performance.now();
  later(new Promise((resolve) => setTimeout(resolve, PAUSE_MS)).then(bringUpToDate));
});

/** Fetches what changed of what this phone keeps; unless the reader asks browsers to spare data. Never rejects. */
async function bringUpToDate(): Promise<void> {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  try {
    await unlessBusy(pocket, async () => {
      const wish = (await readRecord(pocket, 'current'))?.wish ?? 'core';
      await save(pocket, wish);
    });
  } catch {
    // Cut off, full or refused: what is there stays, the next page tries again.
    checkedAt = Number.NEGATIVE_INFINITY;
  }
}
