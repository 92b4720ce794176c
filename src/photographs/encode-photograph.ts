/** Encodes one photograph: each size in each format, a JPEG for old browsers, and a placeholder of a few pixels. */
import { budgets } from '../documents/budgets.ts';
import {
  type Photograph,
  type PhotographFormat,
  type PhotographSizeName,
  photographFormats,
  photographSizes,
} from '../documents/photograph.ts';
import { encodeWithin, fromPixels, type Pixels, readPixels } from './encode.ts';

/**
 * Widths in pixels. On a phone of 360 CSS pixels a photograph is 324 wide: 486 device pixels at a ratio of 1.5 (the cheapest phones),
 * 648 at 2, 972 at 3. On wide screens it is 684 wide.
 */
export const widthsPx: Readonly<Record<PhotographSizeName, number>> = {
  small: 480,
  middle: 720,
  large: 1080,
};

/** Longer side of the placeholder: blurred, it shows where sky and people are, in about 150 bytes. */
const PLACEHOLDER_PX = 20;
/** A size that is hardly wider than another gets no file of its own. */
const MIN_SIZE_RATIO = 1.15;

export interface EncodedPhotograph {
  photograph: Photograph;
  /** By size and format. */
  files: { size: PhotographSizeName; format: PhotographFormat; bytes: Uint8Array }[];
  fallback: Uint8Array;
}

/** Encodes all files of the photograph in `original`. Throws UnreadablePhotograph if it cannot be decoded. */
export async function encodePhotograph(original: Uint8Array, key: string): Promise<EncodedPhotograph> {
  const largest = await readPixels(original, widthsPx.large);
  const made = dropSimilarSizes(await Promise.all(photographSizes.map((name) => encodeSize(original, name))));
  const fallback = await encodeWithin(largest, 'jpeg', budgets.photographBytes);
  const widthPx = made.at(-1)?.widthPx ?? largest.widthPx;
  const photograph: Photograph = {
    key,
    widthPx,
    heightPx: Math.max(1, Math.round((largest.heightPx * widthPx) / largest.widthPx)),
    sizes: made.map(({ name, widthPx: width, files }) => ({
      name,
      widthPx: width,
      bytes: Math.max(...files.map(({ bytes }) => bytes.length)),
    })),
    placeholder: await encodePlaceholder(largest),
  };
  return { photograph, files: made.flatMap(({ files }) => files), fallback: fallback.bytes };
}

interface EncodedSize {
  name: PhotographSizeName;
  /** The narrowest of its files: a `srcset` states one width, then the browser chooses the format. */
  widthPx: number;
  files: EncodedPhotograph['files'];
}

async function encodeSize(original: Uint8Array, name: PhotographSizeName): Promise<EncodedSize> {
  const pixels = await readPixels(original, widthsPx[name]);
  const encoded = await Promise.all(
    photographFormats.map(async (format) => ({
      format,
      ...(await encodeWithin(pixels, format, budgets.photographBytes)),
    })),
  );
  return {
    name,
    widthPx: Math.min(...encoded.map((each) => each.widthPx)),
    files: encoded.map(({ format, bytes }) => ({ size: name, format, bytes })),
  };
}

/** The middle size and those that differ enough from it; a narrow original has no others. */
function dropSimilarSizes(sizes: readonly EncodedSize[]): EncodedSize[] {
  const middlePx = sizes.find(({ name }) => name === 'middle')?.widthPx ?? 0;
  return sizes.filter(
    ({ name, widthPx }) =>
      name === 'middle' || Math.max(widthPx, middlePx) >= MIN_SIZE_RATIO * Math.min(widthPx, middlePx),
  );
}

async function encodePlaceholder(largest: Pixels): Promise<string> {
  const tiny = await fromPixels(largest)
    .flatten({ background: '#fff' })
    .resize({ width: PLACEHOLDER_PX, height: PLACEHOLDER_PX, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 40, effort: 6 })
    .toBuffer();
  return `data:image/webp;base64,${tiny.toString('base64')}`;
}
