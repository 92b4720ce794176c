/**
 * Caching strategies: immutable files are cache first; others are network first with the cache as fallback after an error
 * or NETWORK_TIMEOUT_MS. A page counts as loaded when its body is complete and its assets are cached, so that a dropped
 * connection shows the copy and not half a page.
 */

import { isImmutable } from '../../served-files.ts';
import { fileGroup, isPage, pathInScope } from '../files.ts';
import { type CachedFile, lookupSaved } from '../saving/lookup.ts';
import type { OfflineStore } from '../saving/offline-store.ts';
import { addOfflineNote } from './html.ts';
import { offlineFallback } from './offline-fallback.ts';
import { sliceRange } from './range.ts';
import { cacheAssets, cachePage, fetchAssetCacheFirst, lookupPage } from './runtime-cache.ts';

/** Time after which a cached page is shown instead of waiting for the network. */
const NETWORK_TIMEOUT_MS = 3000;

export interface WorkerRequest {
  request: Request;
  /** The navigation preload response. */
  preloaded?: Promise<Response | undefined> | undefined;
  /** Keeps the worker alive for work that the reader does not wait for. */
  later(work: Promise<unknown>): void;
}

/** Whether the worker handles a request; others go to the network as if there were no worker. */
export function isHandled({ method, mode, url, cache }: Request, scope: string): boolean {
  const path = pathInScope(url, scope);
  if (method !== 'GET' || path === undefined) return false;
  if (mode === 'navigate') return true;
  return cache !== 'no-store' && !/^offline\/[^/]+\.\w+$|^(?:sw\.js|favicon\.ico)$/.test(path);
}

/** Whether a request is for a file of the search index. */
export function isIndexFile({ url }: Request, scope: string): boolean {
  return fileGroup(pathInScope(url, scope) ?? '') === 'search';
}

/** Whether a request opens the search page. */
export function isSearchPage({ mode, url }: Request, scope: string): boolean {
  return mode === 'navigate' && (pathInScope(url, scope) ?? '').startsWith('search/');
}

/** Answers a request; never rejects for a page. */
export async function answer(store: OfflineStore, asked: WorkerRequest): Promise<Response> {
  const { request } = asked;
  const path = pathInScope(request.url, store.scope) ?? '';
  if (isImmutable(path)) return fetchAssetCacheFirst(store, request.url);
  if (request.mode === 'navigate' && isPage(withTrailingSlash(path))) return answerPage(store, asked, path);
  return answerFile(store, asked);
}

async function answerPage(store: OfflineStore, asked: WorkerRequest, path: string): Promise<Response> {
  const { request } = asked;
  const fresh = fetchPage(store, asked);
  // Always awaited: Chromium logs an error for an unused preload response.
  asked.later(fresh.catch(() => undefined));
  const cached = await newestCached(store, request.url);
  if (!cached) {
    try {
      return (await fresh).response;
    } catch {
      if (
        withTrailingSlash(path) !== path &&
        (await newestCached(store, withTrailingSlash(withoutQuery(request.url))))
      ) {
        return Response.redirect(withTrailingSlash(withoutQuery(request.url)));
      }
      return offlineFallback(store);
    }
  }
  const whole = fresh.then(async ({ response, html }) => {
    if (response.status >= 500) throw new Error(String(response.status));
    const text = await html;
    if (text !== undefined) await cacheAssets(store, text);
    return response;
  });
  asked.later(whole.catch(() => undefined));
  try {
    return await Promise.race([whole, rejectAfterTimeout()]);
  } catch {
    const text = addOfflineNote(await cached.response.text(), cached.day);
    return new Response(text, { headers: { 'content-type': 'text/html; charset=utf-8' } });
  }
}

/** The network's answer; `html` is the text of a page of this site, which is cached; it rejects if the connection drops. */
async function fetchPage(
  store: OfflineStore,
  { request, preloaded, later }: WorkerRequest,
): Promise<{ response: Response; html: Promise<string | undefined> }> {
  const response = (await preloaded) ?? (await store.fetch(request.url, requestInit(request)));
  const isText = response.status === 200 && /^text\/html/.test(response.headers.get('content-type') ?? '');
  const html = isText && !response.redirected ? response.clone().text() : Promise.resolve(undefined);
  later(
    html
      .then((text) => (text === undefined ? undefined : cachePage(store, request.url, text)))
      .catch(() => undefined),
  );
  return { response, html };
}

/** The newer of the saved page and the page cached while reading. */
async function newestCached(store: OfflineStore, url: string): Promise<CachedFile | undefined> {
  const [saved, read] = await Promise.all([lookupSaved(store, url), lookupPage(store, url)]);
  return saved && read ? (read.day > saved.day ? read : saved) : (saved ?? read);
}

async function answerFile(
  store: OfflineStore,
  { request, preloaded, later }: WorkerRequest,
): Promise<Response> {
  const fresh = Promise.resolve(preloaded).then(
    (response) => response ?? store.fetch(request.url, requestInit(request)),
  );
  later(fresh.catch(() => undefined));
  const cached = await lookupSaved(store, request.url);
  const network = fresh.then((response) => {
    if (response.status >= 500 && cached) throw new Error(String(response.status));
    return response;
  });
  try {
    return await (cached ? Promise.race([network, rejectAfterTimeout()]) : network);
  } catch (error) {
    if (cached) return sliceRange(cached.response, request.headers.get('range'));
    if (request.mode === 'navigate') return offlineFallback(store);
    throw error;
  }
}

/** Older browsers cannot fetch a navigation request as it is; redirects are left to the browser. */
function requestInit(request: Request): RequestInit {
  const { mode, cache, headers, redirect } = request;
  return { headers, redirect, credentials: 'same-origin', ...(mode !== 'navigate' && { cache }) };
}

function rejectAfterTimeout(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error('slow')), NETWORK_TIMEOUT_MS));
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/, '');
}

/** `/policies` → `/policies/`; a path with a file extension stays. */
function withTrailingSlash(path: string): string {
  return /(?:^|\/|\.\w+)$/.test(path) ? path : `${path}/`;
}
