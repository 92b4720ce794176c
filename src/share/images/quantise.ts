/**
 * From the millions of shades that smooth edges give to the few that a picture needs. Its own colours stay exact; between
 * them the steps are chosen that leave the least error, so text stays smooth at a third of the bytes.
 */
import type { IndexedImage } from '../png.ts';

type Rgb = readonly [number, number, number];

/** Shades are gathered by the upper bits of red, green and blue: 5, 6 and 5. */
const BIN_COUNT = 1 << 16;
const binOf = (red: number, green: number, blue: number) =>
  ((red >> 3) << 11) | ((green >> 2) << 5) | (blue >> 3);

/**
 * A picture of at most `most` colours from pixels of four bytes each; `exact` are colours that it must have as they are. Its
 * pixels stand until the next one is made.
 */
export function quantise(
  { rgba, widthPx, heightPx }: { rgba: Uint8Array; widthPx: number; heightPx: number },
  { exact, maxColours }: { exact: readonly Rgb[]; maxColours: number },
): IndexedImage {
  const count = widthPx * heightPx;
  const { bins, ends, length, counts } = findRuns(new Uint32Array(rgba.buffer, rgba.byteOffset, count));
  const used: Shade[] = [];
  for (let bin = 0; bin < BIN_COUNT; bin += 1) {
    const weight = counts[bin] ?? 0;
    if (weight > 0) used.push({ bin, colour: binCentre(bin), weight, error: Infinity, nearest: 0 });
  }
  const present = exact.filter((colour) => (counts[binOf(...colour)] ?? 0) > 0);
  const palette = choosePalette(used, present, maxColours);
  const indexOf = new Uint8Array(BIN_COUNT);
  for (const { bin, nearest } of used) indexOf[bin] = nearest;
  const pixels = buffers.pixels.subarray(0, count);
  for (let run = 0, from = 0; run < length; run += 1) {
    const end = ends[run] ?? 0;
    const index = indexOf[bins[run] ?? 0] ?? 0;
    // Most are of a pixel or two, for which `fill` is slow.
    if (end - from > 32) pixels.fill(index, from, end);
    else for (let pixel = from; pixel < end; pixel += 1) pixels[pixel] = index;
    from = end;
  }
  return { widthPx, heightPx, pixels, palette };
}

/**
 * Room for the largest picture so far. Memory that was never touched is dear (7 ms for the pixels of a poster, which take 1 to
 * write), and asking for 12 MB for each made V8 clear up after each.
 */
let buffers = allocateBuffers(0);

function allocateBuffers(pixels: number) {
  return {
    bins: new Uint16Array(pixels),
    ends: new Uint32Array(pixels),
    pixels: new Uint8Array(pixels),
  };
}

/** Stretches of pixels that are alike, most of a picture: the bin and the end of each, and how many pixels a bin has. */
function findRuns(shades: Uint32Array) {
  const maxColours = shades.length;
  if (buffers.ends.length < maxColours) buffers = allocateBuffers(maxColours);
  const { bins, ends } = buffers;
  const counts = new Uint32Array(BIN_COUNT);
  let length = 0;
  for (let pixel = 0; pixel < shades.length; length += 1) {
    const from = pixel;
    // Four bytes at once, red lowest.
    const shade = shades[pixel] ?? 0;
    while (pixel < shades.length && shades[pixel] === shade) pixel += 1;
    const bin = binOf(shade & 255, (shade >> 8) & 255, (shade >> 16) & 255);
    bins[length] = bin;
    ends[length] = pixel;
    counts[bin] = (counts[bin] ?? 0) + pixel - from;
  }
  return { bins, ends, length, counts };
}

interface Shade {
  bin: number;
  colour: Rgb;
  /** How many pixels have it. */
  weight: number;
  /** Squared distance to the nearest colour of the palette, and which that is. */
  error: number;
  nearest: number;
}

/** Starts with the exact colours and adds, one after another, the shade that now is worst served. */
function choosePalette(shades: Shade[], exact: readonly Rgb[], maxColours: number): Rgb[] {
  const palette: Rgb[] = [];
  const add = (colour: Rgb) => {
    const index = palette.push(colour) - 1;
    for (const shade of shades) {
      const error = distance(shade.colour, colour);
      if (error < shade.error) Object.assign(shade, { error, nearest: index });
    }
  };
  for (const colour of exact) add(colour);
  while (palette.length < maxColours) {
    let worst: Shade | undefined;
    for (const shade of shades) {
      if (!worst || shade.error * Math.sqrt(shade.weight) > worst.error * Math.sqrt(worst.weight))
        worst = shade;
    }
    if (!worst || worst.error < 150) break;
    add(worst.colour);
  }
  return palette;
}

function binCentre(bin: number): Rgb {
  return [((bin >> 11) << 3) | 4, (((bin >> 5) & 63) << 2) | 2, ((bin & 31) << 3) | 4];
}

function distance(a: Rgb, b: Rgb): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}
