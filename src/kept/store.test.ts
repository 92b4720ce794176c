/** What a build made is made once; what lies damaged on the disk is made again, never sent out. */
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
import { openStore } from './store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-store-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const page = Buffer.from('a page of some bytes');

test('what was kept comes back as it was', () => {
  openStore(folder).put('key', page);
  expect(openStore(folder).get('key')).toEqual(page);
  expect(openStore(folder).get('other')).toBeUndefined();
});

test('no half file is left beside it', () => {
  openStore(folder).put('key', page);
  expect(readdirSync(folder)).toEqual(['key']);
});

test('a file cut off anywhere counts as none', () => {
  openStore(folder).put('key', page);
  const whole = readFileSync(join(folder, 'key'));
  for (let length = 0; length < whole.length; length += 1) {
    writeFileSync(join(folder, 'key'), whole);
    truncateSync(join(folder, 'key'), length);
    expect(openStore(folder).get('key')).toBeUndefined();
  }
});

test('a file with any byte changed counts as none', () => {
  openStore(folder).put('key', page);
  const whole = readFileSync(join(folder, 'key'));
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ change;
      writeFileSync(join(folder, 'key'), damaged);
      expect(openStore(folder).get('key')).toBeUndefined();
    }),
  );
});

test('what nobody used for a month goes; what is used stays, however old; an empty page is kept too', () => {
  const store = openStore(folder);
  for (const key of ['old', 'used', 'new']) store.put(key, page);
  const longAgo = new Date('2026-01-01');
  for (const key of ['old', 'used']) utimesSync(join(folder, key), longAgo, longAgo);
  const next = openStore(folder);
  next.get('used');
  next.prune(new Date(), 30);
  expect(readdirSync(folder).sort()).toEqual(['new', 'used']);
  store.put('empty', Buffer.of());
  expect(openStore(folder).get('empty')).toEqual(Buffer.of());
});
