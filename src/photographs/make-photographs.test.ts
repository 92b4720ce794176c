/** A photograph from a phone costs a reader at most 60 KB, whatever it shows, and an editor no thought. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { budgets } from '../documents/budgets.ts';
import { type ContentDocument, noDocuments } from '../documents/document.ts';
import { fallbackAddress, photographAddress, photographFormats } from '../documents/photograph.ts';
import { createSite } from '../documents/site.ts';
import { examplePhotograph } from './example-photograph.ts';
import { makePhotographs } from './index.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: string;
let publicDir: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-photographs-'));
  publicDir = join(folder, 'public');
  put('images/grainy.jpg', await examplePhotograph({ widthPx: 4032, heightPx: 3024, grain: 0.3 }));
  put(
    'images/upright.JPG',
    await examplePhotograph({ widthPx: 1200, heightPx: 900, grain: 0.3, orientation: 6 }),
  );
  put(
    'images/narrow.png',
    await sharp({ create: { width: 300, height: 200, channels: 4, background: '#a338' } })
      .png()
      .toBuffer(),
  );
  put('images/broken.jpg', Buffer.from('no picture'));
  put('../secret.jpg', await examplePhotograph({ widthPx: 30, heightPx: 30, grain: 0 }));
  symlinkSync(join(folder, 'secret.jpg'), join(publicDir, 'images', 'out.jpg'));
});
beforeEach(() => rmSync(join(folder, 'out'), { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

function put(name: string, bytes: Uint8Array): void {
  mkdirSync(dirname(join(publicDir, name)), { recursive: true });
  writeFileSync(join(publicDir, name), bytes);
}

/** Encodes the photographs of a guide with this body. */
function make(html: string, cache = 'cache') {
  const guide = {
    collection: 'pages',
    slug: 'a',
    data: { title: 'a' },
    body: { blocks: [{ html }], headings: [] },
  };
  const county = { site: { name: '明白纸', url: 'https://www.county.example/' }, ledger: [], finder: [] };
  const site = createSite(
    { ...noDocuments(), pages: [guide as unknown as ContentDocument<'pages'>] },
    county,
    '2026-11-24',
  );
  return makePhotographs(site, { publicDir, outDir: join(folder, 'out'), cacheDir: join(folder, cache) });
}

const image = (address: string) => `<p><img src="${address}" alt="a"></p>`;
const made = (address: string) => join(folder, 'out', address);
const digests = () =>
  readdirSync(join(folder, 'out'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name))
    .sort()
    .map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(made(name)))
        .digest('hex'),
    ]);

test('twelve megapixels with all the grain of a cheap phone: every file keeps to the limit and can be read', async () => {
  const { photographs, legacyFallbacks } = await make(image('/images/grainy.jpg'));
  const photograph = photographs['/images/grainy.jpg'];
  if (!photograph) throw new Error('The photograph was not made.');
  expect(photograph.sizes.map(({ name, widthPx }) => [name, widthPx])).toEqual([
    ['small', 480],
    ['middle', 720],
    ['large', 1080],
  ]);
  expect([photograph.widthPx, photograph.heightPx]).toEqual([1080, 810]);
  for (const { name, widthPx, bytes } of photograph.sizes) {
    for (const format of photographFormats) {
      const file = readFileSync(made(photographAddress(photograph.key, name, format)));
      expect(file.length).toBeLessThanOrEqual(Math.min(bytes, budgets.photographBytes));
      expect((await sharp(file).metadata()).width).toBeGreaterThanOrEqual(widthPx);
    }
  }
  expect(readFileSync(made(fallbackAddress(photograph.key))).length).toBeLessThanOrEqual(
    budgets.photographBytes,
  );
  expect(photograph.placeholder.length).toBeLessThan(400);
  // The address that was out in the world still shows it.
  expect(legacyFallbacks).toEqual(['images/grainy.jpg']);
  expect(readFileSync(made('images/grainy.jpg')).length).toBeLessThanOrEqual(budgets.photographBytes);
});

test('more grain than any phone makes: it becomes narrower, not heavier', async () => {
  put('images/dusk.jpg', await examplePhotograph({ widthPx: 2000, heightPx: 1500, grain: 1 }));
  const { photographs } = await make(image('/images/dusk.jpg'));
  const { sizes = [], widthPx = 0, heightPx = 0 } = photographs['/images/dusk.jpg'] ?? {};
  expect(Math.max(...sizes.map(({ bytes }) => bytes))).toBeLessThanOrEqual(budgets.photographBytes);
  expect(widthPx).toBeGreaterThan(400);
  expect(widthPx / heightPx).toBeCloseTo(4 / 3, 2);
});

test('a photograph is upright, in any spelling of its address', async () => {
  const { photographs } = await make(image('/images/upright.JPG') + image('/images/%75pright.JPG'));
  const shapes = Object.values(photographs).map(({ widthPx, heightPx }) => widthPx / heightPx);
  expect(shapes).toEqual([expect.closeTo(3 / 4, 2), expect.closeTo(3 / 4, 2)]);
});

test('a narrow picture is not enlarged, and a small original is unchanged', async () => {
  const { photographs, legacyFallbacks } = await make(image('/images/narrow.png'));
  expect(photographs['/images/narrow.png']).toMatchObject({
    widthPx: 300,
    sizes: [{ name: 'middle', widthPx: 300 }],
  });
  expect(legacyFallbacks).toEqual([]);
});

test('a photograph that a document links to can be seen whole', async () => {
  const { legacyFallbacks } = await make(
    `${image('/images/upright.JPG')}<p><a href="/images/upright.JPG">看大图</a></p>`,
  );
  expect(legacyFallbacks).toEqual([]);
});

test('a file that is broken, missing, or outside the folder is ignored', async () => {
  const { photographs } = await make(
    ['/images/broken.jpg', '/images/none.jpg', '/images/out.jpg', '/%2e%2e/secret.jpg', '/icon.svg']
      .map(image)
      .join(''),
  );
  expect(photographs).toEqual({});
  expect(existsSync(join(folder, 'out', 'images'))).toBe(false);
});

test('a photograph cut short or an animation is left out; an error of our own code or of encoding stops the build', async () => {
  const whole = readFileSync(join(publicDir, 'images', 'upright.JPG'));
  put('images/cut.jpg', whole.subarray(0, whole.length / 2));
  // Two frames of 8×8 pixels, black and white.
  const frames = Buffer.alloc(8 * 16 * 3).fill(255, 8 * 8 * 3);
  const animation = sharp(frames, { raw: { width: 8, height: 16, channels: 3, pageHeight: 8 } });
  put('images/animation.webp', await animation.webp({ delay: [100, 100] }).toBuffer());
  expect((await make(['/images/cut.jpg', '/images/animation.webp'].map(image).join(''))).photographs).toEqual(
    {},
  );
  vi.spyOn(sharp.prototype, 'webp').mockImplementation(() => {
    throw new Error('a bug');
  });
  try {
    await expect(make(image('/images/upright.JPG'), 'cache-of-bug')).rejects.toThrow('a bug');
  } finally {
    vi.restoreAllMocks();
  }
});

test('a cached photograph is the same as one encoded again; a damaged one is encoded again', async () => {
  const html = image('/images/upright.JPG');
  rmSync(join(folder, 'cache'), { recursive: true, force: true });
  expect((await make(html)).made).toBe(1);
  const first = digests();
  const cacheDir = join(folder, 'cache', 'photographs');
  for (const damage of [false, true]) {
    rmSync(join(folder, 'out'), { recursive: true });
    if (damage)
      truncateSync(
        join(cacheDir, readdirSync(cacheDir).find((name) => name.endsWith('large.avif')) ?? ''),
        100,
      );
    expect((await make(html)).made).toBe(damage ? 1 : 0);
    expect(digests()).toEqual(first);
  }
});

test('a machine with one processor and one with eight make the same bytes', async () => {
  const html = image('/images/upright.JPG');
  const before = sharp.concurrency();
  const results = [];
  for (const threads of [1, 8]) {
    sharp.concurrency(threads);
    rmSync(join(folder, 'out'), { recursive: true, force: true });
    await make(html, `cache-${threads}`);
    results.push(digests());
    expect(sharp.concurrency()).toBe(threads);
  }
  sharp.concurrency(before);
  expect(results[0]).toEqual(results[1]);
});
