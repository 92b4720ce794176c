/** Decodes the indexed PNGs of the site: https://www.w3.org/TR/png-3/. */
import { inflateSync } from 'node:zlib';

export interface ReadPicture {
  width: number;
  height: number;
  /** RGBA of every pixel. */
  rgba: Uint8ClampedArray;
}

/** The pixels of a PNG with a palette and without filters; throws for any other. */
export function readPng(file: Buffer): ReadPicture {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12) {
    chunks.set(
      file.toString('latin1', at + 4, at + 8),
      file.subarray(at + 8, at + 8 + file.readUInt32BE(at)),
    );
  }
  const [header, palette, data] = ['IHDR', 'PLTE', 'IDAT'].map((name) => chunks.get(name));
  if (!header || !palette || !data || !chunks.has('IEND')) throw new Error('The picture is not whole.');
  const [width, height, bits] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8] ?? 8];
  const rows = inflateSync(data);
  const rowBytes = 1 + Math.ceil((width * bits) / 8);
  const colours = new Uint32Array(width * height);
  const palette32 = Array.from({ length: palette.length / 3 }, (_, index) => {
    const [red = 0, green = 0, blue = 0] = palette.subarray(3 * index, 3 * index + 3);
    return (0xff000000 | (blue << 16) | (green << 8) | red) >>> 0;
  });
  const mask = 2 ** bits - 1;
  for (let y = 0; y < height; y += 1) {
    const row = rows.subarray(y * rowBytes, (y + 1) * rowBytes);
    if (row[0] !== 0) throw new Error('The picture has filtered rows.');
    for (let x = 0; x < width; x += 1) {
      const byte = row[1 + ((x * bits) >> 3)] ?? 0;
      colours[y * width + x] = palette32[(byte >> (8 - bits - ((x * bits) & 7))) & mask] ?? 0;
    }
  }
  const rgba = new Uint8ClampedArray(colours.buffer);
  return { width, height, rgba };
}
