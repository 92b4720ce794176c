/** Folders that can be created are; a path that cannot have one throws at once. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolder } from './make-folder.ts';

let top: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'mingbai-folder-'));
});
afterEach(() => rmSync(top, { recursive: true }));

test('a folder is created with its parents; an existing one stays', () => {
  makeFolder(join(top, 'a/b/c'));
  writeFileSync(join(top, 'a/b/c/file'), '');
  makeFolder(join(top, 'a/b/c'));
  expect(existsSync(join(top, 'a/b/c/file'))).toBe(true);
});

test('a link to a folder is a folder', () => {
  mkdirSync(join(top, 'real'));
  symlinkSync(join(top, 'real'), join(top, 'link'));
  makeFolder(join(top, 'link/a'));
  expect(existsSync(join(top, 'real/a'))).toBe(true);
});

test.each([
  ['below a file', 'file/a/b', 'ENOTDIR'],
  ['a file', 'file', 'EEXIST'],
  ['below a link to nothing', 'dangling/a', 'EEXIST'],
  ['a link to nothing', 'dangling', 'EEXIST'],
  ['below links in a circle', 'circle/a', 'ELOOP'],
  ['with a name that is too long', 'x'.repeat(300), 'ENAMETOOLONG'],
])('%s: a folder cannot be created, and that throws', (_, path, code) => {
  writeFileSync(join(top, 'file'), '');
  symlinkSync(join(top, 'nothing'), join(top, 'dangling'));
  symlinkSync(join(top, 'circle'), join(top, 'circle'));
  expect(() => makeFolder(join(top, path))).toThrow(code);
});

test.runIf(process.platform === 'linux')('below /proc and /sys it throws at once', () => {
  for (const path of ['/proc/mingbai/a', '/proc/1/a', '/sys/mingbai', '/dev/null/a']) {
    expect(() => makeFolder(path)).toThrow(/^(?:ENOENT|EPERM|EACCES|EROFS|ENOTDIR)/);
  }
});
