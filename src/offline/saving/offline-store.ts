/**
 * The phone's room for the copy: three caches of this site's own, because several sites may share a host. Given to whoever
 * saves or reads, so that tests need no phone.
 */

export interface OfflineStore {
  /** The address of the home page: all that the copy is about lies below it. */
  scope: string;
  /** Throws where the browser refuses storage. */
  caches(): CacheStorage;
  fetch(url: string, init?: RequestInit): Promise<Response>;
}

/** `saved` holds files by path and digest, `state` what is whole and what was begun, `read` pages as they were read. */
export type CacheBucket = 'saved' | 'state' | 'read';

/** Goes up when the caches are laid out anew; those of another layout are not looked into. */
const LAYOUT = 1;

/** The name of a cache. */
export function cacheName(scope: string, bucket: CacheBucket): string {
  return `mingbai:${scope}:${LAYOUT}:${bucket}`;
}

/** Opens a cache; rejects where storage is refused. */
export async function openCache({ scope, caches }: OfflineStore, bucket: CacheBucket): Promise<Cache> {
  return caches().open(cacheName(scope, bucket));
}

/** Removes caches of other layouts. */
export async function removeOtherLayouts({ scope, caches }: OfflineStore): Promise<void> {
  const ours = (['saved', 'state', 'read'] as const).map((bucket) => cacheName(scope, bucket));
  for (const name of await caches().keys()) {
    if (name.startsWith(`mingbai:${scope}:`) && !ours.includes(name)) await caches().delete(name);
  }
}
