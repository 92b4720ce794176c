/**
 * From the bytes of a text file to its text: UTF-8 first, UTF-16 by its mark, then GB 18030, which Chinese Windows writes.
 * A file in which a few bytes are broken is read all the same, with U+FFFD where a character is lost: it must not be
 * taken for one in another encoding, of which all would come out wrong.
 */

export interface Decoded {
  text: string;
  /** As an editor knows it. */
  encoding: string;
  /** How many characters are lost. */
  lost: number;
}

/** The most characters lost, as a part of all that are not plain Latin, in a text that is still taken for one. */
const MAX_LOST_SHARE = 0.1;

/** The text, or undefined where the bytes are no text in any of the three. */
export function decodeText(bytes: Uint8Array): Decoded | undefined {
  const [first = 0, second = 0] = bytes;
  if (first === 0xff && second === 0xfe) return read(bytes, 'utf-16le', 'UTF-16');
  if (first === 0xfe && second === 0xff) return read(bytes, 'utf-16be', 'UTF-16');
  // A text has no zero bytes; pictures and programs do.
  if (bytes.includes(0)) return undefined;
  return read(bytes, 'utf-8', 'UTF-8') ?? read(bytes, 'gb18030', 'GB18030');
}

function read(bytes: Uint8Array, label: string, encoding: string): Decoded | undefined {
  const text = new TextDecoder(label).decode(bytes);
  const lost = text.match(/\uFFFD/g)?.length ?? 0;
  const foreign = text.match(/[^\0-\x7F]/g)?.length ?? 0;
  return lost <= foreign * MAX_LOST_SHARE ? { text, encoding, lost } : undefined;
}
