/** What an earlier build read is taken again; what is damaged, or another version's, is not. */
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
  folder = mkdtempSync(join(tmpdir(), 'mingbai-records-'));
  cache = join(folder, 'cache', 'read');
  file = join(cache, 'd1');
  const records = openValueCache<object>(cache, 'one', now);
  records.set('d1ba0', { title: '低保' });
  records.evictAndFlush(30);
});
afterEach(() => rmSync(folder, { recursive: true }));

const taken = (version = 'one', at = now) => openValueCache<object>(cache, version, at).get('d1ba0');

test('what was put is taken by the next build', () => expect(taken()).toEqual({ title: '低保' }));

test('what other code made is not', () => expect(taken('two')).toBeUndefined());

test.each([
  ['cut short', (text: string) => text.slice(0, -5)],
  ['changed in one character', (text: string) => text.replace('低', '高')],
  ['empty', () => ''],
])('a file that is %s counts for nothing', (_, damage) => {
  writeFileSync(file, damage(readFileSync(file, 'utf8')));
  expect(taken()).toBeUndefined();
});

test('what nobody took for a month goes, what was taken stays', () => {
  const later = new Date('2026-12-20T08:00:00Z');
  const records = openValueCache<object>(cache, 'one', later);
  records.set('d1ff', {});
  records.evictAndFlush(20);
  expect(taken('one', later)).toBeUndefined();
  expect(openValueCache<object>(cache, 'one', later).get('d1ff')).toEqual({});
});

test('a folder that cannot be written stops nobody', () => {
  writeFileSync(join(folder, 'plain'), '');
  const records = openValueCache<object>(join(folder, 'plain', 'read'), 'one', now);
  records.set('aa', {});
  expect(() => records.evictAndFlush(30)).not.toThrow();
});

test('a file that nobody used for longer goes with the next that is written', () => {
  utimesSync(file, now, new Date('2026-10-01T08:00:00Z'));
  const records = openValueCache<object>(cache, 'one', now);
  records.set('ee01', {});
  records.evictAndFlush(30);
  expect(existsSync(file)).toBe(false);
});
