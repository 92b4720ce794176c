/** The portable site of any site can be copied to FAT and Windows, and is the same each time. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePortableSite, type PortableFiles } from './make-portable-site.ts';
import { zipPortableSite } from './zip-portable-site.ts';

const timeZone = process.env.TZ;
let site: string;
beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'mingbai-card-'));
  write('index.html', '<a href="/policies/con/">低保</a><script src="/assets/a.js"></script>');
  write('policies/con/index.html', '<div class="sheet">单</div>');
});
afterEach(() => {
  rmSync(site, { recursive: true });
  if (timeZone === undefined) delete process.env.TZ;
  else process.env.TZ = timeZone;
});

function write(file: string, text: string): void {
  mkdirSync(dirname(join(site, file)), { recursive: true });
  writeFileSync(join(site, file), text);
}

const card = (): Promise<PortableFiles> =>
  makePortableSite(site, {
    name: '示例县明白纸',
    url: 'https://www.county.example/mingbai/',
    today: '2026-11-24',
    fetched: 'search/index',
    worker: 'search()',
  });
const textOf = (files: PortableFiles, name: string) => Buffer.from(files.get(name) ?? []).toString('utf8');

/** The content of the data shards, by address. */
function handedOver(files: PortableFiles): Record<string, string> {
  const scripts = Array.from(files).filter(([name]) => name.includes('/part-'));
  const parts = scripts.map(([, bytes]) =>
    JSON.parse(
      Buffer.from(bytes)
        .toString()
        .replace(/^[^=]*=/, ''),
    ),
  );
  return Object.fromEntries(
    Object.entries<string>(Object.assign({}, ...parts)).map(([address, text]) => [address, atob(text)]),
  );
}

test('names that FAT and Windows refuse, and names that differ only in case, are replaced', async () => {
  for (const name of ['图.png', 'A.png', 'a.png', 'nul.txt', 'b .png', 'c:d.png', 'e.'])
    write(`images/${name}`, name);
  const names = Array.from((await card()).keys());
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  expect(names.filter((name) => name.startsWith('images/'))).toHaveLength(7);
  for (const name of names) expect(name).toMatch(/^[A-Za-z0-9._/-]*[a-z0-9]$/);
});

test('files that only servers read are left out', async () => {
  for (const name of [
    '404.html',
    'robots.txt',
    'sitemap-0.xml',
    'rss.xml',
    'policies.json',
    'policies.schema.json',
    'county.json',
    'sw.js',
    '.well-known/x',
    'a/.b',
  ]) {
    write(name, '');
  }
  expect(Array.from((await card()).keys())).toEqual([
    'index.html',
    expect.stringMatching(/^policies\/con-\w+\/index\.html$/),
    'assets/card/part-0.js',
    'assets/card/card.js',
    'README.txt',
  ]);
});

test('data shards contain the search index under its address on the web, and the search script replaces the worker', async () => {
  write('search/index.html', '<form data-worker="/mingbai/assets/worker.js?pages=1"></form>');
  write('search/index/index/a.pf_index', 'bytes');
  write('assets/worker.js', 'import("x")');
  const files = await card();
  expect(handedOver(files)).toEqual({ '/mingbai/search/index/index/a.pf_index': 'bytes' });
  expect(textOf(files, 'assets/worker.js')).toBe('search()');
  expect(Array.from(files.keys()).some((name) => name.startsWith('search/index/'))).toBe(false);
});

test('data shards contain the sheets that the toolkit prints', async () => {
  write(
    'toolkit/index.html',
    '<input value="/mingbai/policies/con/" data-sheet><input value="/x/" data-sheet>',
  );
  expect(Object.keys(handedOver(await card()))).toEqual(['/mingbai/policies/con/']);
});

test('a text is readable in any browser and any Notepad', async () => {
  write('share/message.txt', '一\n二\n');
  expect(textOf(await card(), 'share/message.txt')).toBe('\uFEFF一\r\n二\r\n');
});

test('a large index is split into shards that are loaded separately', async () => {
  for (let number = 0; number < 100; number += 1) write(`search/index/${number}`, 'x'.repeat(2000));
  const files = await card();
  const parts = Array.from(files).filter(([name]) => name.includes('/part-'));
  expect(parts.length).toBe(7);
  expect(Math.max(...parts.map(([, bytes]) => bytes.length))).toBeLessThan(80_000);
  expect(Object.keys(handedOver(files))).toHaveLength(100);
});

test('the same site gives the same bytes, in every time zone', async () => {
  process.env.TZ = 'Asia/Shanghai';
  const first = zipPortableSite(await card(), '2026-11-24');
  process.env.TZ = 'America/New_York';
  expect(Buffer.compare(zipPortableSite(await card(), '2026-11-24'), first)).toBe(0);
  expect(Object.keys(unzipSync(first))).toContain('index.html');
});
