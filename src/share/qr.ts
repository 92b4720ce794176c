/**
 * QR codes of addresses, for posters, printed sheets and the share panel. Level M is readable with a seventh of the code damaged; a
 * quiet zone of 4 modules is what ISO/IEC 18004 requires.
 */
import { encode } from 'uqr';
import type { QrPath } from '../documents/qr-path.ts';
import { createPngEncoder } from './png.ts';

/** Modules of white around a code. */
const QUIET_ZONE_MODULES = 4;
/** Side of a module in `qr.png`: about 650 pixels in all for a short address. */
const MODULE_PX = 18;

const encoder = createPngEncoder();

/** The masks of encoded addresses: trying all eight takes four fifths of the time of a code, and a document's page and article share one. */
const masks = new Map<string, number>();
/** An address with its mask takes about 200 bytes. */
const MAX_MASKS = 20_000;

/** The modules of a code, row by row, `true` for black, quiet zone included. */
export function qrMatrix(address: string): boolean[][] {
  const { data, maskPattern } = encode(address, {
    ecc: 'M',
    border: QUIET_ZONE_MODULES,
    boostEcc: false,
    maskPattern: masks.get(address) ?? -1,
  });
  if (masks.size >= MAX_MASKS) masks.clear();
  masks.set(address, maskPattern);
  return data;
}

/** A PNG of the code alone, black on white. */
export function qrPng(address: string, modulePx = MODULE_PX): Buffer {
  const matrix = qrMatrix(address);
  const sidePx = matrix.length * modulePx;
  const pixels = new Uint8Array(sidePx * sidePx);
  for (const [y, row] of matrix.entries()) {
    const top = y * modulePx * sidePx;
    for (const [x, isBlack] of row.entries()) {
      if (isBlack) pixels.fill(1, top + x * modulePx, top + (x + 1) * modulePx);
    }
    for (let below = 1; below < modulePx; below += 1) {
      pixels.copyWithin(top + below * sidePx, top, top + sidePx);
    }
  }
  const palette = [
    [255, 255, 255],
    [0, 0, 0],
  ] as const;
  return encoder.encode({ widthPx: sidePx, heightPx: sidePx, pixels, palette });
}

/** The black modules as the `d` of an SVG path, one unit per module. */
export function qrPath(address: string): QrPath {
  const matrix = qrMatrix(address);
  const runs = matrix.flatMap((row, y) => {
    const found: string[] = [];
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x += 1;
      found.push(`M${from} ${y}h${x - from + 1}v1H${from}z`);
    }
    return found;
  });
  return { sideModules: matrix.length, path: runs.join('') };
}
