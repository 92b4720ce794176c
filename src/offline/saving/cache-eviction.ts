/** What an update leaves behind: gone, save what a page that was opened before it may still ask for. */

import { isImmutable } from '../../served-files.ts';
import { pathInScope } from '../files.ts';
import type { SavedCopy } from './state.ts';

/**
 * The addresses of files of the version before that are in no way in that of `wanted`: styles, scripts and the search of
 * a page that is open. Those of the version before that one are not among them.
 */
export function findRetained(
  before: SavedCopy,
  kept: ReadonlySet<string>,
  wanted: ReadonlyMap<string, unknown>,
  scope: string,
): string[] {
  return [...kept].filter(
    (url) => isImmutable(pathInScope(url, scope) ?? '') && !wanted.has(url) && !before.carried.includes(url),
  );
}

/** Removes all that is not among `urls`. What cannot be removed now goes with the next update. */
export async function evictExcept(bucket: Cache, urls: readonly string[]): Promise<void> {
  const stays = new Set(urls);
  for (const request of await bucket.keys()) if (!stays.has(request.url)) await bucket.delete(request);
}
