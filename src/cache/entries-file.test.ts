/** A refused system call costs build time only; a bug in the code that writes a cache is not hidden. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEntries, trySystemCall, writeEntries } from './entries-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-entries-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('whatever entries a build writes, the next one reads; another version reads none', () => {
  const file = join(folder, 'deep', 'entries');
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (values, version) => {
      const entries = new Map(Object.entries(JSON.parse(JSON.stringify(values)) as object));
      writeEntries(file, version, entries);
      expect(readEntries(file, version)).toEqual(entries);
      expect(readEntries(file, `${version} `).size).toBe(0);
    }),
    { numRuns: 50 },
  );
  expect(readdirSync(join(folder, 'deep'))).toEqual(['entries']);
});

test('a file that is missing, a folder or without a first line reads as empty', () => {
  writeFileSync(join(folder, 'plain'), '[]');
  for (const file of ['missing', '.', 'plain']) expect(readEntries(join(folder, file), '').size).toBe(0);
});

test('an error of the disk is ignored, any other is thrown', () => {
  const file = join(folder, 'plain');
  writeFileSync(file, '');
  expect(trySystemCall(() => writeEntries(join(file, 'a'), '', new Map()))).toBe(false);
  expect(trySystemCall(() => writeEntries(join(folder, 'b'), '', new Map()))).toBe(true);
  expect(existsSync(join(folder, 'b'))).toBe(true);
  const broken = new Map([['a', 1n]]);
  expect(() => trySystemCall(() => writeEntries(join(folder, 'c'), '', broken))).toThrow(TypeError);
});
