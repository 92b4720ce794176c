/**
 * Characters to bytes and back in the encodings that Chinese texts are confused with. Node encodes UTF-8 only, so each table is
 * built from the platform's decoder, once, on first use.
 */

/** An encoding with one byte per character beyond ASCII. */
export type SingleByte = 'windows-1252' | 'windows-1250' | 'windows-1251' | 'macintosh' | 'koi8-r' | 'ibm866';
/** An encoding with two bytes per character beyond ASCII; in Shift_JIS a half-width kana has one. */
export type DoubleByte = 'gbk' | 'big5' | 'shift_jis' | 'euc-kr' | 'utf-16le' | 'utf-16be';
export type Legacy = SingleByte | DoubleByte;

interface Table {
  /** Maps a UTF-16 unit to its byte or pair of bytes as one number; 0 for none. */
  bytesOf: Uint16Array;
  /** Maps a byte or pair of bytes to its UTF-16 unit; 0 for none. */
  unitOf: Uint16Array;
}

const LINE_FEED = 0x0a;
const REPLACEMENT = 0xfffd;
const FIRST_LEAD = 0x81;
const FIRST_TRAIL = 0x40;
const LAST = 0xfe;

const tables = new Map<Legacy, Table>();

/** The bytes of one UTF-16 unit beyond ASCII, as one number: a byte, or two, the first one high; 0 for none. */
export function bytesOf(encoding: Legacy, unit: number): number {
  if (encoding === 'utf-16be') return unit;
  if (encoding === 'utf-16le') return ((unit & 0xff) << 8) | (unit >> 8);
  return tableOf(encoding).bytesOf[unit] ?? 0;
}

/** The UTF-16 unit of bytes in the form that `bytesOf` returns; 0 for none. */
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
  // ISO 8859-1 decodes the bytes that are marks in Windows encodings as control characters.
  if (encoding === 'windows-1252') for (let byte = 0x80; byte < 0xa0; byte += 1) table.bytesOf[byte] ||= byte;
  return table;
}

/** All pairs are decoded at once, separated by line feeds: one decode of 70 KB instead of 24,000. */
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

/** The UTF-8 character at `at`, with its length in bytes; undefined if there is none or it is ASCII. */
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
