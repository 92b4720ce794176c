/**
 * Storage of the offline copy: three caches, named after the scope because several sites may share a host. Passed as an
 * argument so that tests need no browser.
 */

export interface OfflineStore {
  /** URL of the home page; the copy contains only URLs below it. */
  scope: string;
  /** Throws if the browser refuses storage. */
  caches(): CacheStorage;
  fetch(url: string, init?: RequestInit): Promise<Response>;
}

/** `saved`: files by path and hash; `state`: the complete copy and the begun one; `read`: pages cached while reading. */
export type CacheBucket = 'saved' | 'state' | 'read';

/** Version of the cache layout; caches of other layouts are ignored. */
const LAYOUT = 1;

export function cacheName(scope: string, bucket: CacheBucket): string {
  return `mingbai:${scope}:${LAYOUT}:${bucket}`;
}

/** Opens a cache; rejects if storage is refused. */
export async function openCache({ scope, caches }: OfflineStore, bucket: CacheBucket): Promise<Cache> {
  return caches().open(cacheName(scope, bucket));
}

/** Deletes caches of other layouts. */
export async function removeOtherLayouts({ scope, caches }: OfflineStore): Promise<void> {
  const ours = (['saved', 'state', 'read'] as const).map((bucket) => cacheName(scope, bucket));
  for (const name of await caches().keys()) {
    if (name.startsWith(`mingbai:${scope}:`) && !ours.includes(name)) await caches().delete(name);
  }
}
