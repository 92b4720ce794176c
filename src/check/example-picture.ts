/** Pictures for the examples of rules: white PNGs of any size, and one with a location. */
import { crc32, deflateSync } from 'node:zlib';

/** A white PNG; with `place`, its EXIF has a latitude of 36° 39' north. */
export function examplePng(widthPx: number, heightPx: number, { place = false } = {}): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(widthPx, 0);
  head.writeUInt32BE(heightPx, 4);
  head[8] = 1; // One bit a pixel, grey.
  const rows = Buffer.alloc((Math.ceil(widthPx / 8) + 1) * heightPx, 0xff);
  for (let row = 0; row < heightPx; row += 1) rows[row * (Math.ceil(widthPx / 8) + 1)] = 0;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...(place ? [chunk('eXIf', placeExif())] : []),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** The smallest EXIF with a location: a directory that points to a GPS directory with latitude and longitude. */
function placeExif(): Buffer {
  const entry = (tag: number, type: number, count: number, value: number) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16LE(tag, 0);
    bytes.writeUInt16LE(type, 2);
    bytes.writeUInt32LE(count, 4);
    bytes.writeUInt32LE(value, 8);
    return bytes;
  };
  const directory = (...entries: Buffer[]) => {
    const count = Buffer.alloc(2);
    count.writeUInt16LE(entries.length);
    return Buffer.concat([count, ...entries, Buffer.alloc(4)]);
  };
  const degrees = (...numbers: number[]) => {
    const bytes = Buffer.alloc(24);
    for (const [index, number] of numbers.entries()) {
      bytes.writeUInt32LE(number, index * 8);
      bytes.writeUInt32LE(1, index * 8 + 4);
    }
    return bytes;
  };
  const gpsAt = 8 + 18;
  const valuesAt = gpsAt + 2 + 4 * 12 + 4;
  return Buffer.concat([
    Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]),
    directory(entry(0x8825, 4, 1, gpsAt)),
    directory(
      entry(1, 2, 2, 'N'.charCodeAt(0)),
      entry(2, 5, 3, valuesAt),
      entry(3, 2, 2, 'E'.charCodeAt(0)),
      entry(4, 5, 3, valuesAt + 24),
    ),
    degrees(36, 39, 0),
    degrees(111, 33, 0),
  ]);
}
