/** A photograph never tells at whose door it was taken. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stripMetadata } from './strip-metadata.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-photos-'));
  for (const name of ['public/images', 'out/images']) mkdirSync(join(folder, name), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, bytes: Uint8Array): string {
  writeFileSync(join(folder, 'public', name), bytes);
  writeFileSync(join(folder, 'out', name), bytes);
  return join(folder, 'out', name);
}

const photo = () => sharp({ create: { width: 40, height: 20, channels: 3, background: '#a33' } });
const strip = () => stripMetadata(join(folder, 'public'), join(folder, 'out'));

test('what a phone wrote in is gone, and the picture stands upright', async () => {
  const path = put(
    'images/a.jpg',
    await photo()
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 39/1 0/1' } })
      .jpeg()
      .toBuffer(),
  );
  expect(await strip()).toBe(1);
  const { width, height, exif, orientation } = await sharp(readFileSync(path)).metadata();
  expect([width, height, exif, orientation]).toEqual([20, 40, undefined, undefined]);
});

test('a picture that carries nothing keeps its bytes, and what is no picture is left alone', async () => {
  const clean = await photo().png().toBuffer();
  const path = put('images/b.png', clean);
  put('images/c.jpg', new TextEncoder().encode('no picture'));
  expect(await strip()).toBe(0);
  expect(readFileSync(path)).toEqual(clean);
});
