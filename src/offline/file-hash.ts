/**
 * The hash that identifies a file, the same in the build and on the phone. It leaves out the build date, which every page
 * contains, so that a page with the same text is not fetched again the next day.
 */
import { isPage } from './files.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Characters of a hash: 48 bits. It detects accidents, not forgery: an attacker who forges a file can forge the list as well. */
const HASH_LENGTH = 8;

/** The hash of a file. Needs a secure context in a browser, as service workers do. */
export async function hashFile(path: string, bytes: Bytes): Promise<string> {
  return hashBytes(hashedBytes(path, bytes));
}

/** The hash of unchanged bytes, in base64url. */
export async function hashBytes(bytes: Bytes): Promise<string> {
  return encodeHash(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** Encodes a SHA-256 as our hash, for callers that compute it in another way. */
export function encodeHash(sha256: Uint8Array): string {
  const text = btoa(String.fromCharCode(...sha256.slice(0, (HASH_LENGTH * 3) / 4)));
  return text.replace(/\+/g, '-').replace(/\//g, '_');
}

/** The bytes of a file that are hashed: of a page all but the build date. */
export function hashedBytes(path: string, bytes: Bytes): Bytes {
  return isPage(path) ? withoutBuildDay(bytes) : bytes;
}

const BUILT = new TextEncoder().encode(' data-built="');
const QUOTE = 0x22;

function withoutBuildDay(bytes: Bytes): Bytes {
  const span = buildDaySpan(bytes);
  if (span === undefined) return bytes;
  const [start, end] = span;
  const rest = new Uint8Array(bytes.length - (end - start));
  rest.set(bytes.subarray(0, start));
  rest.set(bytes.subarray(end), start);
  return rest;
}

/** Where the first build date of a page is written, as [start, end) in bytes; undefined if it has none. */
export function buildDaySpan(bytes: Uint8Array): [start: number, end: number] | undefined {
  const start = indexOfBytes(BUILT, bytes);
  const end = start === -1 ? -1 : bytes.indexOf(QUOTE, start + BUILT.length);
  return end === -1 ? undefined : [start, end + 1];
}

/** Index of the first occurrence of `sought`; -1 if there is none. */
function indexOfBytes(sought: Uint8Array, bytes: Uint8Array): number {
  const [first = 0] = sought;
  let start = bytes.indexOf(first);
  while (start !== -1 && !sought.every((byte, index) => bytes[start + index] === byte)) {
    start = bytes.indexOf(first, start + 1);
  }
  return start;
}
