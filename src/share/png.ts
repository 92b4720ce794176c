/**
 * A PNG of few colours, written by us: from the pixels of a poster it is a third of what a drawing library writes, and
 * the same pixels always give the same bytes. Format: https://www.w3.org/TR/png-3/.
 */
import { crc32, deflateSync } from 'node:zlib';

/** A picture of at most 256 colours. */
export interface IndexedImage {
  widthPx: number;
  heightPx: number;
  /** One byte a pixel, row by row from the top: which colour of the palette. */
  pixels: Uint8Array;
  /** Red, green and blue, 0 to 255. */
  palette: readonly (readonly [number, number, number])[];
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const INDEXED_COLOUR_TYPE = 3;
/** Of zlib: level 9 takes ten times as long for 8 % fewer bytes. */
const COMPRESSION_LEVEL = 6;

/** The file of a picture, with as few bits a pixel as its palette allows. */
export function encodePng({ widthPx, heightPx, pixels, palette }: IndexedImage): Buffer {
  const bits = [1, 2, 4, 8].find((depth) => palette.length <= 2 ** depth);
  if (bits === undefined) throw new RangeError(`A palette has at most 256 colours, not ${palette.length}.`);
  if (pixels.length !== widthPx * heightPx) throw new RangeError('Pixels do not fill the picture.');
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header.set([bits, INDEXED_COLOUR_TYPE, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(toScanlines(pixels, widthPx, heightPx, bits), { level: COMPRESSION_LEVEL })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Room for the rows of the largest picture so far: memory that was never touched takes longer to get than rows to pack. */
let rowBuffer = new Uint8Array(0);

/**
 * Rows as the format wants them: a zero for "not filtered", then the pixels, as many to a byte as there is room for. They stand
 * until the next are packed.
 */
function toScanlines(pixels: Uint8Array, widthPx: number, heightPx: number, bits: number): Uint8Array {
  const toByte = 8 / bits;
  const rowBytes = 1 + Math.ceil(widthPx / toByte);
  if (rowBuffer.length < rowBytes * heightPx) rowBuffer = new Uint8Array(rowBytes * heightPx);
  const rows = rowBuffer.subarray(0, rowBytes * heightPx);
  for (let y = 0, to = 0; y < heightPx; y += 1) {
    rows[to++] = 0;
    let from = y * widthPx;
    const end = from + widthPx;
    // Two to a byte, as nearly all are: by the way for any number a poster took three times as long.
    if (bits === 4) {
      for (; from + 1 < end; from += 2) rows[to++] = ((pixels[from] ?? 0) << 4) | (pixels[from + 1] ?? 0);
    }
    for (; from < end; from += toByte) {
      let byte = 0;
      // Beyond the end of the row there is nothing, which counts as 0.
      for (let pixel = from; pixel < from + toByte; pixel += 1) {
        byte = (byte << bits) | (pixel < end ? (pixels[pixel] ?? 0) : 0);
      }
      rows[to++] = byte;
    }
  }
  return rows;
}

/** Length, name, data, and the check sum of the last two. */
function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
