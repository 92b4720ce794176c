/** A build is never given a wrong digest, whatever a disk did to those that were noted. */
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
  noted = join(folder, 'digests.json');
  writeFileSync(file, '低保');
  const digests = openHashCache(noted);
  digests.getOrCompute(file, () => 'a1b2c3d4');
  digests.flush();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The digest that the next build gets, where working it out anew gives `fresh`. */
const next = (fresh: string) => openHashCache(noted).getOrCompute(file, () => fresh).digest;

test('a digest that was noted is not worked out again', () => {
  expect(next('never asked')).toBe('a1b2c3d4');
});

test('one byte changed, and all is worked out anew', () => {
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

test.each(['{}', '[1]', 'null', '', '[["a"]]'])('%j in its place is as good as nothing', (text) => {
  writeFileSync(noted, text);
  expect(next('fresh')).toBe('fresh');
});
