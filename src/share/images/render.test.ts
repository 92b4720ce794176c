/** From a tree to a file: no colour is lost that matters, and the shortcuts on the way change nothing that is seen. */
import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';
import { afterEach, describe, expect, test } from 'vitest';
import type { SatoriNode } from './elements.ts';
import { satoriFonts } from './fonts.ts';
import { optimiseSvg } from './optimise-svg.ts';
import { openRenderPool, type Rendered } from './pool.ts';
import { poster } from './poster.ts';
import { showProgress } from './progress.ts';
import { createQuantiser } from './quantise.ts';
import { renderShareImage } from './render.ts';
import { pictureRendererHash } from './renderer-hash.ts';
import type { ShareImageData } from './share-image-data.ts';

const facts: ShareImageData = {
  siteName: '示例县明白纸',
  isDemo: false,
  label: '孝亲敬老',
  hue: 'good',
  icon: '<path fill="none" stroke="currentColor" stroke-width="2" d="M4 4h16v16H4z"/>',
  title: '家里困难，可以申请低保',
  subtitle: '去乡镇政府申请',
  invitation: '看怎么办、带什么',
  sections: [{ layout: 'points', heading: '记住这几条', items: ['去乡镇政府申请', '（不收钱）'] }],
  contacts: [{ name: '政务服务热线', phone: '12345' }],
  url: 'https://www.county.example/s/ab2cd/',
};

describe('a few colours for many', () => {
  const gradient = new Uint8Array(256 * 4);
  for (let x = 0; x < 256; x += 1) gradient.set([x, x, x, 255], x * 4);
  const small = createQuantiser().quantise(
    { rgba: gradient, widthPx: 256, heightPx: 1 },
    {
      exact: [
        [0, 0, 0],
        [255, 255, 255],
        [1, 200, 3],
      ],
      maxColours: 16,
    },
  );

  test('there are no more than requested, and required ones are exact', () => {
    expect(small.palette.length).toBe(16);
    expect(small.palette.slice(0, 2)).toEqual([
      [0, 0, 0],
      [255, 255, 255],
    ]);
  });

  test('a colour that does not occur in the picture uses no entry', () => {
    expect(small.palette).not.toContainEqual([1, 200, 3]);
  });

  test('every pixel is close to its original', () => {
    for (let x = 0; x < 256; x += 1) {
      const [grey = 0] = small.palette[small.pixels[x] ?? 0] ?? [];
      expect(Math.abs(grey - x)).toBeLessThanOrEqual(16);
    }
  });
});

test('two quantisers do not write into each other’s pixels', () => {
  const plain = (value: number) => ({ rgba: new Uint8Array(16).fill(value), widthPx: 2, heightPx: 2 });
  const options = { exact: [[0, 0, 0] as const, [255, 255, 255] as const], maxColours: 4 };
  const black = createQuantiser().quantise(plain(0), options);
  const both = new Uint8Array(16).fill(255).fill(0, 0, 8);
  const second = createQuantiser().quantise({ rgba: both, widthPx: 2, heightPx: 2 }, options);
  expect([[...black.pixels], [...second.pixels]]).toEqual([
    [0, 0, 0, 0],
    [0, 0, 1, 1],
  ]);
});

test('without masks and nested drawings the picture looks the same', async () => {
  const tree = poster(facts) as SatoriNode & { key: null };
  const svg = await satori(tree, { width: 1080, height: 1920, fonts: satoriFonts(false) });
  const [before, after] = [svg, optimiseSvg(svg)].map(
    (each) => new Resvg(each, { font: { loadSystemFonts: false } }).render().pixels,
  );
  let unlike = 0;
  before?.forEach((value, at) => {
    if (Math.abs(value - (after?.[at] ?? 0)) > 40) unlike += 1;
  });
  expect(optimiseSvg(svg)).not.toMatch(/<mask|<image|url\(#/);
  expect(unlike).toBeLessThan(200);
});

test('the same facts give the same bytes', async () => {
  for (const name of ['card', 'square', 'poster', 'qr'] as const) {
    const [first, second] = [await renderShareImage(name, facts), await renderShareImage(name, facts)];
    expect(Buffer.compare(first.png, second.png)).toBe(0);
  }
});

describe('the workers', () => {
  test('render all requested images, each once, as one would alone', async () => {
    const rendered: Rendered[] = [];
    const pool = openRenderPool((picture) => rendered.push(picture));
    for (let id = 0; id < 12; id += 1) pool.render({ id, name: id % 2 ? 'square' : 'qr', facts });
    await pool.finish();
    expect(rendered.map(({ id }) => id).sort((a, b) => a - b)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
    ]);
    const alone = await renderShareImage('square', facts);
    expect(Buffer.compare(rendered.find(({ id }) => id === 1)?.png ?? Buffer.alloc(0), alone.png)).toBe(0);
  });

  test('tell of a failure instead of waiting for ever', async () => {
    const pool = openRenderPool(() => undefined);
    pool.render({ id: 0, name: 'card', facts: { ...facts, icon: null as unknown as string } });
    await expect(pool.finish()).rejects.toThrow('replaceAll');
  });

  test('have nothing to do without requests', async () => {
    await openRenderPool(() => undefined).finish();
  });
});

test('the inputs of the pictures are the same from one build to the next', () => {
  expect(pictureRendererHash()).toMatch(/^[0-9a-f]{64}$/);
  expect(pictureRendererHash()).toBe(pictureRendererHash());
});

describe('progress', () => {
  const written: string[] = [];
  afterEach(() => written.splice(0));
  const terminal = (isTTY: boolean) => ({ isTTY, write: (text: string) => written.push(text) > 0 });

  test('on a terminal shows the number of finished images and the remaining time', () => {
    let now = 0;
    const progress = showProgress(terminal(true), { what: '画图片', total: 4, now: () => now });
    now = 1000;
    progress.step();
    expect(written.at(-1)).toContain('画图片：1/4，还要约 3 秒');
    progress.end();
    expect(written.at(-1)).toBe('\r\u001B[K');
  });

  test('in a pipe prints nothing', () => {
    const progress = showProgress(terminal(false), { what: '画图片', total: 4 });
    progress.step();
    progress.end();
    expect(written).toEqual([]);
  });
});
