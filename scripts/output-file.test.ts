/** A file that is written again is the old one until the new one is whole. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { explainRefusal, FileWriteError, writeOutputFile } from './output-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-file-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const inFolder = (name: string) => join(folder, name);

test('missing folders are created', () => {
  writeOutputFile(inFolder('a/b/site.zip'), (tempPath) => writeFileSync(tempPath, 'new'));
  expect(readFileSync(inFolder('a/b/site.zip'), 'utf8')).toBe('new');
});

test('a failed write leaves the old file, and no temporary file', () => {
  writeFileSync(inFolder('site.zip'), 'old');
  const fail = (tempPath: string) => {
    writeFileSync(tempPath, 'ne');
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
  };
  expect(() => writeOutputFile(inFolder('site.zip'), fail)).toThrow(/地方不够了.*原来的文件没有动/);
  expect(readFileSync(inFolder('site.zip'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['site.zip']);
});

test('a file in the middle of the path is reported', () => {
  writeFileSync(inFolder('a'), '');
  expect(() => writeOutputFile(inFolder('a/site.zip'), () => undefined)).toThrow(FileWriteError);
});

test('an error of our own is not reported as one of the disk', () => {
  const fail = () => {
    throw new RangeError('ours');
  };
  expect(() => writeOutputFile(inFolder('site.zip'), fail)).toThrow(RangeError);
});

test('a refusal names the folder that is there, also when a worker process met it; a full disk has no folder to change', () => {
  const refused = Object.assign(new Error("EACCES: permission denied, mkdir '/no-such-folder/mingbai'"), {
    code: 'EACCES',
    path: '/no-such-folder/mingbai',
  });
  const wanted = '「/」没有写的权限。请开放权限，或者换一个能写的地方';
  expect(explainRefusal(refused)).toBe(wanted);
  const ofWorker = new Error(`Error: ${refused.message}\n    at mkdirSync (node:fs:1)`);
  expect(explainRefusal(ofWorker)).toBe(wanted);
  const full = Object.assign(new Error("ENOSPC: no space left on device, write '/srv/x'"), {
    code: 'ENOSPC',
  });
  expect(explainRefusal(full)).toBe('磁盘地方不够了。腾出地方再来一次');
  expect(explainRefusal(new RangeError('ours'))).toBeUndefined();
});
