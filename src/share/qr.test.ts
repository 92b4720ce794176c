/** A QR code leads to exactly its address; another library reads it. */
import fc from 'fast-check';
import readQr from 'jsqr';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { qrMatrix, qrPath, qrPng } from './qr.ts';

/** The text read from the code if each module is a square of 3 pixels. */
function read(matrix: readonly (readonly boolean[])[]): string | undefined {
  const side = matrix.length * 3;
  const rgba = new Uint8ClampedArray(side * side * 4).fill(255);
  matrix.forEach((row, y) => {
    row.forEach((isBlack, x) => {
      if (!isBlack) return;
      for (const [dx, dy] of [0, 1, 2].flatMap((a) => [0, 1, 2].map((b) => [a, b] as const))) {
        rgba.fill(0, ((y * 3 + dy) * side + x * 3 + dx) * 4, ((y * 3 + dy) * side + x * 3 + dx) * 4 + 3);
      }
    });
  });
  return readQr(rgba, side, side)?.data;
}

test('a phone reads the encoded address', () => {
  const addresses = fc
    .tuple(fc.webUrl({ withFragments: false }), fc.stringMatching(/^[2-9a-z]{5}$/))
    .map(([url, code]) => `${url.slice(0, 60)}/s/${code}/`);
  fc.assert(
    fc.property(addresses, (address) => {
      expect(read(qrMatrix(address))).toBe(address);
    }),
    { numRuns: 8 },
  );
});

test('four modules around the code stay white', () => {
  const matrix = qrMatrix('https://www.county.example/mingbai/s/ab2cd/');
  const { length } = matrix;
  const margin = matrix.flatMap((row, y) =>
    row.filter((_, x) => Math.min(x, y, length - 1 - x, length - 1 - y) < 4),
  );
  expect(margin.some(Boolean)).toBe(false);
  expect(matrix[4]?.[4]).toBe(true);
});

test('the picture has whole modules and nothing but black and white', () => {
  const address = 'https://www.county.example/s/ab2cd/';
  const file = qrPng(address, 5);
  expect(file.readUInt32BE(16)).toBe(qrMatrix(address).length * 5);
  expect([file[24], file[25]]).toEqual([1, 3]);
});

test('the path for printing paints the same modules', async () => {
  const addresses = fc.stringMatching(/^[2-9a-z]{5}$/).map((code) => `https://www.county.example/s/${code}/`);
  await fc.assert(
    fc.asyncProperty(addresses, async (address) => {
      const { sideModules, path } = qrPath(address);
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${sideModules}" height="${sideModules}"><path d="${path}"/></svg>`;
      const { data } = await sharp(Buffer.from(svg))
        .extractChannel('alpha')
        .raw()
        .toBuffer({ resolveWithObject: true });
      const painted = Array.from({ length: sideModules }, (_, y) =>
        Array.from(data.subarray(y * sideModules, (y + 1) * sideModules), (alpha) => alpha === 255),
      );
      expect(painted).toEqual(qrMatrix(address));
    }),
    { numRuns: 8 },
  );
});
