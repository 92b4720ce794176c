/** The chunks of a WebP that its pixels need (RFC 9649), without EXIF, XMP and profiles. */
import { IrregularPicture, lettersAt, littleNumberAt, sliceBytes } from './bytes.ts';

const PIXEL_CHUNKS = new Set(['VP8 ', 'VP8L', 'ALPH']);
/** Flags of the extended header for transparency and animation. */
const KEPT_FLAGS = 0x12;

/** The needed ranges in order, of animations too. Throws IrregularPicture for a truncated file. */
export function webpParts(bytes: Uint8Array): Uint8Array[] {
  if (lettersAt(bytes, 0, 4) !== 'RIFF' || lettersAt(bytes, 8, 4) !== 'WEBP')
    throw new IrregularPicture('No WebP.');
  const whole = sliceBytes(bytes, 0, 8 + littleNumberAt(bytes, 4, 4));
  const parts: Uint8Array[] = [];
  for (const { name, chunk } of chunksOf(whole, 12)) {
    if (name === 'VP8X') parts.push(withKeptFlags(chunk));
    else if (name === 'ANMF') {
      if (chunksOf(chunk, 24).some((each) => !PIXEL_CHUNKS.has(each.name)))
        throw new IrregularPicture('More than pixels in a frame.');
      parts.push(chunk);
    } else if (PIXEL_CHUNKS.has(name) || (name === 'ANIM' && chunk.length === 14)) parts.push(chunk);
  }
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(4 + parts.reduce((sum, { length }) => sum + length, 0), 4);
  return [head, ...parts];
}

function chunksOf(bytes: Uint8Array, from: number): { name: string; chunk: Uint8Array }[] {
  const chunks: { name: string; chunk: Uint8Array }[] = [];
  for (let at = from; at < bytes.length; ) {
    const length = littleNumberAt(bytes, at + 4, 4);
    const chunk = sliceBytes(bytes, at, at + 8 + length + (length % 2));
    chunks.push({ name: lettersAt(bytes, at, 4), chunk });
    at += chunk.length;
  }
  return chunks;
}

function withKeptFlags(chunk: Uint8Array): Uint8Array {
  if (chunk.length !== 18) throw new IrregularPicture('An extended header of another length.');
  const copy = Uint8Array.from(chunk);
  copy[8] = (copy[8] ?? 0) & KEPT_FLAGS;
  return copy;
}
