/** What an earlier build read is taken again; what is damaged, or another version's, is not. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRecords } from './records.ts';

const now = new Date('2026-11-24T08:00:00Z');
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-records-'));
  file = join(folder, 'cache', 'read.json');
  const records = openRecords<object>(file, 'one', now);
  records.put('di-bao', { title: '低保' });
  records.close(30);
});
afterEach(() => rmSync(folder, { recursive: true }));

const taken = (version = 'one', at = now) => openRecords<object>(file, version, at).take('di-bao');

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
  const records = openRecords<object>(file, 'one', later);
  records.put('other', {});
  records.take('other');
  records.close(20);
  expect(taken('one', later)).toBeUndefined();
  expect(openRecords<object>(file, 'one', later).take('other')).toEqual({});
});

test('a folder that cannot be written stops nobody', () => {
  writeFileSync(join(folder, 'plain'), '');
  const records = openRecords<object>(join(folder, 'plain', 'read.json'), 'one', now);
  records.put('a', {});
  expect(() => records.close(30)).not.toThrow();
});
