/** Reuse of the empty directories of the last site. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pruneEmptyDirectories, recycleDirectories, reuseDirectories } from './directory-pool.ts';

let top: string;
let cache: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'mingbai-folders-'));
  cache = join(top, 'cache');
  mkdirSync(cache);
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

function site(name: string, ...files: string[]): string {
  const folder = join(top, name);
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), 'x');
  }
  return folder;
}

/** The entries below a folder, folders with a slash. */
const below = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .map(
      (entry) => `${join(entry.parentPath, entry.name).slice(folder.length + 1)}${entry.isFile() ? '' : '/'}`,
    )
    .sort();

const gone = (folder: string) => expect.poll(() => existsSync(folder), { timeout: 10_000 }).toBe(false);

test('the next site gets the directories of the last one, without their files', async () => {
  const last = site('last', 'index.html', 'policies/di-bao/index.html', 'share/.hidden');
  recycleDirectories(last, cache);
  await gone(last);
  const next = join(top, 'deep', 'next');
  reuseDirectories(cache, next);
  expect(below(next)).toEqual(['policies/', 'policies/di-bao/', 'share/']);
  const other = join(top, 'other');
  reuseDirectories(cache, other);
  expect(below(other)).toEqual([]);
});

test('directories in the pool are not mixed with others', async () => {
  const [first, second] = [site('first', 'a/index.html'), site('second', 'b/index.html')];
  recycleDirectories(first, cache);
  await gone(first);
  recycleDirectories(second, cache);
  await gone(second);
  expect(below(cache)).toEqual(['folders/', 'folders/a/']);
});

test('a folder that no page needs any more is gone from the new site, one with a page below it stays', () => {
  const folder = site('site', 'policies/di-bao/index.html', 'index.html');
  mkdirSync(join(folder, 'policies', 'old', 'deeper'), { recursive: true });
  mkdirSync(join(folder, 'notices'));
  expect(pruneEmptyDirectories(folder)).toEqual(['index.html', 'policies/di-bao/index.html']);
  expect(below(folder)).toEqual([
    'index.html',
    'policies/',
    'policies/di-bao/',
    'policies/di-bao/index.html',
  ]);
  const empty = join(top, 'empty');
  mkdirSync(empty);
  expect(pruneEmptyDirectories(empty)).toEqual([]);
  expect(existsSync(empty)).toBe(true);
});
