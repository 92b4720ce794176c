/**
 * Reduces the shades of anti-aliased edges to a few colours. The exact colours of the layout stay as they are; the rest is chosen
 * for the least error, so text stays smooth at a third of the bytes.
 *
 * No library, because of time: image-q 4.0.0 (wuquant, nearest colour) takes 11 s for a poster, this with encoding 43 ms; sharp's
 * palette PNG takes three times as long (png.ts) and keeps no colour exact. Error against the original: 44.1 dB here, 43.1 to 45.7 with sharp,
 * 44.9 with image-q.
 */
import type { IndexedImage } from '../png.ts';

type Rgb = readonly [number, number, number];

/** Colours are counted by the upper 5, 6 and 5 bits of red, green and blue. */
const BIN_COUNT = 1 << 16;
const binOf = (red: number, green: number, blue: number) =>
  ((red >> 3) << 11) | ((green >> 2) << 5) | (blue >> 3);

/** Pixels of four bytes each: red, green, blue and opacity. */
export interface RgbaImage {
  rgba: Uint8Array;
  widthPx: number;
  heightPx: number;
}

export interface Quantiser {
  /**
   * An image of at most `maxColours` colours; of the colours `exact` it preserves those that occur. Its `pixels` are in the quantiser's
   * buffer: they are valid until its next call.
   */
  quantise(image: RgbaImage, options: { exact: readonly Rgb[]; maxColours: number }): IndexedImage;
}

/**
 * A quantiser with buffers that grow to its largest image. It reuses them because the first touch of new memory costs 7 ms for
 * the pixels of a poster, which take 1 ms to write, and because V8 collected garbage after each 12 MB.
 */
export function createQuantiser(): Quantiser {
  let buffers = allocateBuffers(0);
  return {
    quantise({ rgba, widthPx, heightPx }, { exact, maxColours }) {
      const count = widthPx * heightPx;
      if (buffers.ends.length < count) buffers = allocateBuffers(count);
      const { length, counts } = findRuns(new Uint32Array(rgba.buffer, rgba.byteOffset, count), buffers);
      const used: Shade[] = [];
      for (let bin = 0; bin < BIN_COUNT; bin += 1) {
        const weight = counts[bin] ?? 0;
        if (weight > 0) used.push({ bin, colour: binCentre(bin), weight, error: Infinity, nearest: 0 });
      }
      const present = exact.filter((colour) => (counts[binOf(...colour)] ?? 0) > 0);
      const palette = choosePalette(used, present, maxColours);
      const indexOf = new Uint8Array(BIN_COUNT);
      for (const { bin, nearest } of used) indexOf[bin] = nearest;
      return { widthPx, heightPx, pixels: writePixels(buffers, { count, length, indexOf }), palette };
    },
  };
}

interface Buffers {
  /** The bin and the end of each run of equal pixels. */
  bins: Uint16Array;
  ends: Uint32Array;
  /** The result: an index into the palette for each pixel. */
  pixels: Uint8Array;
}

function allocateBuffers(pixels: number): Buffers {
  return { bins: new Uint16Array(pixels), ends: new Uint32Array(pixels), pixels: new Uint8Array(pixels) };
}

/** Writes the runs of equal pixels into `bins` and `ends`; returns how many there are and the pixels of each bin. */
function findRuns(shades: Uint32Array, { bins, ends }: Buffers): { length: number; counts: Uint32Array } {
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
  return { length, counts };
}

function writePixels(
  { bins, ends, pixels }: Buffers,
  { count, length, indexOf }: { count: number; length: number; indexOf: Uint8Array },
): Uint8Array {
  for (let run = 0, from = 0; run < length; run += 1) {
    const end = ends[run] ?? 0;
    const index = indexOf[bins[run] ?? 0] ?? 0;
    // Most runs have one or two pixels, for which `fill` is slow.
    if (end - from > 32) pixels.fill(index, from, end);
    else for (let pixel = from; pixel < end; pixel += 1) pixels[pixel] = index;
    from = end;
  }
  return pixels.subarray(0, count);
}

interface Shade {
  bin: number;
  colour: Rgb;
  /** Number of its pixels. */
  weight: number;
  /** Squared distance to the nearest colour of the palette, and which that is. */
  error: number;
  nearest: number;
}

/** Starts with the exact colours and adds, one at a time, the shade with the largest weighted error. */
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
