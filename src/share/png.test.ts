/** A PNG for any reader: the picture is decoded from the file pixel by pixel. */
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPngEncoder } from './png.ts';

const { encode } = createPngEncoder();

/** Decodes the encoder's output by the format's specification: colours by pixel. */
function decode(file: Buffer) {
  expect(file.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const chunks: Record<string, Buffer> = {};
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    chunks[file.toString('latin1', at + 4, at + 8)] = file.subarray(at + 8, at + 8 + length);
    at += length + 12;
  }
  const { IHDR = Buffer.alloc(0), PLTE = Buffer.alloc(0), IDAT = Buffer.alloc(0) } = chunks;
  const [width, height, bits] = [IHDR.readUInt32BE(0), IHDR.readUInt32BE(4), IHDR[8] ?? 8];
  const rows = inflateSync(IDAT);
  const rowBytes = 1 + Math.ceil((width * bits) / 8);
  expect(rows.length).toBe(rowBytes * height);
  const pixels = Array.from({ length: width * height }, (_, index) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    const byte = rows[y * rowBytes + 1 + Math.floor((x * bits) / 8)] ?? 0;
    return (byte >> (8 - bits - ((x * bits) % 8))) & (2 ** bits - 1);
  });
  return { width, height, pixels, palette: [...PLTE] };
}

const pictures = fc
  .record({
    widthPx: fc.integer({ min: 1, max: 40 }),
    heightPx: fc.integer({ min: 1, max: 20 }),
    colours: fc.integer({ min: 1, max: 256 }),
  })
  .chain(({ widthPx, heightPx, colours }) =>
    fc.record({
      widthPx: fc.constant(widthPx),
      heightPx: fc.constant(heightPx),
      pixels: fc.uint8Array({
        minLength: widthPx * heightPx,
        maxLength: widthPx * heightPx,
        max: colours - 1,
      }),
      palette: fc.constant(
        Array.from({ length: colours }, (_, index) => [index, 255 - index, 7] as [number, number, number]),
      ),
    }),
  );

test('every picture is decoded from its file unchanged', () => {
  fc.assert(
    fc.property(pictures, (picture) => {
      const { width, height, pixels, palette } = decode(encode(picture));
      expect([width, height]).toEqual([picture.widthPx, picture.heightPx]);
      expect(pixels).toEqual([...picture.pixels]);
      expect(palette).toEqual(picture.palette.flat());
    }),
    { numRuns: 60 },
  );
});

test('pixels that do not fill the picture, and a palette too large, are refused', () => {
  const palette = Array.from({ length: 257 }, () => [0, 0, 0] as const);
  expect(() => encode({ widthPx: 2, heightPx: 2, pixels: new Uint8Array(3), palette: [[0, 0, 0]] })).toThrow(
    'do not fill',
  );
  expect(() => encode({ widthPx: 1, heightPx: 1, pixels: new Uint8Array(1), palette })).toThrow('257');
});
