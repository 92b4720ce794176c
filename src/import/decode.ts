/** From the bytes of a text file to its text: UTF-8 first, UTF-16 by its mark, then GB 18030, which Chinese Windows writes. */

export interface Decoded {
  text: string;
  /** As an editor knows it. */
  encoding: string;
}

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
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
}
