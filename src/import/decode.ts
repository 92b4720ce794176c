/**
 * Decodes a text file: UTF-8 first, UTF-16 by its byte order mark, then GB 18030, which Chinese Windows writes. A file with a few broken
 * bytes is decoded too, with U+FFFD for each lost character: in another encoding all of its text would be wrong.
 */

export interface Decoded {
  text: string;
  /** The name that editors know. */
  encoding: string;
  /** Number of lost characters. */
  lost: number;
}

/** The maximum share of lost characters among those other than plain Latin. */
const MAX_LOST_SHARE = 0.1;

/** The text; undefined if the bytes are not text in any of the three encodings. */
export function decodeText(bytes: Uint8Array): Decoded | undefined {
  const [first = 0, second = 0] = bytes;
  if (first === 0xff && second === 0xfe) return read(bytes, 'utf-16le', 'UTF-16');
  if (first === 0xfe && second === 0xff) return read(bytes, 'utf-16be', 'UTF-16');
  // A text has no zero bytes; pictures and programs have.
  if (bytes.includes(0)) return undefined;
  return read(bytes, 'utf-8', 'UTF-8') ?? read(bytes, 'gb18030', 'GB18030');
}

function read(bytes: Uint8Array, label: string, encoding: string): Decoded | undefined {
  const text = new TextDecoder(label).decode(bytes);
  const lost = text.match(/\uFFFD/g)?.length ?? 0;
  const foreign = text.match(/[^\0-\x7F]/g)?.length ?? 0;
  return lost <= foreign * MAX_LOST_SHARE ? { text, encoding, lost } : undefined;
}
