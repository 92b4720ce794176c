/**
 * The digest by which a file is known, the same in the build and on the phone. The day of the build, which every page
 * carries, is left out: a page that says what it said yesterday is not fetched again.
 */
import { isPage } from './files.ts';

/** Characters of a digest: 48 bits, against accidents and not against forgers, who would forge the list as well. */
const CHARACTERS = 8;

/** The digest of a file. Needs a secure context in a browser, as service workers do. */
export async function digestOf(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return digestOfBytes(isPage(path) ? withoutBuildDay(bytes) : bytes);
}

/** The digest of bytes as they are, of the letters that stand in addresses. */
export async function digestOfBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const whole = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const text = btoa(String.fromCharCode(...whole.slice(0, (CHARACTERS * 3) / 4)));
  return text.replace(/\+/g, '-').replace(/\//g, '_');
}

function withoutBuildDay(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder().decode(bytes);
  return new TextEncoder().encode(text.replace(/ data-built="[^"]*"/, ''));
}
