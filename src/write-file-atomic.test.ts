/** A replaced file is the old one until the new one is complete. */
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFileAtomic } from './write-file-atomic.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-atomic-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const inFolder = (name: string) => join(folder, name);

test.each([true, false])(
  'text, bytes and what a function writes replace the old file (durable: %s)',
  (isDurable) => {
    const path = inFolder('a/b/site.yml');
    const write = (content: Parameters<typeof writeFileAtomic>[1]) => {
      writeFileAtomic(path, content, { isDurable });
      return readFileSync(path, 'utf8');
    };
    expect(write('一')).toBe('一');
    expect(write(Buffer.from('二'))).toBe('二');
    expect(write((tempPath) => writeFileSync(tempPath, '三'))).toBe('三');
    expect(readdirSync(inFolder('a/b'))).toEqual(['site.yml']);
  },
);

test('a failure leaves the old file and no temporary file', () => {
  writeFileSync(inFolder('site.yml'), 'old');
  const fail = (tempPath: string) => {
    writeFileSync(tempPath, 'ne');
    throw new Error('no space');
  };
  expect(() => writeFileAtomic(inFolder('site.yml'), fail)).toThrow('no space');
  expect(readFileSync(inFolder('site.yml'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['site.yml']);
});

test('a folder of that name stays, without a temporary file', () => {
  writeFileAtomic(inFolder('site.yml/a'), '');
  expect(() => writeFileAtomic(inFolder('site.yml'), 'new')).toThrow(/EISDIR/);
  expect(readdirSync(folder)).toEqual(['site.yml']);
});

test('the temporary file of a killed process is removed, that of a running one stays', () => {
  const [killed, writing] = [inFolder('site.yml.1.mingbai-tmp'), inFolder('site.yml.2.mingbai-tmp')];
  for (const path of [killed, writing]) writeFileSync(path, 'half');
  const hoursAgo = new Date(Date.now() - 2 * 3_600_000);
  utimesSync(killed, hoursAgo, hoursAgo);
  symlinkSync('nowhere', inFolder('dead.3.mingbai-tmp'));
  writeFileAtomic(inFolder('site.yml'), 'new');
  expect([existsSync(killed), existsSync(writing)]).toEqual([false, true]);
});
