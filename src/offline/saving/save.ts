/**
 * Brings the copy to what a reader wishes and the site has. Files are kept by path and digest: what is there is not fetched
 * again, whether after a cut or for a new version. Only when all of a version is there does the copy become that version;
 * until then the one before stays whole.
 */
import { inTurns } from '../../in-turns.ts';
import {
  cacheUrl,
  contentType,
  LIST_PATH,
  type OfflineFile,
  type OfflineList,
  type SaveLevel,
} from '../files.ts';
import { evictExcept, findRetained } from './cache-eviction.ts';
import { ChangedError, download, splitChunk } from './download.ts';
import { chunkIndexUrl, loadChunks } from './load-chunks.ts';
import { type OfflineStore, openCache } from './offline-store.ts';
import { bytesOf, planTasks } from './plan.ts';
import { mapStorageErrors, SavingError } from './saving-error.ts';
import { readState, type SavedCopy, writeState } from './state.ts';

/** How far it is: bytes on the phone, of all that is to be there. */
export interface SaveProgress {
  bytes: number;
  of: number;
}

type OnProgress = (progress: SaveProgress) => void;

/** Requests under way at once. */
const DOWNLOAD_CONCURRENCY = 3;
/** So often a site may be published anew while it is saved. */
const MAX_ATTEMPTS = 3;

/** The list of what the site has now; rejects with a SavingError. */
export async function fetchList(store: OfflineStore): Promise<OfflineList> {
  try {
    return JSON.parse(new TextDecoder().decode(await download(store, LIST_PATH))) as OfflineList;
  } catch (cause) {
    // A gate before the network answers everything with its own page.
    throw cause instanceof SavingError ? cause : new SavingError('network', { cause });
  }
}

/** Saves what is missing, telling how far it is; rejects with a SavingError. */
export async function save(
  store: OfflineStore,
  level: SaveLevel,
  onProgress: OnProgress = () => undefined,
): Promise<SavedCopy> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await saveOnce(store, level, onProgress);
    } catch (error) {
      if (!(error instanceof ChangedError)) throw error;
      if (tries === MAX_ATTEMPTS) throw new SavingError('changing', { cause: error });
    }
  }
}

async function saveOnce(store: OfflineStore, level: SaveLevel, onProgress: OnProgress): Promise<SavedCopy> {
  const list = await fetchList(store);
  const before = await readState(store, 'current');
  if (before?.list.version === list.version && before.wish === level) {
    return commit(store, { ...before, list });
  }
  const bucket = await mapStorageErrors(openCache(store, 'saved'));
  const kept = await cachedUrls(bucket);
  const urlOf = ([path, digest]: OfflineFile) => cacheUrl(path, digest, store.scope);
  const chunks = await loadChunks(store, bucket, list, level);
  const wanted = new Map(
    [...list.core, ...chunks.flatMap(({ contents }) => contents)].map((file) => [urlOf(file), file]),
  );
  const tasks = planTasks(list.core, chunks, (file) => kept.has(urlOf(file)));
  const of = bytesOf([...wanted.values()]);
  let bytes = of - tasks.reduce((sum, task) => sum + task.bytes, 0);
  onProgress({ bytes, of });
  await inTurns(tasks, DOWNLOAD_CONCURRENCY, async (task) => {
    for (const [file, content] of await splitChunk(task.files, await download(store, task.path))) {
      if (kept.has(urlOf(file))) continue;
      const answer = new Response(content, { headers: { 'content-type': contentType(file[0]) } });
      await mapStorageErrors(bucket.put(urlOf(file), answer));
    }
    bytes += task.bytes;
    onProgress({ bytes, of });
  });

  const there = await cachedUrls(await mapStorageErrors(openCache(store, 'saved')));
  // Taken away meanwhile, by another page or by the browser.
  for (const url of wanted.keys()) if (!there.has(url)) throw new ChangedError(url);
  const carried = before ? findRetained(before, kept, wanted, store.scope) : [];
  const current = await commit(store, { list, wish: level, carried });
  await evictExcept(bucket, [
    ...wanted.keys(),
    ...carried,
    ...chunks.map(({ id }) => chunkIndexUrl(store, id)),
  ]);
  return current;
}

async function commit(store: OfflineStore, current: SavedCopy): Promise<SavedCopy> {
  await mapStorageErrors(writeState(store, 'current', current));
  return current;
}

async function cachedUrls(bucket: Cache): Promise<Set<string>> {
  return new Set((await mapStorageErrors(bucket.keys())).map(({ url }) => url));
}
