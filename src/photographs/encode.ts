/**
 * Writes the pixels of a photograph in a format, as well as its limit of bytes lets it be: quality goes down first, then the
 * width, because a reader on a slow network pays for every byte and a grainy photograph has many.
 */
import sharp, { type Sharp } from 'sharp';

/** Pixels in memory, three or four bytes each. */
export interface Pixels {
  data: Uint8Array;
  widthPx: number;
  heightPx: number;
  channels: 3 | 4;
}

export interface Encoded {
  bytes: Uint8Array;
  widthPx: number;
  heightPx: number;
}

/**
 * How each format is written. The qualities of one row look alike: of a test photograph 1080 pixels wide, AVIF took 21.8 KB at
 * 36.1 dB (peak signal-to-noise ratio), WebP 30.1 KB at 35.9 dB, in 158 and 125 ms. Effort 4 saves AVIF a sixth of its bytes,
 * and takes ten times as long.
 */
const encoders = {
  avif: (image: Sharp, quality: number) => image.avif({ quality: Math.round(quality * 0.6), effort: 1 }),
  webp: (image: Sharp, quality: number) => image.webp({ quality, effort: 4 }),
  jpeg: (image: Sharp, quality: number) =>
    image.flatten({ background: '#fff' }).jpeg({ quality, mozjpeg: true }),
} as const;
export type EncodedFormat = keyof typeof encoders;

/** From as good as any phone shows down to where a face is still a face. */
const QUALITIES = [76, 66, 56, 46, 36] as const;
/** What is so many times too heavy at the best quality is too heavy at every one: the worst takes a third of its bytes. */
const SKIP_QUALITIES_RATIO = 3.5;
/** By so much at the least a photograph is made narrower that is too heavy at every quality. */
const MAX_WIDTH_FACTOR = 0.8;
/** Wide enough to see what it shows. */
const LEGACY_PNG_WIDTH_PX = 720;
/** No narrower than this, whatever it weighs. */
const MIN_WIDTH_PX = 120;

/** The pixels of an image, upright, in sRGB, at most `widthPx` wide. */
export async function readPixels(bytes: Uint8Array, widthPx: number): Promise<Pixels> {
  const image = sharp(bytes);
  const { pages = 1 } = await image.metadata();
  if (pages > 1) throw new Error('A picture that moves is no photograph.');
  const { data, info } = await image
    .rotate()
    .resize({ width: widthPx, withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const channels = info.channels === 4 ? 4 : 3;
  return { data, widthPx: info.width, heightPx: info.height, channels };
}

/** A sharp image of pixels. */
export function fromPixels({ data, widthPx, heightPx, channels }: Pixels): Sharp {
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels } });
}

/** The pixels in a format, in at most `mostBytes`. */
export async function encodeWithin(
  pixels: Pixels,
  format: EncodedFormat,
  maxBytes: number,
): Promise<Encoded> {
  let { widthPx } = pixels;
  for (;;) {
    const sized = widthPx === pixels.widthPx ? pixels : await resizeTo(pixels, widthPx);
    const tries: Uint8Array[] = [];
    for (const quality of QUALITIES) {
      const bytes = await encoders[format](fromPixels(sized), quality).toBuffer();
      if (bytes.length <= maxBytes) return { bytes, widthPx: sized.widthPx, heightPx: sized.heightPx };
      tries.push(bytes);
      if (bytes.length > SKIP_QUALITIES_RATIO * maxBytes && widthPx > MIN_WIDTH_PX) break;
    }
    const [best, last] = [tries[0], tries.at(-1)];
    if (widthPx <= MIN_WIDTH_PX && last)
      return { bytes: last, widthPx: sized.widthPx, heightPx: sized.heightPx };
    // What the lowest quality saves; width has to save the rest.
    const shrinkFactor = Math.sqrt((3 * maxBytes) / (best?.length ?? 0));
    widthPx = Math.max(MIN_WIDTH_PX, Math.round(widthPx * Math.min(MAX_WIDTH_FACTOR, shrinkFactor)));
  }
}

async function resizeTo(pixels: Pixels, widthPx: number): Promise<Pixels> {
  const { data, info } = await fromPixels(pixels)
    .resize({ width: widthPx })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, widthPx: info.width, heightPx: info.height, channels: pixels.channels };
}

/** A picture as a PNG for its old address, which no page shows: narrow, with few colours. */
export function encodeLegacyPng(bytes: Uint8Array): Promise<Uint8Array> {
  const image = sharp(bytes).rotate().resize({ width: LEGACY_PNG_WIDTH_PX, withoutEnlargement: true });
  return image.png({ palette: true }).toBuffer();
}
