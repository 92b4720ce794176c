/** The chunks of a PNG that its pixels need (PNG third edition), without texts, EXIF and profiles. */
import { IrregularPicture, lettersAt, numberAt, sliceBytes } from './bytes.ts';

const SIGNATURE = '\x89PNG\r\n\x1a\n';

/** The needed chunks with their largest size; a longer one may hide something. */
const MAX_BYTES: Readonly<Record<string, number>> = {
  IHDR: 13,
  PLTE: 768,
  IDAT: Number.POSITIVE_INFINITY,
  IEND: 0,
  tRNS: 256,
  gAMA: 4,
  cHRM: 32,
  sRGB: 1,
  sBIT: 4,
  bKGD: 6,
  pHYs: 9,
  cICP: 4,
  acTL: 8,
  fcTL: 26,
  fdAT: Number.POSITIVE_INFINITY,
};

/** The needed ranges in order, of animations too. Throws IrregularPicture for a truncated file. */
export function pngParts(bytes: Uint8Array): Uint8Array[] {
  if (lettersAt(bytes, 0, 8) !== SIGNATURE) throw new IrregularPicture('No PNG.');
  const parts = [sliceBytes(bytes, 0, 8)];
  for (let at = 8; ; ) {
    const length = numberAt(bytes, at, 4);
    const name = lettersAt(bytes, at + 4, 4);
    const chunk = sliceBytes(bytes, at, at + 12 + length);
    if (length <= (MAX_BYTES[name] ?? -1)) parts.push(chunk);
    if (name === 'IEND') return parts;
    at += chunk.length;
  }
}
