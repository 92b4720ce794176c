/**
 * Updates the copy to the current version of the site, up to a save level. Files are cached by path and hash, so neither a
 * resumed download nor an update fetches a file twice. The copy switches to the new version when all its files are cached;
 * until then the previous one stays complete.
 */
import { mapWithConcurrency } from '../../map-with-concurrency.ts';
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

/** Bytes cached, of the bytes of the whole copy. */
export interface SaveProgress {
  bytes: number;
  of: number;
}

type OnProgress = (progress: SaveProgress) => void;

const DOWNLOAD_CONCURRENCY = 3;
/** Attempts if the site is published again while it is saved. */
const MAX_ATTEMPTS = 3;

/** The current list of the site; rejects with a SavingError. */
export async function fetchList(store: OfflineStore): Promise<OfflineList> {
  try {
    return JSON.parse(new TextDecoder().decode(await download(store, LIST_PATH))) as OfflineList;
  } catch (cause) {
    // A captive portal returned HTML.
    throw cause instanceof SavingError ? cause : new SavingError('network', { cause });
  }
}

/** Saves all missing files and reports progress; rejects with a SavingError. */
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
  const cached = await cachedUrls(bucket);
  const urlOf = ([path, digest]: OfflineFile) => cacheUrl(path, digest, store.scope);
  const chunks = await loadChunks(store, bucket, list, level);
  const wanted = new Map(
    [...list.core, ...chunks.flatMap(({ contents }) => contents)].map((file) => [urlOf(file), file]),
  );
  const tasks = planTasks(list.core, chunks, (file) => cached.has(urlOf(file)));
  const of = bytesOf([...wanted.values()]);
  let bytes = of - tasks.reduce((sum, task) => sum + task.bytes, 0);
  onProgress({ bytes, of });
  await mapWithConcurrency(tasks, DOWNLOAD_CONCURRENCY, async (task) => {
    for (const [file, content] of await splitChunk(task.files, await download(store, task.path))) {
      if (cached.has(urlOf(file))) continue;
      const answer = new Response(content, { headers: { 'content-type': contentType(file[0]) } });
      await mapStorageErrors(bucket.put(urlOf(file), answer));
    }
    bytes += task.bytes;
    onProgress({ bytes, of });
  });

  const there = await cachedUrls(await mapStorageErrors(openCache(store, 'saved')));
  // Deleted meanwhile by another page or evicted by the browser.
  for (const url of wanted.keys()) if (!there.has(url)) throw new ChangedError(url);
  const carried = before ? findRetained(before, cached, wanted, store.scope) : [];
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
