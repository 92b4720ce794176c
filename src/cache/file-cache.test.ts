/** A file is built once; a damaged one is built again, never published. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFileCache } from './file-cache.ts';

let top: string;
let folder: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'mingbai-cache-'));
  folder = join(top, 'cache');
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

const PAGE = 'a page of some bytes';
let builds = 0;

/** One build: reads cached files, builds the others; returns the resulting texts and the keys of the files it built. */
function build(pages: Record<string, string>, { now = new Date('2026-11-24'), days = 1 } = {}) {
  const cache = openFileCache(folder, now);
  const out = join(top, `out-${builds++}`);
  const made: string[] = [];
  for (const [key, text] of Object.entries(pages)) {
    if (cache.get(key, join(out, key)) !== undefined) continue;
    cache.set(key, join(out, key), Buffer.from(text), `note of ${key}`);
    made.push(key);
  }
  cache.evictAndFlush(days);
  return {
    made,
    out: Object.fromEntries(Object.keys(pages).map((key) => [key, readFileSync(join(out, key), 'utf8')])),
  };
}

test('a cached file is restored unchanged, with its metadata; an empty page too', () => {
  build({ page: PAGE, empty: '' });
  expect(build({ page: 'other', empty: 'other' })).toEqual({ made: [], out: { page: PAGE, empty: '' } });
  expect(openFileCache(folder, new Date()).get('page', join(top, 'again'))).toBe('note of page');
});

test('a cached page is linked, not copied', () => {
  build({ page: PAGE });
  const { ino } = statSync(join(folder, 'page'));
  build({ page: PAGE });
  expect(statSync(join(top, `out-${builds - 1}`, 'page')).ino).toBe(ino);
});

test('a file truncated anywhere or with any byte changed is built again', () => {
  fc.assert(
    fc.property(fc.nat(PAGE.length - 1), fc.boolean(), (at, isCut) => {
      build({ page: PAGE });
      const path = join(folder, 'page');
      if (isCut) truncateSync(path, at);
      else writeFileSync(path, readFileSync(path).fill(7, at, at + 1));
      // The file system clock is coarse, and damage is later than the write.
      const later = new Date(Date.now() + 5000 + at);
      utimesSync(path, later, later);
      expect(build({ page: PAGE })).toEqual({ made: ['page'], out: { page: PAGE } });
    }),
    { numRuns: 30 },
  );
});

test('an output that was edited by hand does not reach later builds', () => {
  build({ page: PAGE });
  const later = new Date(Date.now() + 5000);
  const out = join(top, `out-${builds - 1}`, 'page');
  writeFileSync(out, 'written by hand');
  utimesSync(out, later, later);
  expect(build({ page: PAGE }).out).toEqual({ page: PAGE });
});

test('a truncated index costs time, no page', () => {
  build({ page: PAGE, other: 'other' });
  const index = readFileSync(join(folder, 'index.json'));
  for (let length = 0; length < index.length; length += 7) {
    writeFileSync(join(folder, 'index.json'), index.subarray(0, length));
    expect(build({ page: PAGE, other: 'other' }).out).toEqual({ page: PAGE, other: 'other' });
  }
});

test('two builds at once: each gets the right pages', () => {
  const stores = [openFileCache(folder, new Date()), openFileCache(folder, new Date())];
  for (let number = 0; number < 50; number += 1) {
    stores.forEach((store, build) => {
      const [key, path] = [`key-${number}`, join(top, `at-once-${build}`, String(number))];
      if (store.get(key, path) === undefined) store.set(key, path, Buffer.from(`page ${number}`));
    });
  }
  for (const store of stores) store.evictAndFlush(1);
  const pages = Object.fromEntries(
    Array.from({ length: 50 }, (_, number) => [`key-${number}`, `page ${number}`]),
  );
  expect(build(pages).out).toEqual(pages);
});

test('a file unused for days is evicted; one in use stays, however old', () => {
  const on = (date: string) => ({ now: new Date(date) });
  build({ used: PAGE, unused: PAGE }, on('2026-11-24'));
  for (const date of ['2026-11-25', '2026-11-26', '2026-11-28']) build({ used: PAGE }, on(date));
  expect(build({ used: PAGE, unused: PAGE }, on('2026-11-28')).made).toEqual(['unused']);
});

test('files that the index does not name are removed after a day', () => {
  mkdirSync(folder);
  writeFileSync(join(folder, 'half'), '');
  build({ page: PAGE }, { now: new Date(Date.now() + 3 * 86_400_000) });
  expect(readdirSync(folder).sort()).toEqual(['index.json', 'page']);
});

test('a build that changes nothing writes nothing', () => {
  build({ page: PAGE });
  const before = statSync(join(folder, 'index.json')).mtimeMs;
  build({ page: PAGE });
  expect(statSync(join(folder, 'index.json')).mtimeMs).toBe(before);
});

test('a folder that cannot be created costs time, not the site', () => {
  mkdirSync(top, { recursive: true });
  writeFileSync(folder, 'a file in its place');
  expect(build({ page: PAGE })).toEqual({ made: ['page'], out: { page: PAGE } });
  expect(existsSync(join(folder, 'index.json'))).toBe(false);
});

test('two builds at the same time lose none of each other’s files', () => {
  const now = new Date('2026-11-24');
  const [one, other] = [openFileCache(folder, now), openFileCache(folder, now)];
  one.set('home', join(top, 'one', 'home'), Buffer.from(PAGE), 'of one');
  other.set('about', join(top, 'other', 'about'), Buffer.from(PAGE), 'of the other');
  one.evictAndFlush(1);
  other.evictAndFlush(1);
  const next = openFileCache(folder, now);
  expect(next.get('home', join(top, 'next', 'home'))).toBe('of one');
  expect(next.get('about', join(top, 'next', 'about'))).toBe('of the other');
});

test('a file that one build evicts for its age does not come back by the index on the disk', () => {
  build({ old: PAGE });
  build({ new: PAGE }, { now: new Date('2026-11-30') });
  const cache = openFileCache(folder, new Date('2026-11-30'));
  expect(cache.get('old', join(top, 'next', 'old'))).toBeUndefined();
});
