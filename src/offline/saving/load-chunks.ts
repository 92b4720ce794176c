/** Indexes of chunks: downloaded once and cached with the files, because the worker looks files up in them. */
import { mapWithConcurrency } from '../../map-with-concurrency.ts';
import { hashBytes } from '../file-hash.ts';
import { chunkIndexPath, chunksFor, type OfflineFile, type OfflineList, type SaveLevel } from '../files.ts';
import { ChangedError, download } from './download.ts';
import type { OfflineStore } from './offline-store.ts';
import type { LoadedChunk } from './plan.ts';
import { mapStorageErrors } from './saving-error.ts';

/** Higher than DOWNLOAD_CONCURRENCY: indexes are small. */
const INDEX_CONCURRENCY = 6;

/** The chunks of a save level with their files, in list order. */
export async function loadChunks(
  store: OfflineStore,
  bucket: Cache,
  list: OfflineList,
  level: SaveLevel,
): Promise<LoadedChunk[]> {
  const chunks = chunksFor(list, level);
  const contents = new Map<string, readonly OfflineFile[]>();
  await mapWithConcurrency(chunks, INDEX_CONCURRENCY, async ({ id }) => {
    contents.set(id, await loadChunkIndex(store, bucket, id));
  });
  return chunks.map((chunk) => ({ ...chunk, contents: contents.get(chunk.id) ?? [] }));
}

async function loadChunkIndex(
  store: OfflineStore,
  bucket: Cache,
  id: string,
): Promise<readonly OfflineFile[]> {
  const cached = await readChunkIndex(store, bucket, id);
  if (cached) return cached;
  const bytes = await download(store, chunkIndexPath(id));
  if ((await hashBytes(bytes)) !== id) throw new ChangedError(id);
  await mapStorageErrors(bucket.put(chunkIndexUrl(store, id), new Response(bytes)));
  return JSON.parse(new TextDecoder().decode(bytes)) as OfflineFile[];
}

/** The files of a saved chunk; undefined if it is not saved. */
export async function readChunkIndex(
  store: OfflineStore,
  bucket: Cache,
  id: string,
): Promise<readonly OfflineFile[] | undefined> {
  const cached = await bucket.match(chunkIndexUrl(store, id));
  return cached && ((await cached.json()) as OfflineFile[]);
}

/** Cache URL of a chunk index. */
export function chunkIndexUrl({ scope }: OfflineStore, id: string): string {
  return new URL(chunkIndexPath(id), scope).href;
}
