/** The byte ranges of a GIF that its pixels need (GIF89a), without comments, texts and application extensions such as XMP. */
import { IrregularPicture, lettersAt, numberAt, sliceBytes } from './bytes.ts';

/** Application extensions with the number of loops, three bytes each. */
const LOOP_EXTENSIONS = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0']);

/** The needed ranges in order, of animations too. Throws IrregularPicture for a truncated file. */
export function gifParts(bytes: Uint8Array): Uint8Array[] {
  if (!/^GIF8[79]a$/.test(lettersAt(bytes, 0, 6))) throw new IrregularPicture('No GIF.');
  let at = 13 + tableBytes(numberAt(bytes, 10, 1));
  const parts = [sliceBytes(bytes, 0, at)];
  for (;;) {
    const kind = numberAt(bytes, at, 1);
    if (kind === 0x3b) return [...parts, sliceBytes(bytes, at, at + 1)];
    const from = at;
    if (kind === 0x2c) {
      const data = at + 10 + tableBytes(numberAt(bytes, at + 9, 1)) + 1;
      at = endOfBlocks(bytes, data);
      parts.push(sliceBytes(bytes, from, at));
    } else if (kind === 0x21) {
      at = endOfBlocks(bytes, at + 2);
      const extension = sliceBytes(bytes, from, at);
      if (isNeeded(extension)) parts.push(extension);
    } else throw new IrregularPicture('Bytes between blocks.');
  }
}

function isNeeded(extension: Uint8Array): boolean {
  if (extension[1] === 0xf9) return extension.length === 8;
  return extension[1] === 0xff && extension.length === 19 && LOOP_EXTENSIONS.has(lettersAt(extension, 3, 11));
}

/** Size of the colour table, from the flags. */
function tableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** End of a sequence of sub-blocks. */
function endOfBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let length = numberAt(bytes, at, 1); length > 0; length = numberAt(bytes, at, 1)) at += length + 1;
  return at + 1;
}
