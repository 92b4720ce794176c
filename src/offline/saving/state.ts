/** What is whole on the phone, and what a reader began to save: two records, each written in one go. */
import type { OfflineList, SaveLevel } from '../files.ts';
import { type OfflineStore, openCache } from './offline-store.ts';

/** A copy that is whole. */
export interface SavedCopy {
  list: OfflineList;
  wish: SaveLevel;
  /** Files of the version before whose names no other version has: a page opened before the update may ask for them. */
  carried: string[];
}

interface SavedState {
  current: SavedCopy;
  /** What was wished for and is not there yet. */
  begun: Exclude<SaveLevel, 'core'>;
}

/** Reads a record; undefined where there is none, or storage is refused. */
export async function readState<N extends keyof SavedState>(
  store: OfflineStore,
  name: N,
): Promise<SavedState[N] | undefined> {
  try {
    const kept = await (await openCache(store, 'state')).match(stateUrl(store, name));
    return kept && ((await kept.json()) as SavedState[N]);
  } catch {
    return undefined;
  }
}

/** Writes a record, or removes it; rejects where storage is full or refused. */
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
