/**
 * Encodes the pixels of a photograph within a limit of bytes, because a reader on a slow network pays for each: first the quality is
 * lowered, then the width.
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
 * Encoders by format. At the same quality they look alike: of a test photograph 1080 pixels wide, AVIF took 21.8 KB at
 * 36.1 dB (peak signal-to-noise ratio), WebP 30.1 KB at 35.9 dB, in 158 and 125 ms. Effort 4 makes AVIF a sixth
 * smaller and takes ten times as long.
 */
const encoders = {
  avif: (image: Sharp, quality: number) => image.avif({ quality: Math.round(quality * 0.6), effort: 1 }),
  webp: (image: Sharp, quality: number) => image.webp({ quality, effort: 4 }),
  jpeg: (image: Sharp, quality: number) =>
    image.flatten({ background: '#fff' }).jpeg({ quality, mozjpeg: true }),
} as const;
export type EncodedFormat = keyof typeof encoders;

/** From the best that a phone shows down to where faces can still be recognised. */
const QUALITIES = [76, 66, 56, 46, 36] as const;
/** If the best quality exceeds the limit by this factor, only a smaller width can help: the worst quality saves two thirds. */
const SKIP_QUALITIES_RATIO = 3.5;
/** The largest step: a photograph above the limit at every quality becomes at least a fifth narrower. */
const MAX_WIDTH_FACTOR = 0.8;
const LEGACY_PNG_WIDTH_PX = 720;
/** At this width the limit no longer counts. */
const MIN_WIDTH_PX = 120;

/** The bytes are no still image that sharp can decode. */
export class UnreadablePhotograph extends Error {
  override name = 'UnreadablePhotograph';
}

function unreadable(cause: unknown): never {
  // libvips reports a lack of memory in the same way as a damaged file.
  if (/memory|alloc|thread/i.test(String(cause))) throw cause;
  throw new UnreadablePhotograph('sharp cannot decode the file.', { cause });
}

/** Decodes an image: upright, in sRGB, at most `widthPx` wide. Throws UnreadablePhotograph. */
export async function readPixels(bytes: Uint8Array, widthPx: number): Promise<Pixels> {
  const image = sharp(bytes);
  const { pages = 1 } = await image.metadata().catch(unreadable);
  if (pages > 1) throw new UnreadablePhotograph('An animation is no photograph.');
  const { data, info } = await image
    .rotate()
    .resize({ width: widthPx, withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(unreadable);
  const channels = info.channels === 4 ? 4 : 3;
  return { data, widthPx: info.width, heightPx: info.height, channels };
}

/** A sharp image of pixels. */
export function fromPixels({ data, widthPx, heightPx, channels }: Pixels): Sharp {
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels } });
}

/** Encodes pixels in at most `maxBytes`, unless the smallest width needs more. Throws what sharp throws. */
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
    // The lowest quality saves two thirds; the width has to save the rest.
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

/** A narrow PNG of few colours for an old URL that no page shows. */
export function encodeLegacyPng(bytes: Uint8Array): Promise<Uint8Array> {
  const image = sharp(bytes).rotate().resize({ width: LEGACY_PNG_WIDTH_PX, withoutEnlargement: true });
  return image.png({ palette: true }).toBuffer();
}
