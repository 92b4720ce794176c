/** A title has the same line breaks whether they were found now or in an earlier build. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeEntries } from '../cache/entries-file.ts';
import { formatBreakPositions } from '../line-breaks/word-breaks.ts';
import { openTitleBreaks } from './title-breaks.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-breaks-'));
  file = join(folder, 'breaks');
});
afterEach(() => rmSync(folder, { recursive: true }));

const titles = ['残疾人两项补贴，按月发钱', '低保', '老人每月领养老金'];

test('a second build has the positions of the first one', () => {
  for (let build = 1; build <= 2; build += 1) {
    const breaks = openTitleBreaks(file, 'v');
    for (const title of titles) expect(breaks.of(title)).toBe(formatBreakPositions(title));
    breaks.close();
  }
});

test('a cached title is not divided again', () => {
  writeEntries(file, 'breaks v', new Map([['老人每月领养老金', '2']]));
  expect(openTitleBreaks(file, 'v').of('老人每月领养老金')).toBe('2');
});

test('positions of other code and of a damaged file are not used', () => {
  writeEntries(file, 'breaks old', new Map([['老人每月领养老金', '2']]));
  expect(openTitleBreaks(file, 'v').of('老人每月领养老金')).toBe(formatBreakPositions('老人每月领养老金'));
  writeFileSync(file, readFileSync(file).subarray(0, 80));
  expect(openTitleBreaks(file, 'old').of('老人每月领养老金')).toBe(formatBreakPositions('老人每月领养老金'));
});

test('a title that is gone from the site leaves the cache', () => {
  const [first = '', second = ''] = titles;
  const before = openTitleBreaks(file, 'v');
  before.of(first);
  before.close();
  const after = openTitleBreaks(file, 'v');
  after.of(second);
  after.close();
  expect(readFileSync(file, 'utf8')).not.toContain(first);
});
