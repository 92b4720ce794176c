/** Pages as they were read, with the styles and scripts that each was made with, so that no page wears those of another day. */

import { isImmutable } from '../../served-files.ts';
import { pathInScope, savedPhotograph } from '../files.ts';
import type { CachedFile } from '../saving/lookup.ts';
import { type OfflineStore, openCache } from '../saving/offline-store.ts';
import { findAssets, readBuildDay } from './html.ts';

/** So many pages are kept; the one read longest ago goes first. */
const MAX_CACHED_PAGES = 60;

/** The address of a page as it is kept: its questions and anchors are answered by scripts. */
function cacheKey(url: string): string {
  return url.replace(/[?#].*$/, '');
}

/** Keeps a page with all it needs; what cannot be kept stays as it was. */
export async function cachePage(store: OfflineStore, url: string, html: string): Promise<void> {
  try {
    await cacheAssets(store, html);
    const bucket = await openCache(store, 'read');
    // Out and in again: the last one read stands last.
    await bucket.delete(cacheKey(url));
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    await bucket.put(cacheKey(url), new Response(html, { headers }));
    await evictOldPages(store, bucket);
  } catch {
    // No room or no storage: the page is read all the same.
  }
}

/** A page as it was read last. */
export async function lookupPage(store: OfflineStore, url: string): Promise<CachedFile | undefined> {
  try {
    const response = await (await openCache(store, 'read')).match(cacheKey(url));
    return response && { response, day: readBuildDay(await response.clone().text()) };
  } catch {
    return undefined;
  }
}

/** Makes sure that the styles and scripts of a page are on the phone; rejects where one cannot be had. */
export async function cacheAssets(store: OfflineStore, html: string): Promise<void> {
  const answers = await Promise.all(
    findAssets(html, store.scope).map((url) => fetchAssetCacheFirst(store, url)),
  );
  for (const { status } of answers) if (status !== 200) throw new Error(`${status}`);
}

/** A file whose name changes with its content: from the phone, or from the network and then kept. */
export async function fetchAssetCacheFirst(store: OfflineStore, asked: string): Promise<Response> {
  const url = cacheKey(asked);
  const kept = (await lookupAsset(store, url)) ?? (await lookupPhotograph(store, url));
  if (kept) return kept;
  const response = await store.fetch(asked);
  if (!response.ok) return response;
  // Whole, or not at all. And without the address that it came from, which a worker's script would take for its own, and
  // lack its question.
  const headers = { 'content-type': response.headers.get('content-type') ?? '' };
  const whole = new Response(await response.blob(), { headers });
  if (/\/assets\/[^/]+$/.test(url)) await cacheAsset(store, url, whole.clone());
  return whole;
}

async function lookupAsset(store: OfflineStore, url: string): Promise<Response | undefined> {
  try {
    for (const name of ['saved', 'read'] as const) {
      const kept = await (await openCache(store, name)).match(url);
      if (kept) return kept;
    }
  } catch {
    // Storage is refused.
  }
  return undefined;
}

/** Of a photograph that was saved, the one file there is, whichever was asked for: it costs nothing. */
async function lookupPhotograph(store: OfflineStore, url: string): Promise<Response | undefined> {
  const path = savedPhotograph(pathInScope(url, store.scope) ?? '');
  return path === undefined ? undefined : lookupAsset(store, new URL(path, store.scope).href);
}

async function cacheAsset(store: OfflineStore, url: string, response: Response): Promise<void> {
  try {
    await (await openCache(store, 'read')).put(url, response);
  } catch {
    // No room: it is fetched again the next time.
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
