/** The pictures of a PDF page as PNG. */
import sharp from 'sharp';

/** Smaller ones are lines, dots and shadows. */
const MIN_SIDE_PX = 40;
const MAX_PIXELS = 60_000_000;
/** Kinds of pixels in pdf.js: one bit, three bytes, four bytes. */
const BYTES_OF_KIND: Readonly<Record<number, 3 | 4>> = { 2: 3, 3: 4 };

interface PageObjects {
  objs: { get(id: string, callback: (value: unknown) => void): unknown };
  commonObjs: { get(id: string, callback: (value: unknown) => void): unknown };
}

/** The picture with this name in the operators; undefined if it is too small, too large, or of a kind without colours. */
export async function readPicture(page: PageObjects, id: string): Promise<Uint8Array | undefined> {
  const found = await new Promise<unknown>((resolve) => {
    (id.startsWith('g_') ? page.commonObjs : page.objs).get(id, resolve);
  });
  const {
    width = 0,
    height = 0,
    kind = 0,
    data,
  } = (found ?? {}) as {
    width?: number;
    height?: number;
    kind?: number;
    data?: Uint8Array | Uint8ClampedArray;
  };
  if (data === undefined || Math.min(width, height) < MIN_SIDE_PX || width * height > MAX_PIXELS)
    return undefined;
  const pixels = kind === 1 ? grey(data, width, height) : data;
  const channels = kind === 1 ? 1 : BYTES_OF_KIND[kind];
  if (channels === undefined) return undefined;
  return new Uint8Array(await sharp(pixels, { raw: { width, height, channels } }).png().toBuffer());
}

/** Pixels of one bit, in rows of whole bytes, as grey ones. */
function grey(bits: ArrayLike<number>, width: number, height: number): Uint8Array {
  const rowBytes = Math.ceil(width / 8);
  return Uint8Array.from({ length: width * height }, (_, at) => {
    const [y, x] = [Math.floor(at / width), at % width];
    return ((bits[y * rowBytes + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0;
  });
}
