/** Pictures are rendered once and cached; with the cache, without it and with a damaged one the site has the same bytes. */
import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mingbai, onePolicy, site, temporaryFolder, writeFiles } from './content-folder.ts';

const folder = temporaryFolder();
const [content, out, cache] = ['content', 'out', 'cache'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
const build = () => mingbai('build', '--content', content, '--out', out, '--today', '2026-11-23');
const pictures = () =>
  readdirSync(join(out, 'share/policies/di-bao'))
    .filter((file) => file.endsWith('.png'))
    .sort()
    .map((file) => [file, readFileSync(join(out, 'share/policies/di-bao', file)).toString('base64')]);
let first: string[][];

beforeAll(async () => {
  process.env.MINGBAI_CACHE = cache;
  mkdirSync(content);
  const policy = (onePolicy['policies/di-bao.mdx'] ?? '').replace('家里困难', '📞㙍村家里困难');
  writeFiles(content, { ...site, ...onePolicy, 'policies/di-bao.mdx': policy });
});
afterAll(() => {
  delete process.env.MINGBAI_CACHE;
  rmSync(folder, { recursive: true });
});

test('a character that no font has is reported with its file, line and code, and stops nothing', async () => {
  const { code, err } = await build();
  first = pictures();
  expect(code).toBe(0);
  expect(err).toMatch(/policies\/di-bao\.mdx:2:8 warning share\/missing-character 「📞」（U\+1F4DE）/);
  expect(err).not.toContain('㙍');
  expect(first.map(([name]) => name)).toEqual(['card.png', 'poster.png', 'qr.png', 'square.png']);
});

test('complete, truncated or damaged: the cache gives the same pictures and the same warning', async () => {
  const cacheDir = join(cache, 'pictures');
  readdirSync(cacheDir).forEach((name, index) => {
    if (index === 1) truncateSync(join(cacheDir, name), 100);
    if (index > 1) writeFileSync(join(cacheDir, name), readFileSync(join(cacheDir, name)).fill(0, 50, 60));
  });
  const { err } = await build();
  expect(pictures()).toEqual(first);
  expect(err).toContain('U+1F4DE');
});

test('a cache that cannot be written makes the build slower, and the site is the same', async () => {
  rmSync(cache, { recursive: true });
  writeFileSync(cache, 'a file where the folder should be');
  expect((await build()).code).toBe(0);
  expect(pictures()).toEqual(first);
});
