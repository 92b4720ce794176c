/** Evicts old files after an update, except those that an open page may still request. */

import { isImmutable } from '../../served-files.ts';
import { pathInScope } from '../files.ts';
import type { SavedCopy } from './state.ts';

/**
 * URLs of immutable files of the previous version that `wanted` does not contain: an open page may request its styles,
 * scripts and search files. Files retained by the previous update already are not retained again.
 */
export function findRetained(
  before: SavedCopy,
  cached: ReadonlySet<string>,
  wanted: ReadonlyMap<string, unknown>,
  scope: string,
): string[] {
  return [...cached].filter(
    (url) => isImmutable(pathInScope(url, scope) ?? '') && !wanted.has(url) && !before.carried.includes(url),
  );
}

/** Deletes all entries but `urls`. An entry that cannot be deleted is deleted by the next update. */
export async function evictExcept(bucket: Cache, urls: readonly string[]): Promise<void> {
  const stays = new Set(urls);
  for (const request of await bucket.keys()) if (!stays.has(request.url)) await bucket.delete(request);
}
