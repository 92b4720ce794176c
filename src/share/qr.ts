/**
 * QR codes of addresses, for posters, printed sheets and the share panel. Level M is readable with a seventh of the code damaged; a
 * quiet zone of 4 modules is what ISO/IEC 18004 requires.
 */
import type { QrPath } from '../documents/qr-path.ts';
import { pngOf, scanlineBytes } from './png.ts';
import { encodeBestMask, type Modules } from './qr-mask.ts';

/** Modules of white around a code. */
const QUIET_ZONE_MODULES = 4;
/** Side of a module in `qr.png`: about 650 pixels in all for a short address. */
const MODULE_PX = 18;

const PALETTE = [
  [255, 255, 255],
  [0, 0, 0],
] as const;

/** Codes that were encoded once: the page of a policy and its article have the same one, and encoding takes longer than drawing. */
const retained = new Map<string, Modules>();
/** A code takes about 2 KB. */
const MAX_RETAINED = 5_000;

/** Encodes `address`, or returns the code retained by the last call for it and drops it. */
function modulesOf(address: string): Modules {
  const known = retained.get(address);
  if (known !== undefined) {
    retained.delete(address);
    return known;
  }
  const modules = withQuietZone(encodeBestMask(address));
  if (retained.size >= MAX_RETAINED) retained.clear();
  retained.set(address, modules);
  return modules;
}

function withQuietZone({ side, isBlack }: Modules): Modules {
  const wide = side + 2 * QUIET_ZONE_MODULES;
  const all = new Uint8Array(wide * wide);
  for (let y = 0; y < side; y += 1)
    all.set(isBlack.subarray(y * side, (y + 1) * side), (y + QUIET_ZONE_MODULES) * wide + QUIET_ZONE_MODULES);
  return { side: wide, isBlack: all };
}

/** The modules of a code, row by row, `true` for black, quiet zone included. */
export function qrMatrix(address: string): boolean[][] {
  const { side: sideModules, isBlack } = modulesOf(address);
  const rows = Array.from({ length: sideModules }, (_, y) =>
    isBlack.subarray(y * sideModules, (y + 1) * sideModules),
  );
  return rows.map((row) => Array.from(row, Boolean));
}

/** A PNG of the code alone, black on white. */
export function qrPng(address: string, modulePx = MODULE_PX): Buffer {
  const { side: sideModules, isBlack } = modulesOf(address);
  const sidePx = sideModules * modulePx;
  const rowBytes = scanlineBytes(sidePx, 1);
  const scanlines = new Uint8Array(sidePx * rowBytes);
  for (let y = 0; y < sideModules; y += 1) {
    const top = y * modulePx * rowBytes;
    for (let x = 0; x < sideModules; x += 1) {
      if (isBlack[y * sideModules + x] !== 1) continue;
      for (let px = x * modulePx; px < (x + 1) * modulePx; px += 1) {
        // After the filter byte, the leftmost pixel of eight is the highest bit.
        const at = top + 1 + (px >> 3);
        scanlines[at] = (scanlines[at] ?? 0) | (0x80 >> (px & 7));
      }
    }
    for (let line = 1; line < modulePx; line += 1)
      scanlines.copyWithin(top + line * rowBytes, top, top + rowBytes);
  }
  return pngOf({ widthPx: sidePx, heightPx: sidePx, bits: 1, palette: PALETTE, scanlines });
}

/** The black modules as the `d` of an SVG path, one unit per module. */
export function qrPath(address: string): QrPath {
  const { side: sideModules, isBlack } = modulesOf(address);
  let path = '';
  for (let y = 0; y < sideModules; y += 1) {
    const row = y * sideModules;
    for (let x = 0; x < sideModules; x += 1) {
      if (isBlack[row + x] !== 1) continue;
      const from = x;
      // The quiet zone ends every run.
      while (isBlack[row + x + 1] === 1) x += 1;
      path += `M${from} ${y}h${x - from + 1}v1H${from}z`;
    }
  }
  return { sideModules, path };
}
