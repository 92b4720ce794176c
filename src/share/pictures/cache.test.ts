/** A picture is drawn once; what lies damaged on the disk is drawn again, never sent out. */
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCache } from './cache.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const picture = { png: Buffer.from('a picture of some bytes'), missing: ['📞'] };

test('what was kept comes back as it was, with the characters it lacks', () => {
  openCache(folder).put('key', picture);
  expect(openCache(folder).get('key')).toEqual(picture);
  expect(openCache(folder).get('other')).toBeUndefined();
});

test('no half file is left beside it', () => {
  openCache(folder).put('key', picture);
  expect(readdirSync(folder)).toEqual(['key']);
});

test('a file cut off anywhere counts as none', () => {
  openCache(folder).put('key', picture);
  const whole = readFileSync(join(folder, 'key'));
  for (let length = 0; length < whole.length; length += 1) {
    writeFileSync(join(folder, 'key'), whole);
    truncateSync(join(folder, 'key'), length);
    expect(openCache(folder).get('key')).toBeUndefined();
  }
});

test('a file with any byte changed counts as none', () => {
  openCache(folder).put('key', picture);
  const whole = readFileSync(join(folder, 'key'));
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ change;
      writeFileSync(join(folder, 'key'), damaged);
      expect(openCache(folder).get('key')).toBeUndefined();
    }),
  );
});

test('what nobody used for a month goes; what is used stays, however old', () => {
  const cache = openCache(folder);
  for (const key of ['old', 'used', 'new']) cache.put(key, picture);
  const longAgo = new Date('2026-01-01');
  for (const key of ['old', 'used']) utimesSync(join(folder, key), longAgo, longAgo);
  const next = openCache(folder);
  next.get('used');
  next.prune(new Date());
  expect(readdirSync(folder).sort()).toEqual(['new', 'used']);
});
