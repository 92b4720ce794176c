/** The segments of a JPEG that its pixels need (ISO/IEC 10918-1, annex B), without the metadata of cameras and programs. */
import { IrregularPicture, lettersAt, numberAt, sliceBytes } from './bytes.ts';

const END = 0xd9;
const SCAN = 0xda;
const ADOBE = 0xee;

/**
 * The needed segments in order: tables, frames, scans, and the two headers of the colour space if they contain nothing else. Data
 * after the first image is dropped: videos, thumbnails, makers' trailers. Throws IrregularPicture for a truncated file or bytes
 * between segments.
 */
export function jpegParts(bytes: Uint8Array): Uint8Array[] {
  if (numberAt(bytes, 0, 2) !== 0xffd8) throw new IrregularPicture('No JPEG.');
  const parts = [sliceBytes(bytes, 0, 2)];
  let hasScan = false;
  for (let at = 2; ; ) {
    if (numberAt(bytes, at, 1) !== 0xff) throw new IrregularPicture('Bytes between segments.');
    while (numberAt(bytes, at + 1, 1) === 0xff) at += 1;
    const marker = numberAt(bytes, at + 1, 1);
    if (marker === END) {
      if (!hasScan) throw new IrregularPicture('No scan.');
      return [...parts, sliceBytes(bytes, at, at + 2)];
    }
    const end = at + 2 + Math.max(2, numberAt(bytes, at + 2, 2));
    const segment = sliceBytes(bytes, at, end);
    if (marker === ADOBE) parts.push(...adobeHeader(segment));
    else if (isNeeded(marker, segment)) parts.push(segment);
    at = end;
    if (marker !== SCAN) continue;
    hasScan = true;
    at = endOfScan(bytes, end);
    parts.push(sliceBytes(bytes, end, at));
  }
}

function isNeeded(marker: number, segment: Uint8Array): boolean {
  // Frames, Huffman and arithmetic tables; C8 is reserved.
  if (marker >= 0xc0 && marker <= 0xcf) return marker !== 0xc8;
  // Scan, quantisation, number of lines, restart interval.
  if (marker >= SCAN && marker <= 0xdd) return true;
  if (marker === 0xe0) return segment.length === 18 && lettersAt(segment, 4, 5) === 'JFIF\0';
  return false;
}

/** Adobe's header with nothing but the colour transform. */
function adobeHeader(segment: Uint8Array): Uint8Array[] {
  const colours = segment[15];
  if (segment.length !== 16 || lettersAt(segment, 4, 5) !== 'Adobe' || colours === undefined || colours > 2)
    return [];
  return [Buffer.from(`\xff\xee\0\x0eAdobe\0\x64\0\0\0\0${String.fromCharCode(colours)}`, 'latin1')];
}

/** End of the coded data of a scan: the first marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = numberAt(bytes, at + 1, 1);
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw new IrregularPicture('Cut short.');
}
