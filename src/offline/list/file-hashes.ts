/** The two hashes of a file that the cache holds for the next list. */
import { hash } from 'node:crypto';
import { encodeHash, hashedBytes } from '../file-hash.ts';

export interface FileHashes {
  /** As on the phone: without the day of a page. */
  listed: string;
  /** Of all bytes, as they are in the body of a chunk. */
  whole: string;
}

/** Both hashes as one text, for `readHashes`. */
export function hashesOf(path: string, bytes: Uint8Array<ArrayBuffer>): string {
  return `${shortHash(hashedBytes(path, bytes))} ${shortHash(bytes)}`;
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
