/** The two hashes of a file that the cache holds for the next list. */
import { createHash, hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openHashCache } from '../../cache/hash-cache.ts';
import { type HashedCode, sourceHash } from '../../cache/source-hash.ts';
import { buildDaySpan, encodeHash } from '../file-hash.ts';
import { isPage } from '../files.ts';

export interface FileHashes {
  /** As on the phone: without the day of a page. */
  listed: string;
  /** Of all bytes, as they are in the body of a chunk. */
  whole: string;
}

/** The hashes of the files of a site, from the cache where an earlier build has had the same file. */
export interface OfflineHashes {
  /** Whether there is nothing in the cache: then all files are still to be hashed. */
  readonly isEmpty: boolean;
  /** The hashes of `file`, whose path in the list is `path`, and its size in bytes. */
  of(path: string, file: string): FileHashes & { bytes: number };
  /** Writes the hashes of the files that were asked for. */
  flush(): void;
}

/** The code that hashes files. */
const HASH_CODE: HashedCode = { entries: [import.meta.filename], packages: [] };

/** Opens the hashes in the folder of the caches. */
export function openOfflineHashes(cacheDir: string): OfflineHashes {
  const cache = openHashCache(join(cacheDir, 'offline-hashes.json'), sourceHash(HASH_CODE));
  return {
    isEmpty: cache.isEmpty,
    of(path, file) {
      const { hash, bytes } = cache.getOrCompute(file, () => hashesOf(path, readFileSync(file)));
      return { ...readHashes(hash), bytes };
    },
    flush: cache.flush,
  };
}

/** Both hashes as one text, for `readHashes`. The bytes are not copied: a build from nothing hashes some 50 KB for each document. */
export function hashesOf(path: string, bytes: Uint8Array): string {
  const whole = shortHash(bytes);
  const span = isPage(path) ? buildDaySpan(bytes) : undefined;
  if (span === undefined) return `${whole} ${whole}`;
  const listed = createHash('sha256').update(bytes.subarray(0, span[0])).update(bytes.subarray(span[1]));
  return `${encodeHash(listed.digest())} ${whole}`;
}

/** Reads what `hashesOf` has returned. */
export function readHashes(text: string): FileHashes {
  const [listed = '', whole = ''] = text.split(' ');
  return { listed, whole };
}

/** The same hash as in file-hash.ts, with Node's API, which is faster for many short texts. */
export function shortHash(data: Uint8Array | string): string {
  return encodeHash(hash('sha256', data, 'buffer'));
}
