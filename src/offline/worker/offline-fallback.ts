/** Offline fallback: the answer to a page that is neither cached nor reachable. It lists the cached pages. */

import { isPage, pathInScope } from '../files.ts';
import { lookupSaved } from '../saving/lookup.ts';
import { type OfflineStore, openCache } from '../saving/offline-store.ts';
import { readState } from '../saving/state.ts';
import { type CachedPage, listPages, minimalFallbackPage, readTitle } from './html.ts';

const headers = { 'content-type': 'text/html; charset=utf-8' };

/** Pages that are useless on their own, and the offline page, which the fallback links to anyway. */
const UNLISTED_PATHS = /^(?:offline\/.*|404\.html)$|^s\//;

/** The fallback page with a list of cached pages. Never rejects. */
export async function offlineFallback(store: OfflineStore): Promise<Response> {
  const frame = await lookupSaved(store, new URL('offline/missing/', store.scope).href);
  if (!frame) return new Response(minimalFallbackPage, { headers });
  const html = await frame.response.text();
  return new Response(listPages(html, await listCachedPages(store).catch(() => [])), { headers });
}

/** Core pages, then pages cached while reading, the latest first. */
async function listCachedPages(store: OfflineStore): Promise<CachedPage[]> {
  const { scope } = store;
  const bucket = await openCache(store, 'read');
  const read = (await bucket.keys()).map(({ url }) => url).reverse();
  const core = (await readState(store, 'current'))?.list.core ?? [];
  const urls = new Set([...core.map(([path]) => new URL(path, scope).href), ...read]);
  const listed = [...urls].filter((url) => {
    const path = pathInScope(url, scope);
    return path !== undefined && isPage(path) && !UNLISTED_PATHS.test(path);
  });
  return Promise.all(
    listed.map(async (url) => {
      const cached = (await lookupSaved(store, url))?.response ?? (await bucket.match(url));
      return { address: new URL(url).pathname, title: readTitle((await cached?.text()) ?? '') };
    }),
  );
}
