/** Saved state: the complete copy, and the save level that was begun. Each value is written atomically. */
import type { OfflineList, SaveLevel } from '../files.ts';
import { type OfflineStore, openCache } from './offline-store.ts';

/** A complete copy. */
export interface SavedCopy {
  list: OfflineList;
  /** Named so in stored data. */
  wish: SaveLevel;
  /** Immutable files of the previous version: a page opened before the update may request them. */
  carried: string[];
}

interface SavedState {
  current: SavedCopy;
  /** The save level that was requested and is not complete. */
  begun: Exclude<SaveLevel, 'core'>;
}

/** Reads a value; undefined if there is none, or storage is refused. */
export async function readState<N extends keyof SavedState>(
  store: OfflineStore,
  name: N,
): Promise<SavedState[N] | undefined> {
  try {
    const cached = await (await openCache(store, 'state')).match(stateUrl(store, name));
    return cached && ((await cached.json()) as SavedState[N]);
  } catch {
    return undefined;
  }
}

/** Writes a value, or deletes it; rejects if storage is full or refused. */
export async function writeState<N extends keyof SavedState>(
  store: OfflineStore,
  name: N,
  value: SavedState[N] | undefined,
): Promise<void> {
  const bucket = await openCache(store, 'state');
  if (value === undefined) await bucket.delete(stateUrl(store, name));
  else await bucket.put(stateUrl(store, name), new Response(JSON.stringify(value)));
}

function stateUrl({ scope }: OfflineStore, name: keyof SavedState): string {
  return `${scope}offline/state/${name}`;
}
