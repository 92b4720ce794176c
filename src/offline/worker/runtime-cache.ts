/** Runtime cache: pages cached while reading, each with its styles and scripts, so that versions never mix. */

import { isImmutable } from '../../served-files.ts';
import { pathInScope, savedPhotograph } from '../files.ts';
import type { CachedFile } from '../saving/lookup.ts';
import { type OfflineStore, openCache } from '../saving/offline-store.ts';
import { findAssets, readBuildDay } from './html.ts';

/** The least recently read page is evicted first. */
const MAX_CACHED_PAGES = 60;

/** The cache key of a page: without query and fragment, which scripts handle. */
function cacheKey(url: string): string {
  return url.replace(/[?#].*$/, '');
}

/** Caches a page with its assets; on failure the cached version stays. */
export async function cachePage(store: OfflineStore, url: string, html: string): Promise<void> {
  try {
    await cacheAssets(store, html);
    const bucket = await openCache(store, 'read');
    // Deleted first, because keys are in order of insertion: the latest page must be last.
    await bucket.delete(cacheKey(url));
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    await bucket.put(cacheKey(url), new Response(html, { headers }));
    await evictOldPages(store, bucket);
  } catch {
    // Storage full or refused: the page is shown anyway.
  }
}

/** A page from the runtime cache. */
export async function lookupPage(store: OfflineStore, url: string): Promise<CachedFile | undefined> {
  try {
    const response = await (await openCache(store, 'read')).match(cacheKey(url));
    return response && { response, day: readBuildDay(await response.clone().text()) };
  } catch {
    return undefined;
  }
}

/** Caches the styles and scripts of a page; rejects if one is not available. */
export async function cacheAssets(store: OfflineStore, html: string): Promise<void> {
  const answers = await Promise.all(
    findAssets(html, store.scope).map((url) => fetchAssetCacheFirst(store, url)),
  );
  for (const { status } of answers) if (status !== 200) throw new Error(`${status}`);
}

/** An immutable file, cache first: from the cache, or from the network and then cached. */
export async function fetchAssetCacheFirst(store: OfflineStore, asked: string): Promise<Response> {
  const url = cacheKey(asked);
  const cached = (await lookupAsset(store, url)) ?? (await lookupPhotograph(store, url));
  if (cached) return cached;
  const response = await store.fetch(asked);
  if (!response.ok) return response;
  // Complete or not at all. A new Response has no URL: a worker's script would use a cached URL as its own, without the query.
  const headers = { 'content-type': response.headers.get('content-type') ?? '' };
  const whole = new Response(await response.blob(), { headers });
  if (/\/assets\/[^/]+$/.test(url)) await cacheAsset(store, url, whole.clone());
  return whole;
}

async function lookupAsset(store: OfflineStore, url: string): Promise<Response | undefined> {
  try {
    for (const name of ['saved', 'read'] as const) {
      const cached = await (await openCache(store, name)).match(url);
      if (cached) return cached;
    }
  } catch {
    // Storage is refused.
  }
  return undefined;
}

/** The saved file of a photograph, whichever of its files is requested: it needs no network. */
async function lookupPhotograph(store: OfflineStore, url: string): Promise<Response | undefined> {
  const path = savedPhotograph(pathInScope(url, store.scope) ?? '');
  return path === undefined ? undefined : lookupAsset(store, new URL(path, store.scope).href);
}

async function cacheAsset(store: OfflineStore, url: string, response: Response): Promise<void> {
  try {
    await (await openCache(store, 'read')).put(url, response);
  } catch {
    // Storage full: it is fetched again the next time.
  }
}

async function evictOldPages(store: OfflineStore, bucket: Cache): Promise<void> {
  const urls = (await bucket.keys()).map(({ url }) => url);
  const isAsset = (url: string) => isImmutable(pathInScope(url, store.scope) ?? '');
  const pages = urls.filter((url) => !isAsset(url));
  if (pages.length <= MAX_CACHED_PAGES) return;
  const [gone, stay] = [pages.slice(0, -MAX_CACHED_PAGES), pages.slice(-MAX_CACHED_PAGES)];
  for (const url of gone) await bucket.delete(url);
  const texts = await Promise.all(stay.map(async (url) => (await bucket.match(url))?.text()));
  const needed = new Set(texts.flatMap((html) => findAssets(html ?? '', store.scope)));
  for (const url of urls.filter(isAsset)) if (!needed.has(url)) await bucket.delete(url);
}
