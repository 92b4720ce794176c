/**
 * The digest by which a file is known, the same in the build and on the phone. The day of the build, which every page
 * carries, is left out: a page that says what it said yesterday is not fetched again.
 */
import { isPage } from './files.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Characters of a digest: 48 bits, against accidents and not against forgers, who would forge the list as well. */
const HASH_LENGTH = 8;

/** The digest of a file. Needs a secure context in a browser, as service workers do. */
export async function hashFile(path: string, bytes: Bytes): Promise<string> {
  return hashBytes(hashedBytes(path, bytes));
}

/** The digest of bytes as they are, of the letters that stand in addresses. */
export async function hashBytes(bytes: Bytes): Promise<string> {
  return encodeHash(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** What of SHA-256 makes the digest, for those who have another way to it. */
export function encodeHash(sha256: Uint8Array): string {
  const text = btoa(String.fromCharCode(...sha256.slice(0, (HASH_LENGTH * 3) / 4)));
  return text.replace(/\+/g, '-').replace(/\//g, '_');
}

/** What of a file is digested: of a page all but the day of the build. */
export function hashedBytes(path: string, bytes: Bytes): Bytes {
  return isPage(path) ? withoutBuildDay(bytes) : bytes;
}

const BUILT = new TextEncoder().encode(' data-built="');
const QUOTE = 0x22;

function withoutBuildDay(bytes: Bytes): Bytes {
  const start = indexOfBytes(BUILT, bytes);
  const end = start === -1 ? -1 : bytes.indexOf(QUOTE, start + BUILT.length);
  if (end === -1) return bytes;
  const rest = new Uint8Array(bytes.length - (end + 1 - start));
  rest.set(bytes.subarray(0, start));
  rest.set(bytes.subarray(end + 1), start);
  return rest;
}

/** Where some bytes first stand in others; -1 where they do not. */
function indexOfBytes(sought: Bytes, bytes: Bytes): number {
  const [first = 0] = sought;
  let start = bytes.indexOf(first);
  while (start !== -1 && !sought.every((byte, index) => bytes[start + index] === byte)) {
    start = bytes.indexOf(first, start + 1);
  }
  return start;
}
