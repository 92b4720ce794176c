/** A release has the bytes of the build, whether its files were linked from the cache or from the last release. */
import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listFilesRecursive } from '../cache/list-files.ts';
import type { Release } from './manifest.ts';
import { writeRelease } from './release.ts';

let top: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'mingbai-release-'));
});
afterEach(() => rmSync(top, { recursive: true }));

/** Makes a build in which each path is a link to a file of the cache, like a build that was fully cached. */
function buildOf(name: string, files: Record<string, string>): string {
  for (const [path, file] of Object.entries(files)) {
    const target = join(top, name, path);
    mkdirSync(dirname(target), { recursive: true });
    linkSync(join(top, file), target);
  }
  return join(top, name);
}

const cache = (name: string, text: string) => writeFileSync(join(top, name), text);

async function release(build: string, name: string, last?: Release, mayMove = true): Promise<Release> {
  const folder = join(top, 'releases', name);
  mkdirSync(dirname(folder), { recursive: true });
  const { manifest } = await writeRelease(build, folder, last, mayMove);
  return { folder, manifest };
}

const LONG = '低保怎么办。'.repeat(300);

test('a change that is undone: the cache returns the same file as the last release has', async () => {
  cache('page-a', LONG);
  cache('page-b', `改了${LONG}`);
  cache('list-a', '同样的字节');
  // Rendered again for the change, with the same bytes.
  cache('list-b', '同样的字节');
  const a = await release(buildOf('a', { 'index.html': 'page-a', 'list.html': 'list-a' }), '1');
  const b = await release(buildOf('b', { 'index.html': 'page-b', 'list.html': 'list-b' }), '2', a);
  const back = await release(buildOf('back', { 'index.html': 'page-a', 'list.html': 'list-a' }), '3', b);
  expect(readFileSync(join(back.folder, 'index.html'), 'utf8')).toBe(LONG);
  expect(listFilesRecursive(back.folder)).toEqual([
    'index.html',
    'index.html.br',
    'index.html.gz',
    'list.html',
  ]);
  expect(listFilesRecursive(join(top, 'releases')).filter((path) => path.endsWith('.tmp'))).toEqual([]);
  // One file on the disk for all three releases.
  const inode = (each: Release) => statSync(join(each.folder, 'list.html')).ino;
  expect([inode(b), inode(back)]).toEqual([inode(a), inode(a)]);
});

test('two paths that are one file in the cache', async () => {
  cache('event', 'BEGIN:VCALENDAR');
  const files = { 'a/event.ics': 'event', 'b/event.ics': 'event' };
  const a = await release(buildOf('a', files), '1');
  // Copied to another disk, with its links: other files with the same bytes.
  cache('copied', 'BEGIN:VCALENDAR');
  const copied = await release(buildOf('b', { 'a/event.ics': 'copied', 'b/event.ics': 'copied' }), '2', a);
  const again = await release(buildOf('c', files), '3', copied);
  expect(listFilesRecursive(again.folder)).toEqual(['a/event.ics', 'b/event.ics']);
});

test.each([true, false])(
  'a compressed copy in the content is published unchanged (moved: %s)',
  async (mayMove) => {
    cache('text', LONG);
    cache('own', 'not packed by us');
    cache('half', 'a file by that name');
    const files = { 'a.txt': 'text', 'a.txt.gz': 'own', 'a.txt.half': 'half' };
    const first = await release(buildOf('a', files), '1', undefined, mayMove);
    const second = await release(buildOf('b', files), '2', first, mayMove);
    for (const each of [first, second]) {
      expect(listFilesRecursive(each.folder)).toEqual(['a.txt', 'a.txt.br', 'a.txt.gz', 'a.txt.half']);
      expect(readFileSync(join(each.folder, 'a.txt.gz'), 'utf8')).toBe('not packed by us');
      expect(readFileSync(join(each.folder, 'a.txt.half'), 'utf8')).toBe('a file by that name');
    }
  },
);

test('a page has its compressed copy again after the change was undone', async () => {
  cache('page-a', LONG);
  cache('page-b', `改了${LONG}`);
  const a = await release(buildOf('a', { 'index.html': 'page-a' }), '1');
  const b = await release(buildOf('b', { 'index.html': 'page-b' }), '2', a);
  const back = await release(buildOf('c', { 'index.html': 'page-a' }), '3', b);
  expect(gunzipSync(readFileSync(join(back.folder, 'index.html.gz'))).toString()).toBe(LONG);
});
