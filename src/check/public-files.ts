/** The files of the folder public, which are served as they lie: their names, sizes and, of pictures, what they are. */
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { PictureFacts, PublicFile } from './rule.ts';

/** Files that are photographs or drawings made of pixels. */
const PICTURE = /^\.(?:jpe?g|png|webp|gif|avif|tiff?|heic)$/;

/** Lists the files of `publicDir`, which an editor would call `name`, in a fixed order. */
export async function readPublicFiles(publicDir: string, name = 'public'): Promise<PublicFile[]> {
  if (!existsSync(publicDir)) return [];
  const files = readdirSync(publicDir, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map(async (entry): Promise<PublicFile> => {
      const path = join(entry.parentPath, entry.name);
      const address = `/${relative(publicDir, path).split(sep).join('/')}`;
      const ending = extname(entry.name).toLowerCase();
      const isLink = lstatSync(path).isSymbolicLink();
      const bytes = () => readFileSync(path);
      const picture = PICTURE.test(ending) && !isLink ? await look(bytes()) : undefined;
      return {
        file: name + address,
        source: '',
        address,
        ending,
        isLink,
        bytes,
        ...(picture && { picture }),
      };
    });
  return (await Promise.all(files)).sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** What a picture is and what a camera has written into it. */
async function look(bytes: Uint8Array): Promise<PictureFacts> {
  // Loaded for pictures only: most builds find none here, and wait a tenth of a second less.
  const [{ default: sharp }, { default: exifr }] = await Promise.all([import('sharp'), import('exifr')]);
  try {
    const { width, height, xmp } = await sharp(bytes, { limitInputPixels: false }).metadata();
    const place = await exifr.gps(bytes).catch(() => undefined);
    const regions = xmp && /mwg-rs|MPRI|FaceRegion/i.test(xmp.toString());
    return {
      isReadable: true,
      pixels: width * height,
      hasPlace: Number.isFinite(place?.latitude),
      hasFaces: regions === true,
    };
  } catch {
    return { isReadable: false, pixels: 0, hasPlace: false, hasFaces: false };
  }
}
