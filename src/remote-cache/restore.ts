/** Takes what other machines have made of a site into the local cache, before a build opens it. */
import { join } from 'node:path';
import { type FileCache, openFileCache } from '../cache/file-cache.ts';
import { BUILD_RECORDS, isFileKey, SITE_CACHES, SITE_LISTS } from '../cache/site-caches.ts';
import { mapWithConcurrency } from '../map-with-concurrency.ts';
import { type PackEntry, splitPack } from './pack.ts';
import { entryName, packName, readLocalState, readSiteIndex, writeLocalState } from './site-index.ts';
import type { RemoteStore } from './store.ts';

/** The file caches of which the remote cache has a copy. Findings are only in records of builds, encrypted: they may quote drafts. */
const SHARED_CACHES: readonly string[] = [...SITE_CACHES, SITE_LISTS, BUILD_RECORDS];

/** A build never waits longer for what others have made. */
const MAX_RESTORE_MS = 30_000;
/** The same for one pack: one of 2 MB comes at 100 KB/s. */
const PACK_TIMEOUT_MS = 20_000;
/** After a failure the storage is not asked for so long. */
const QUIET_MS = 10 * 60_000;
const MAX_CONCURRENT_REQUESTS = 8;

export interface Restored {
  files: number;
  /** How many of them are lists of whole sites. */
  lists: number;
  damaged: number;
  /** Whether the storage was left alone because it failed a few minutes ago. */
  isQuiet: boolean;
}

/** Restores the packs of a site that this machine has not had yet. */
export async function restoreSite(
  store: RemoteStore,
  { cacheDir, site, now }: { cacheDir: string; site: string; now: Date },
): Promise<Restored> {
  const state = readLocalState(cacheDir, site);
  const result: Restored = { files: 0, lists: 0, damaged: 0, isQuiet: state.quietUntil > now.getTime() };
  if (result.isQuiet) return result;
  const index = await readSiteIndex(store, site);
  const wanted = index?.packs.filter(({ id }) => !state.packs.has(id)) ?? [];
  const limit = AbortSignal.timeout(MAX_RESTORE_MS);
  const caches = new Map<string, FileCache>();
  await mapWithConcurrency(wanted, MAX_CONCURRENT_REQUESTS, async ({ id }) => {
    const name = packName(site, id);
    const found = limit.aborted
      ? 'failed'
      : await store.read(name, { signal: limit, timeoutMs: PACK_TIMEOUT_MS });
    if (found === 'failed') return;
    if (found === 'absent' || found === 'damaged') {
      state.damaged.add(id);
      result.damaged += 1;
      return;
    }
    const entries = splitPack(found.bytes).filter(isSharedEntry);
    for (const { cache, key, bytes, metadata } of entries)
      openOnce(caches, cacheDir, cache, now).insert(key, bytes, metadata);
    state.packs.set(
      id,
      entries.map(({ cache, key }) => entryName(cache, key)),
    );
    state.damaged.delete(id);
    result.files += entries.length;
    result.lists += entries.filter(({ cache }) => cache === SITE_LISTS).length;
  });
  for (const cache of caches.values()) cache.evictAndFlush(Number.POSITIVE_INFINITY);
  const isDown = store.faults.some(({ kind }) => kind === 'unreachable');
  if (isDown) state.quietUntil = now.getTime() + QUIET_MS;
  if (isDown || wanted.length > 0) writeLocalState(cacheDir, site, state);
  return result;
}

/** An entry of a pack never becomes a file outside its cache, nor the index of one. */
function isSharedEntry({ cache, key }: PackEntry): boolean {
  return SHARED_CACHES.includes(cache) && isFileKey(key);
}

function openOnce(caches: Map<string, FileCache>, cacheDir: string, name: string, now: Date): FileCache {
  const cache = caches.get(name) ?? openFileCache(join(cacheDir, name), now);
  caches.set(name, cache);
  return cache;
}
