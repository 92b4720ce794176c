/** A build reads the values of an earlier one, but none that are damaged or of other code. */
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openValueCache } from './value-cache.ts';

const now = new Date('2026-11-24T08:00:00Z');
let folder: string;
let cache: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-values-'));
  cache = join(folder, 'cache', 'read');
  file = join(cache, 'd1');
  const values = openValueCache<object>(cache, 'one', now);
  values.set('d1ba0', { title: '低保' });
  values.evictAndFlush(30);
});
afterEach(() => rmSync(folder, { recursive: true }));

const cached = (version = 'one', at = now) => openValueCache<object>(cache, version, at).get('d1ba0');

test('the next build reads the stored value', () => expect(cached()).toEqual({ title: '低保' }));

test('a value of other code is a miss', () => expect(cached('two')).toBeUndefined());

test.each([
  ['cut short', (text: string) => text.slice(0, -5)],
  ['changed in one character', (text: string) => text.replace('低', '高')],
  ['empty', () => ''],
])('a file that is %s counts as empty', (_, damage) => {
  writeFileSync(file, damage(readFileSync(file, 'utf8')));
  expect(cached()).toBeUndefined();
});

test('a value unused for a month is evicted, others stay', () => {
  const later = new Date('2026-12-20T08:00:00Z');
  const values = openValueCache<object>(cache, 'one', later);
  values.set('d1ff', {});
  values.evictAndFlush(20);
  expect(cached('one', later)).toBeUndefined();
  expect(openValueCache<object>(cache, 'one', later).get('d1ff')).toEqual({});
});

test('a value used each day stays for ever, and its file is written once in two weeks', () => {
  const written = new Set<string>();
  for (let day = 1; day <= 70; day += 1) {
    const at = new Date(now.getTime() + day * 86_400_000);
    const values = openValueCache<object>(cache, 'one', at);
    expect(values.get('d1ba0')).toEqual({ title: '低保' });
    values.evictAndFlush(30);
    written.add(readFileSync(file, 'utf8'));
  }
  expect(written.size).toBe(6);
});

test('a value used once in a while stays as long as the pauses are shorter than its age', () => {
  for (let day = 29; day <= 290; day += 29) {
    const at = new Date(now.getTime() + day * 86_400_000);
    const values = openValueCache<object>(cache, 'one', at);
    expect(values.get('d1ba0')).toEqual({ title: '低保' });
    values.set('d1ff', {});
    values.evictAndFlush(30);
  }
});

test('a folder that cannot be written stops no build', () => {
  writeFileSync(join(folder, 'plain'), '');
  const values = openValueCache<object>(join(folder, 'plain', 'read'), 'one', now);
  values.set('aa', {});
  expect(() => values.evictAndFlush(30)).not.toThrow();
});

test('a shard unused for longer is removed', () => {
  utimesSync(file, now, new Date('2026-10-01T08:00:00Z'));
  const values = openValueCache<object>(cache, 'one', now);
  values.set('ee01', {});
  values.evictAndFlush(30);
  expect(existsSync(file)).toBe(false);
});

test('two processes at the same time lose none of each other’s values', () => {
  const [one, other] = [openValueCache<number>(cache, 'one', now), openValueCache<number>(cache, 'one', now)];
  one.set('d1aa', 1);
  other.set('d1bb', 2);
  one.evictAndFlush(30);
  other.evictAndFlush(30);
  const next = openValueCache<unknown>(cache, 'one', now);
  expect([next.get('d1aa'), next.get('d1bb'), next.get('d1ba0')]).toEqual([1, 2, { title: '低保' }]);
});
