/**
 * The digest by which a file is known, the same in the build and on the phone. The day of the build, which every page
 * carries, is left out: a page that says what it said yesterday is not fetched again.
 */
import { isPage } from './files.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Characters of a digest: 48 bits, against accidents and not against forgers, who would forge the list as well. */
const CHARACTERS = 8;

/** The digest of a file. Needs a secure context in a browser, as service workers do. */
export async function digestOf(path: string, bytes: Bytes): Promise<string> {
  return digestOfBytes(digestedBytes(path, bytes));
}

/** The digest of bytes as they are, of the letters that stand in addresses. */
export async function digestOfBytes(bytes: Bytes): Promise<string> {
  return inLetters(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** What of SHA-256 makes the digest, for those who have another way to it. */
export function inLetters(sha256: Uint8Array): string {
  const text = btoa(String.fromCharCode(...sha256.slice(0, (CHARACTERS * 3) / 4)));
  return text.replace(/\+/g, '-').replace(/\//g, '_');
}

/** What of a file is digested: of a page all but the day of the build. */
export function digestedBytes(path: string, bytes: Bytes): Bytes {
  return isPage(path) ? withoutBuildDay(bytes) : bytes;
}

const BUILT = new TextEncoder().encode(' data-built="');
const QUOTE = 0x22;

function withoutBuildDay(bytes: Bytes): Bytes {
  const start = placeOf(BUILT, bytes);
  const end = start === -1 ? -1 : bytes.indexOf(QUOTE, start + BUILT.length);
  if (end === -1) return bytes;
  const rest = new Uint8Array(bytes.length - (end + 1 - start));
  rest.set(bytes.subarray(0, start));
  rest.set(bytes.subarray(end + 1), start);
  return rest;
}

/** Where some bytes first stand in others; -1 where they do not. */
function placeOf(sought: Bytes, bytes: Bytes): number {
  const [first = 0] = sought;
  let place = bytes.indexOf(first);
  while (place !== -1 && !sought.every((byte, index) => bytes[place + index] === byte)) {
    place = bytes.indexOf(first, place + 1);
  }
  return place;
}
