/**
 * Strips an image of everything but its pixels. Metadata may contain a home's location, people on the image, the camera's owner.
 * Each format has an allow-list of what pixels need, so unknown data is removed too; a file that cannot be parsed is refused.
 */
import type { Metadata } from 'sharp';
import { avifParts } from './avif.ts';
import { IrregularPicture } from './bytes.ts';
import { gifParts } from './gif.ts';
import { jpegParts } from './jpeg.ts';
import { pngParts } from './png.ts';
import { webpParts } from './webp.ts';

/** The raster formats that may be published; every present browser shows them. */
export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif';

/** The formats by file extension. */
export const pictureFormats: Readonly<Record<string, PictureFormat>> = {
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.png': 'png',
  '.webp': 'webp',
  '.gif': 'gif',
  '.avif': 'avif',
};

/** The byte ranges that the pixels of each format need. Throw IrregularPicture. */
const partsOf: Readonly<Record<PictureFormat, (bytes: Uint8Array) => Uint8Array[]>> = {
  jpeg: jpegParts,
  png: pngParts,
  webp: webpParts,
  gif: gifParts,
  avif: avifParts,
};

/** More than any phone camera has; more would exhaust the memory. */
export const MAX_PIXELS = 250_000_000;
/** A re-encoded image must look the same. */
const QUALITY = 88;

/** The image must not be published; the message is the reason in Chinese, without a full stop. */
export class PictureRefused extends Error {
  override name = 'PictureRefused';
}

export interface CleanPicture {
  bytes: Uint8Array;
  /** Of one frame. */
  pixels: number;
  /** Whether anything was removed. */
  isChanged: boolean;
}

/**
 * The image with nothing but its pixels, upright and in sRGB; the same bytes if they hold nothing else. Decodes every pixel. Throws
 * PictureRefused if it is truncated, damaged, of another format, too large, or cannot be cleaned.
 */
export async function cleanPicture(bytes: Uint8Array, format: PictureFormat): Promise<CleanPicture> {
  const metadata = await readWhole(bytes, format);
  const pixels = metadata.width * (metadata.pageHeight ?? metadata.height);
  const isTurned = (metadata.orientation ?? 1) > 1;
  const parts = isTurned || metadata.icc ? undefined : regularParts(bytes, format);
  const clean = parts ? joined(parts) : await writtenAnew(bytes, format, metadata);
  const isChanged = Buffer.compare(clean, bytes) !== 0;
  if (isChanged) await checkClean(clean, format);
  return { bytes: isChanged ? clean : bytes, pixels, isChanged };
}

async function readWhole(bytes: Uint8Array, format: PictureFormat): Promise<Metadata> {
  // Imported on demand: it takes a tenth of a second, and most builds have no images.
  const { default: sharp } = await import('sharp');
  if (bytes.length === 0) throw new PictureRefused('是空的');
  const metadata = await sharp(bytes, { limitInputPixels: MAX_PIXELS })
    .metadata()
    .catch((cause: unknown) => {
      const isLarge = /pixel limit/.test(String(cause));
      throw new PictureRefused(isLarge ? '像素太多了' : '打不开，是坏的，或者是改了后缀的别的文件', {
        cause,
      });
    });
  const found = metadata.format === 'heif' && metadata.compression === 'av1' ? 'avif' : metadata.format;
  if (found !== format) throw new PictureRefused(`后缀和内容对不上，里面其实是 ${found} 格式`);
  // A small result, but every pixel is decoded: a truncated file fails.
  await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', ...allPages(format) })
    .resize({ width: 16, height: 16, fit: 'fill' })
    .raw()
    .toBuffer()
    .catch((cause: unknown) => {
      throw new PictureRefused('只有半张，后面的缺了，或者坏了', { cause });
    });
  return metadata;
}

/** By default sharp reads the first frame only. */
function allPages(format: PictureFormat): { animated?: true } {
  return format === 'gif' || format === 'webp' ? { animated: true } : {};
}

function regularParts(bytes: Uint8Array, format: PictureFormat): Uint8Array[] | undefined {
  try {
    return partsOf[format](bytes);
  } catch (error) {
    if (error instanceof IrregularPicture) return undefined;
    throw error;
  }
}

/** Re-encodes the pixels: sharp writes no metadata and applies orientation and colour profile. */
async function writtenAnew(
  bytes: Uint8Array,
  format: PictureFormat,
  { pages = 1 }: Metadata,
): Promise<Uint8Array> {
  if (format === 'avif' && pages > 1) throw new PictureRefused('是会动的 AVIF，读不全');
  if (format === 'png' && isMovingPng(bytes)) throw new PictureRefused('是会动的 PNG，带着别的信息，去不掉');
  const { default: sharp } = await import('sharp');
  const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', ...allPages(format) });
  const upright = pages > 1 ? image : image.rotate();
  const options = format === 'png' || format === 'gif' ? {} : { quality: format === 'avif' ? 62 : QUALITY };
  const made = await upright
    .toFormat(format, options)
    .toBuffer()
    .catch((cause: unknown) => {
      throw new PictureRefused('里面的信息去不掉', { cause });
    });
  return joined(regularParts(made, format) ?? [made]);
}

/** Reads the result back, in case the encoder's behaviour changes. */
async function checkClean(bytes: Uint8Array, format: PictureFormat): Promise<void> {
  const parts = regularParts(bytes, format);
  const { exif, xmp, iptc, icc, comments } = await readWhole(bytes, format);
  const isClean = parts !== undefined && Buffer.compare(joined(parts), bytes) === 0;
  if (!isClean || exif || xmp || iptc || icc || comments?.length)
    throw new PictureRefused('里面的信息去不掉');
}

function isMovingPng(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('acTL');
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
}
