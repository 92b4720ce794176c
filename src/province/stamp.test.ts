import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { openFolderHashes } from './digest.ts';
import { isWhole, listOutput, readStamp, type Stamp, writeStamp } from './stamp.ts';

const top = mkdtempSync(join(tmpdir(), 'mingbai-stamp-'));
const [site, file] = [join(top, 'site'), join(top, 'stamps/a.json')];
afterAll(() => rmSync(top, { recursive: true }));
beforeEach(() => {
  rmSync(site, { recursive: true, force: true });
  mkdirSync(join(site, 'policies'), { recursive: true });
  writeFileSync(join(site, 'index.html'), '一');
  writeFileSync(join(site, 'policies/a.html'), '二');
  writeStamp(file, { content: 'c', base: 'b', code: 'x', day: 'd' }, site, listOutput(site));
});
const isStillWhole = () => isWhole(site, readStamp(file) as Stamp);

test('a site is whole as it was stamped, and as a copy with other times', () => {
  expect(isStillWhole()).toBe(true);
  utimesSync(join(site, 'index.html'), 1, 1);
  expect(isStillWhole()).toBe(true);
});

test.each([
  ['lacks a file', () => rmSync(join(site, 'index.html'))],
  ['has one more', () => writeFileSync(join(site, 'b.html'), '')],
  ['was changed', () => writeFileSync(join(site, 'index.html'), '三')],
  ['is gone', () => rmSync(site, { recursive: true })],
])('a site that %s is not whole', (_, damage) => {
  damage();
  expect(isStillWhole()).toBe(false);
});

test('half a stamp is none', () => {
  for (const text of [
    '',
    '{"digest":{"content":"c"}',
    '{"digest":{"content":"c"},"output":"o","shape":"s"}',
    '[]',
  ]) {
    writeFileSync(file, text);
    expect(readStamp(file)).toBeUndefined();
  }
});

test('the hash of a folder follows names and bytes, not times and not git', () => {
  const hashOf = () => openFolderHashes(join(top, 'hashes.json')).hashFolder(site);
  const before = hashOf();
  utimesSync(join(site, 'index.html'), 1, 1);
  mkdirSync(join(site, '.git'));
  writeFileSync(join(site, '.git/HEAD'), 'x');
  expect(hashOf()).toBe(before);
  writeFileSync(join(site, 'index.html'), '四');
  const changed = hashOf();
  writeFileSync(join(site, 'c.html'), '');
  expect(new Set([before, changed, hashOf()]).size).toBe(3);
});
