/**
 * Writes the offline list into a built site: `/offline/list.json`, and for each chunk its index and its body. The last step
 * of a build: files written later are not listed.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FileCache, openFileCache } from '../../cache/file-cache.ts';
import { gzipAndRetain } from '../../cache/gzip.ts';
import { CACHE_MAX_AGE_DAYS } from '../../cache/max-age.ts';
import { mapWithConcurrency } from '../../map-with-concurrency.ts';
import {
  chunkBodyPath,
  chunkIndexPath,
  LIST_PATH,
  type OfflineChunk,
  type OfflineFile,
  type OfflineList,
} from '../files.ts';
import { chunkFiles, type FileChunk } from './chunk-files.ts';
import { type OfflineHashes, openOfflineHashes, shortHash } from './file-hashes.ts';
import { filePath, offlinePaths } from './listed-files.ts';

/** Size of Node's default thread pool; a limit, because the bodies of a province do not fit into memory together. */
const COMPRESSION_CONCURRENCY = 4;

/** The pages that every phone caches, the most useful first, and the compressed size that all of them may have. */
const CORE_PATHS = ['', 'offline/missing/', 'offline/', 'contacts/', 'notices/', 'policies/'];
const MAX_CORE_BYTES = 80 * 1024;
/** Assets of the core pages. */
const CORE_ASSETS = /^assets\/(?!search|photographs|household)|^icon\.svg$/;

export interface ListOptions {
  /** Paths of the site's files, from its root. */
  files: readonly string[];
  /** Date of the build, `YYYY-MM-DD`. */
  day: string;
  /** Caches hashes and chunks of the last build. */
  cacheDir: string;
  /** Paths, from the site root, that no page shows. */
  unseen?: readonly string[];
  /** The hashes, if some were computed ahead; default: from the cache. */
  hashes?: OfflineHashes | undefined;
}

/** Writes the list of the site in `dir`. Throws the system's error if that fails. */
export async function writeOfflineList(
  dir: string,
  { files, day, cacheDir, unseen = [], hashes = openOfflineHashes(cacheDir) }: ListOptions,
): Promise<OfflineList> {
  const bytesOf = (path: string) => readFileSync(join(dir, filePath(path)));
  const wholeHashes = new Map<string, string>();
  const listed = offlinePaths(files, new Set(unseen)).map((path): OfflineFile => {
    const { listed: hash, whole, bytes } = hashes.of(path, join(dir, filePath(path)));
    wholeHashes.set(path, whole);
    return [path, hash, bytes];
  });
  hashes.flush();
  mkdirSync(join(dir, 'offline'), { recursive: true });
  const store = openFileCache(join(cacheDir, 'offline'), new Date());
  const chunks = await mapWithConcurrency(chunkFiles(listed), COMPRESSION_CONCURRENCY, (chunk) =>
    writeChunk(chunk, { dir, wholeHashes, store, bytesOf }),
  );
  store.evictAndFlush(CACHE_MAX_AGE_DAYS.offlineChunks);
  const version = shortHash(chunks.map(({ id }) => id).join());
  const list: OfflineList = { version, day, core: await selectCore(listed, bytesOf), parts: chunks };
  writeFileSync(join(dir, LIST_PATH), JSON.stringify(list));
  return list;
}

interface ChunkContext {
  dir: string;
  wholeHashes: ReadonlyMap<string, string>;
  store: FileCache;
  bytesOf(path: string): Buffer;
}

async function writeChunk(
  { group, files }: FileChunk,
  { dir, wholeHashes, store, bytesOf }: ChunkContext,
): Promise<OfflineChunk> {
  const index = JSON.stringify(files);
  const id = shortHash(index);
  const bytes = files.reduce((sum, [, , length]) => sum + length, 0);
  const indexBytes = await restoreOrMake(store, `${id}-index`, join(dir, chunkIndexPath(id)), async () => {
    const contents = Buffer.from(index);
    return { contents, wireBytes: await gzippedLength(contents) };
  });
  const summary = { id, group, first: files[0]?.[0] ?? '', files: files.length, bytes };
  if (group === 'pictures') return { ...summary, wireBytes: indexBytes + bytes };
  // Hashes leave out the day of a page, bodies contain it.
  const whole = shortHash(files.map(([path]) => wholeHashes.get(path)).join());
  const bodyBytes = await restoreOrMake(
    store,
    `${id} ${whole}`,
    join(dir, chunkBodyPath({ id, group })),
    async () => {
      const contents = Buffer.concat(files.map(([path]) => bytesOf(path)));
      return { contents, wireBytes: group === 'text' ? await gzippedLength(contents) : contents.length };
    },
  );
  return { ...summary, wireBytes: indexBytes + bodyBytes };
}

/** Restores a file from the cache, or makes and caches it; returns its compressed size. */
async function restoreOrMake(
  store: FileCache,
  key: string,
  path: string,
  make: () => Promise<{ contents: Buffer; wireBytes: number }>,
): Promise<number> {
  const cached = store.get(key, path);
  if (cached !== undefined) return Number(cached);
  const { contents, wireBytes } = await make();
  store.set(key, path, contents, String(wireBytes));
  return wireBytes;
}

/** Core files up to MAX_CORE_BYTES: at a thousand documents the list pages do not fit and are saved with the save level text. */
async function selectCore(
  files: readonly OfflineFile[],
  bytesOf: (path: string) => Buffer,
): Promise<OfflineFile[]> {
  const assets = files.filter(([path]) => CORE_ASSETS.test(path));
  const pages = CORE_PATHS.flatMap((path) => files.filter((file) => file[0] === path));
  let left = MAX_CORE_BYTES;
  const wanted = [...assets, ...pages];
  const costs = await mapWithConcurrency(wanted, COMPRESSION_CONCURRENCY, ([path]) =>
    gzippedLength(bytesOf(path)),
  );
  return wanted.filter((_, index) => {
    left -= costs[index] ?? 0;
    return left > 0;
  });
}

async function gzippedLength(bytes: Uint8Array): Promise<number> {
  return (await gzipAndRetain(bytes)).length;
}
