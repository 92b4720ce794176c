/** A build never gets a wrong hash, even from a damaged cache file. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openHashCache } from './hash-cache.ts';

let folder: string;
let file: string;
let noted: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-digests-'));
  file = join(folder, 'page.html');
  noted = join(folder, 'hashes.json');
  writeFileSync(file, '低保');
  const hashes = openHashCache(noted, 'code');
  hashes.getOrCompute(file, () => 'a1b2c3d4');
  hashes.flush();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The hash in the next build, if computing it gives `fresh`. */
const next = (fresh: string, version = 'code') =>
  openHashCache(noted, version).getOrCompute(file, () => fresh).hash;

test('a cached hash is not computed again, by other code it is', () => {
  expect(next('never asked')).toBe('a1b2c3d4');
  expect(next('fresh', 'other code')).toBe('fresh');
});

test('one byte changed, and all hashes are computed again', () => {
  const whole = readFileSync(noted);
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ change;
      writeFileSync(noted, damaged);
      return next('fresh') === 'fresh';
    }),
  );
});

test.each(['{}', '[1]', 'null', '', '[["a"]]'])('%j in its place counts as empty', (text) => {
  writeFileSync(noted, text);
  expect(next('fresh')).toBe('fresh');
});
