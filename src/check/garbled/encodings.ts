/**
 * Characters to bytes and back in the encodings that Chinese texts are mixed up with. Node encodes UTF-8 only, so each
 * table is made from the decoder of the platform, once, when a text first needs it.
 */

/** An encoding with one byte a character beyond ASCII. */
export type SingleByte = 'windows-1252' | 'windows-1250' | 'windows-1251' | 'macintosh' | 'koi8-r' | 'ibm866';
/** An encoding with two bytes a character beyond ASCII; of Shift_JIS one byte a half-width kana. */
export type DoubleByte = 'gbk' | 'big5' | 'shift_jis' | 'euc-kr' | 'utf-16le' | 'utf-16be';
export type Legacy = SingleByte | DoubleByte;

interface Table {
  /** By UTF-16 unit its byte or pair of bytes as one number; 0 for none. */
  bytesOf: Uint16Array;
  /** By byte or pair of bytes its UTF-16 unit; 0 for none. */
  unitOf: Uint16Array;
}

const LINE_FEED = 0x0a;
const REPLACEMENT = 0xfffd;
const FIRST_LEAD = 0x81;
const FIRST_TRAIL = 0x40;
const LAST = 0xfe;

const tables = new Map<Legacy, Table>();

/** The bytes of one UTF-16 unit beyond ASCII, as one number: a byte, or two with the first in front; 0 for none. */
export function bytesOf(encoding: Legacy, unit: number): number {
  if (encoding === 'utf-16be') return unit;
  if (encoding === 'utf-16le') return ((unit & 0xff) << 8) | (unit >> 8);
  return tableOf(encoding).bytesOf[unit] ?? 0;
}

/** The UTF-16 unit that the bytes stand for, given as `bytesOf` gives them; 0 for none. */
export function unitOf(encoding: Legacy, bytes: number): number {
  if (encoding === 'utf-16be') return bytes;
  if (encoding === 'utf-16le') return ((bytes & 0xff) << 8) | (bytes >> 8);
  return tableOf(encoding).unitOf[bytes] ?? 0;
}

function tableOf(encoding: Exclude<Legacy, 'utf-16le' | 'utf-16be'>): Table {
  const table = tables.get(encoding) ?? makeTable(encoding);
  tables.set(encoding, table);
  return table;
}

function makeTable(encoding: Legacy): Table {
  const table: Table = { bytesOf: new Uint16Array(0x10000), unitOf: new Uint16Array(0x10000) };
  const isSingle = !['gbk', 'big5', 'shift_jis', 'euc-kr'].includes(encoding);
  const put = (bytes: number, decoded: string) => {
    const unit = decoded.charCodeAt(0);
    if (decoded.length !== 1 || unit === REPLACEMENT || unit < 0x80) return;
    table.unitOf[bytes] = unit;
    if (table.bytesOf[unit] === 0) table.bytesOf[unit] = bytes;
  };
  for (let byte = 0x80; byte <= 0xff; byte += 1)
    put(byte, new TextDecoder(encoding).decode(new Uint8Array([byte])));
  if (!isSingle) decodePairs(encoding, put);
  // A reader of ISO 8859-1 makes control characters of the bytes for which Windows has marks.
  if (encoding === 'windows-1252') for (let byte = 0x80; byte < 0xa0; byte += 1) table.bytesOf[byte] ||= byte;
  return table;
}

/** All pairs are decoded at once, parted by line feeds: one decode of 70 KB instead of 24,000. */
function decodePairs(encoding: Legacy, put: (bytes: number, decoded: string) => void): void {
  const [rows, cells] = [LAST - FIRST_LEAD + 1, LAST - FIRST_TRAIL + 1];
  const bytes = new Uint8Array(3 * rows * cells).fill(LINE_FEED);
  for (let pair = 0; pair < rows * cells; pair += 1) {
    bytes[3 * pair] = FIRST_LEAD + Math.floor(pair / cells);
    bytes[3 * pair + 1] = FIRST_TRAIL + (pair % cells);
  }
  const decoded = new TextDecoder(encoding).decode(bytes).split('\n');
  for (const [pair, text] of decoded.entries()) {
    put(((bytes[3 * pair] ?? 0) << 8) | (bytes[3 * pair + 1] ?? 0), text);
  }
}

/** The character of UTF-8 that begins at `at`, with its length in bytes; undefined where none does. ASCII is none. */
export function utf8At(bytes: ArrayLike<number>, at: number): { code: number; length: number } | undefined {
  const lead = bytes[at] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4) return undefined;
  let code = lead & (0xff >> (length + 1));
  for (let next = at + 1; next < at + length; next += 1) {
    const byte = bytes[next] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  const isOverlong = (length === 3 && code < 0x800) || (length === 4 && code < 0x10000);
  return isOverlong || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? undefined : { code, length };
}
