/** A build that was recorded is repeated from the caches and the folders public, whole or not at all. */
import { hash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findRecordedBuild, type RecordedInputs, recordBuild } from './build-records.ts';
import { openFileCache } from './file-cache.ts';
import { readFolderEntries } from './folder-entries.ts';
import { listFilesRecursive } from './list-files.ts';

const NOON = new Date('2026-11-29T04:00:00Z');
const INPUTS = 'a1'.repeat(32);
const REPORT = '{"documents":1}';

let top: string;
let cacheDir: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'mingbai-records-'));
  cacheDir = join(top, 'cache');
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), text);
}

const filesOf = (folder: string) =>
  Object.fromEntries(
    listFilesRecursive(join(top, folder)).map((path) => [
      path,
      readFileSync(join(top, folder, path), 'utf8'),
    ]),
  );

const sha256 = (file: string) => hash('sha256', readFileSync(file));

/** The hash of inputs with the folders public as they are now. */
function inputs(inputsHash = INPUTS): RecordedInputs {
  const publicFiles = ['public', 'base'].map((name) => {
    const dir = join(top, name);
    return { dir, hashes: new Map(readFolderEntries(dir, sha256)) };
  });
  return { hash: inputsHash, publicFiles };
}

/** A site of a cached page, a page in no cache, a copy of a public file and of one of a base, and one that was rewritten. */
function makeSite(): void {
  const pages = openFileCache(join(cacheDir, 'pages'), NOON);
  pages.set('key-of-page', join(top, 'first', 'policies', 'a', 'index.html'), Buffer.from('一页'));
  pages.evictAndFlush(0);
  for (const [path, text] of [
    ['public/form.pdf', '表'],
    ['base/guide.pdf', '书'],
    ['public/icon.svg', '画'],
  ] as const)
    write(path, text);
  write('first/form.pdf', '表');
  write('first/guide.pdf', '书');
  write('first/icon.svg', '改过的画');
  write('first/404.html', '没有这一页');
  recordBuild(inputs(), { cacheDir, siteDir: join(top, 'first'), now: NOON }, REPORT);
}

const restore = async (given = inputs()) => {
  const found = findRecordedBuild(given, cacheDir, NOON);
  const isWhole = await found?.restore(join(top, 'second'));
  return { isWhole, report: found?.report };
};

test('a recorded build is repeated with the same files and its report', async () => {
  makeSite();
  expect(await restore()).toEqual({ isWhole: true, report: REPORT });
  expect(filesOf('second')).toEqual(filesOf('first'));
});

test('copies of public files are not put into the cache: another host has them', () => {
  makeSite();
  const cached = Object.values(filesOf('cache'));
  expect(cached).toContain('改过的画');
  expect(cached).not.toContain('表');
  expect(cached).not.toContain('书');
});

test('a file of a repeated site is no link to a public file, which an editor may write to', async () => {
  makeSite();
  await restore();
  writeFileSync(join(top, 'public', 'form.pdf'), '别的');
  expect(filesOf('second')['form.pdf']).toBe('表');
});

test('other inputs have no record', async () => {
  makeSite();
  expect(await restore(inputs('b2'.repeat(32)))).toEqual({});
});

test('with a cached file damaged, or a public one gone, nothing is written', async () => {
  makeSite();
  rmSync(join(top, 'base', 'guide.pdf'));
  expect((await restore()).isWhole).toBe(false);
  write('base/guide.pdf', '书');
  truncateSync(join(cacheDir, 'pages', 'key-of-page'), 1);
  expect((await restore()).isWhole).toBe(false);
  expect(existsSync(join(top, 'second')) ? filesOf('second') : {}).toEqual({});
});

test('a damaged record is a miss and is recorded again', async () => {
  makeSite();
  const folder = join(cacheDir, 'build-records');
  for (const name of listFilesRecursive(folder))
    if (name !== 'index.json') truncateSync(join(folder, name), 20);
  expect(await restore()).toEqual({});
  recordBuild(inputs(), { cacheDir, siteDir: join(top, 'first'), now: NOON }, REPORT);
  expect((await restore()).isWhole).toBe(true);
});
