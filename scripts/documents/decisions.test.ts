/** Each decision has one file with date, alternatives and figure. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFilesRecursive } from '../../src/cache/list-files.ts';
import { projectDir } from '../../src/settings.ts';

const folder = join(projectDir, 'docs', 'decisions');
const names = listFilesRecursive(folder)
  .filter((name) => name !== 'README.md')
  .sort();
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const PARTS = ['Context', 'Options', 'Decision', 'Figure'];

test('decisions are numbered without gaps, and all are in the list', () => {
  expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1));
  const listed = Array.from(read('README.md').matchAll(/\]\((\d{4}-[^)]+)\)/g), ([, name]) => name);
  expect(listed.sort()).toEqual(names);
});

test.each(names)('%s has its number, date, status and every part', (name) => {
  const text = read(name);
  expect(text).toMatch(
    new RegExp(
      `^# ${name.slice(0, 4)}\\. .+\\n\\nDate: 20\\d\\d-\\d\\d-\\d\\d\\. Status: (?:accepted|superseded by \\[\\d{4}\\]\\(.+\\))\\.\\n`,
    ),
  );
  const parts = text.split(/^## /m).slice(1);
  expect(parts.map((part) => part.split('\n', 1)[0])).toEqual(PARTS);
  expect(parts.filter((part) => part.trim().split('\n').length < 3)).toEqual([]);
});
