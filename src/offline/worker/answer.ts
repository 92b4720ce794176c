/**
 * How the worker answers. What is named by its digest comes from the phone if it is there; all else from the network, and
 * from the phone where the network fails or is slow. A page counts as come when it is whole and its styles and scripts are
 * at hand: a cut in the middle shows the copy and not half a page.
 */

import { isImmutable } from '../../served-files.ts';
import { fileGroup, isPage, pathInScope } from '../files.ts';
import { type CachedFile, lookupSaved } from '../saving/lookup.ts';
import type { OfflineStore } from '../saving/offline-store.ts';
import { addOfflineNote } from './html.ts';
import { offlineFallback } from './offline-fallback.ts';
import { sliceRange } from './range.ts';
import { cacheAssets, cachePage, fetchAssetCacheFirst, lookupPage } from './runtime-cache.ts';

/** Milliseconds after which a page of the copy is shown instead of waiting on. */
const NETWORK_TIMEOUT_MS = 3000;

/** A request to answer. */
export interface WorkerRequest {
  request: Request;
  /** The network's answer, asked for by the browser while the worker woke up. */
  preloaded?: Promise<Response | undefined> | undefined;
  /** Keeps the worker alive until something is done that the reader does not wait for. */
  later(work: Promise<unknown>): void;
}

/** Whether a request is answered here at all; others go to the network as if there were no worker. */
export function isHandled({ method, mode, url, cache }: Request, scope: string): boolean {
  const path = pathInScope(url, scope);
  if (method !== 'GET' || path === undefined) return false;
  if (mode === 'navigate') return true;
  return cache !== 'no-store' && !/^offline\/[^/]+\.\w+$|^(?:sw\.js|favicon\.ico)$/.test(path);
}

/** Whether it is for a file of the search's index, which its engine asks for as readers type. */
export function isIndexFile({ url }: Request, scope: string): boolean {
  return fileGroup(pathInScope(url, scope) ?? '') === 'search';
}

/** Whether the page is opened that searches. */
export function isSearchPage({ mode, url }: Request, scope: string): boolean {
  return mode === 'navigate' && (pathInScope(url, scope) ?? '').startsWith('search/');
}

/** Answers a request; never rejects where a page is asked for. */
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
  // Waited for in any case: a preloaded answer that nobody takes is complained about in the console.
  asked.later(fresh.catch(() => undefined));
  const kept = await newestCached(store, request.url);
  if (!kept) {
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
    const text = addOfflineNote(await kept.response.text(), kept.day);
    return new Response(text, { headers: { 'content-type': 'text/html; charset=utf-8' } });
  }
}

/** What the network says; `html` is the whole text of a page of ours, which is kept, and rejects where it was cut off. */
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

/** Of the copy and the page as it was read, the newer one. */
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
  const kept = await lookupSaved(store, request.url);
  const network = fresh.then((response) => {
    if (response.status >= 500 && kept) throw new Error(String(response.status));
    return response;
  });
  try {
    return await (kept ? Promise.race([network, rejectAfterTimeout()]) : network);
  } catch (error) {
    if (kept) return sliceRange(kept.response, request.headers.get('range'));
    if (request.mode === 'navigate') return offlineFallback(store);
    throw error;
  }
}

/** A navigation cannot be fetched as it is by older browsers; a redirect is left to the browser. */
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

/** `/policies` → `/policies/`; a path with an ending stays. */
function withTrailingSlash(path: string): string {
  return /(?:^|\/|\.\w+)$/.test(path) ? path : `${path}/`;
}
