/** A site that was listed is made again from the caches, whole or not at all. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFileCache } from './file-cache.ts';
import { listFilesRecursive } from './list-files.ts';
import { openSiteLists } from './site-lists.ts';

const NOON = new Date('2026-11-29T04:00:00Z');
const KEY = 'a1'.repeat(32);

let top: string;
let cacheDir: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'mingbai-lists-'));
  cacheDir = join(top, 'cache');
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(top, folder, path)), { recursive: true });
  writeFileSync(join(top, folder, path), text);
}

const filesOf = (folder: string) =>
  Object.fromEntries(
    listFilesRecursive(join(top, folder)).map((path) => [
      path,
      readFileSync(join(top, folder, path), 'utf8'),
    ]),
  );

/** Makes a site of a cached page, a page that is in no cache, and a file of public, and lists it. */
function makeSite(): void {
  const pages = openFileCache(join(cacheDir, 'pages'), NOON);
  pages.set('key-of-page', join(top, 'first', 'policies', 'a', 'index.html'), Buffer.from('一页'));
  pages.evictAndFlush(0);
  write('first', '404.html', '没有这一页');
  write('first', 'icon.svg', 'public');
  openSiteLists(cacheDir, NOON).record(KEY, join(top, 'first'), new Set(['icon.svg']), []);
}

const restore = (key = KEY) => {
  mkdirSync(join(top, 'second'), { recursive: true });
  return openSiteLists(cacheDir, NOON).restore(key, join(top, 'second'));
};

test('a site is made from its list, except for what it already has', () => {
  makeSite();
  write('second', 'icon.svg', 'public');
  expect(restore()).toEqual([]);
  expect(filesOf('second')).toEqual(filesOf('first'));
});

test('a site of other inputs is not', () => {
  makeSite();
  expect(restore('b2'.repeat(32))).toBeUndefined();
  expect(filesOf('second')).toEqual({});
});

test.each([
  ['cut off', () => writeFileSync(join(cacheDir, 'pages', 'key-of-page'), '一')],
  ['gone', () => rmSync(join(cacheDir, 'pages', 'key-of-page'))],
])('nothing of a site is written if one of its files is %s', (_, damage) => {
  makeSite();
  damage();
  expect(restore()).toBeUndefined();
  expect(filesOf('second')).toEqual({});
  expect(existsSync(join(top, 'second'))).toBe(true);
});

test('what the pictures lack is told again', () => {
  makeSite();
  const missing = [{ document: { collection: 'policies' as const, slug: 'a' }, characters: ['📞'] }];
  openSiteLists(cacheDir, NOON).record('c3'.repeat(32), join(top, 'first'), new Set(), missing);
  expect(restore('c3'.repeat(32))).toEqual(missing);
});
