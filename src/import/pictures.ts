/** Prepares pictures for the folder public: upright, small enough for a phone, and without the camera's metadata. */
import sharp from 'sharp';

/** The maximum side in pixels: more than any phone shows. */
const MAX_SIDE_PX = 1600;

export interface Picture {
  /** The name of the file. */
  name: string;
  bytes: Uint8Array;
}

/** Encodes the picture again under `name`, as JPEG or, if partly transparent, PNG; undefined if it is not a picture. */
export async function preparePicture(bytes: Uint8Array, name: string): Promise<Picture | undefined> {
  try {
    const image = sharp(bytes, { limitInputPixels: 100_000_000 }).rotate();
    const { hasAlpha, format } = await image.metadata();
    if (format === 'svg' || format === undefined) return undefined;
    const sized = image.resize({
      width: MAX_SIDE_PX,
      height: MAX_SIDE_PX,
      fit: 'inside',
      withoutEnlargement: true,
    });
    const made = hasAlpha || format === 'png' ? sized.png() : sized.jpeg({ quality: 82 });
    return { name: `${name}.${hasAlpha || format === 'png' ? 'png' : 'jpg'}`, bytes: await made.toBuffer() };
  } catch {
    return undefined;
  }
}
