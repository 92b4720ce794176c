/** Looks files up in the complete copy. */

import { isImmutable } from '../../served-files.ts';
import { cacheUrl, chunkFor, pathInScope } from '../files.ts';
import { readChunkIndex } from './load-chunks.ts';
import { type OfflineStore, openCache } from './offline-store.ts';
import { readState } from './state.ts';

/** A cached file, and the build date of its version. */
export interface CachedFile {
  response: Response;
  /** `YYYY-MM-DD`. */
  day: string;
}

/** The saved file for a URL; undefined if there is none, or storage is refused. */
export async function lookupSaved(store: OfflineStore, url: string): Promise<CachedFile | undefined> {
  try {
    const path = pathInScope(url, store.scope);
    const current = await readState(store, 'current');
    if (path === undefined || !current) return undefined;
    const bucket = await openCache(store, 'saved');
    const hash = isImmutable(path) ? '' : await findHash(path, bucket);
    const response = hash === undefined ? undefined : await bucket.match(cacheUrl(path, hash, store.scope));
    return response && { response, day: current.list.day };

    async function findHash(wanted: string, saved: Cache): Promise<string | undefined> {
      const isWanted = ([each]: readonly [string, ...unknown[]]) => each === wanted;
      const inCore = current?.list.core.find(isWanted);
      if (inCore) return inCore[1];
      const chunk = chunkFor(current?.list.parts ?? [], wanted);
      const files = chunk && (await readChunkIndex(store, saved, chunk.id));
      return files?.find(isWanted)?.[1];
    }
  } catch {
    return undefined;
  }
}
