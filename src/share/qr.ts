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

/** The black modules as the `d` of an SVG path, one unit per module: the outlines of black areas, a third of the bytes of one shape per run. */
export function qrPath(address: string): QrPath {
  const { side: sideModules, isBlack } = modulesOf(address);
  return { sideModules, path: outlineOf({ side: sideModules, isBlack }) };
}

/** The steps along an edge of a module: right, down, left, up. */
const STEPS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

/** The outlines of the black areas, clockwise, those of holes against it. The outermost modules must be white. */
function outlineOf({ side, isBlack }: Modules): string {
  const edges = edgesOf({ side, isBlack });
  let path = '';
  for (let corner = 0; corner < edges.length; corner += 1) {
    // Two outlines can begin at the same corner.
    while (edges[corner] !== 0) {
      path += `M${corner % side} ${Math.floor(corner / side)}${traceFrom(corner, edges, side)}z`;
    }
  }
  return path;
}

/** For the upper left corner of each module, row by row: the steps along which black lies on the right and white on the left, one bit each. */
function edgesOf({ side, isBlack }: Modules): Uint8Array {
  const edges = new Uint8Array(isBlack.length);
  for (let at = side + 1; at < isBlack.length; at += 1) {
    const above = isBlack[at - side];
    const before = isBlack[at - 1];
    const diagonal = isBlack[at - side - 1];
    const here = isBlack[at];
    edges[at] =
      (here === 1 && above === 0 ? 1 : 0) |
      (before === 1 && here === 0 ? 2 : 0) |
      (diagonal === 1 && before === 0 ? 4 : 0) |
      (above === 1 && diagonal === 0 ? 8 : 0);
  }
  return edges;
}

/** Follows the outline that begins at `start` and clears its edges. Returns its lines but for the last, which closes it. */
function traceFrom(start: number, edges: Uint8Array, side: number): string {
  let lines = '';
  let at = start;
  do {
    const direction = STEPS.findIndex((_, bit) => ((edges[at] ?? 0) & (1 << bit)) !== 0);
    const [dx, dy] = STEPS[direction] ?? STEPS[0];
    let length = 0;
    while (((edges[at] ?? 0) & (1 << direction)) !== 0) {
      edges[at] = (edges[at] ?? 0) & ~(1 << direction);
      at += dx + dy * side;
      length += 1;
    }
    if (at !== start) lines += dx === 0 ? `v${dy * length}` : `h${dx * length}`;
  } while (at !== start);
  return lines;
}
