/** A file of the folder public is published only if it is permitted, and never with a location in it. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hasLocation } from './find-location.ts';
import { copyPublicFiles, PublicFileRefused } from './index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-public-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(path: string, bytes: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
}

const lay = (except: string[] = []) =>
  copyPublicFiles({
    publicDir: join(folder, 'public'),
    outDir: join(folder, 'out'),
    cacheDir: join(folder, 'cache'),
    except,
  });
const laid = (path: string) => readFileSync(join(folder, 'out', path));
const photo = (format: 'jpeg' | 'png' | 'webp' | 'avif') =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#a33' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 39/1 0/1' } })
    .toFormat(format)
    .toBuffer();

test.each(['a.JPG', 'b.jpeg', 'c.png', 'd.webp', 'e.avif'])(
  '%s is published without its place',
  async (name) => {
    const ending = name.split('.')[1] ?? '';
    const format = /jpe?g/i.test(ending) ? 'jpeg' : (ending as 'png');
    put(`public/images/${name}`, await photo(format));
    for (const round of ['made', 'taken from the cache']) {
      rmSync(join(folder, 'out'), { recursive: true, force: true });
      await lay();
      expect(hasLocation(laid(`images/${name}`)), round).toBe(false);
    }
  },
);

test.each<[string, string | Uint8Array]>([
  ['cut.jpg', Buffer.from('ffd8ffe000104a46494600', 'hex')],
  ['iphone.heic', '\0\0\0\x18ftypheic'],
  ['scan.tif', 'II*\0'],
  ['page.html', '<p>一</p>'],
  ['none', 'x'],
  ['page.pdf', '<html>'],
  ['a.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
  ['a\u202Eb.txt', '一'],
  ['film.mp4', Buffer.from('\0\0\0\x18ftypmp42\xa9xyz\0\x12\x15\xc7+36.65+117.11/', 'latin1')],
])('%s stops the site instead of being copied', async (name, bytes) => {
  put(`public/${name}`, bytes);
  await expect(lay()).rejects.toThrow(PublicFileRefused);
  expect(existsSync(join(folder, 'out', name))).toBe(false);
});

test('system files, existing files and files with a replacement are not copied', async () => {
  put('public/Thumbs.db', 'x');
  put('public/a.txt', 'public');
  put('public/big.jpg', 'no picture at all');
  put('out/a.txt', 'build');
  await lay(['big.jpg']);
  expect(laid('a.txt').toString()).toBe('build');
  expect(existsSync(join(folder, 'out/Thumbs.db'))).toBe(false);
  expect(existsSync(join(folder, 'out/big.jpg'))).toBe(false);
});
