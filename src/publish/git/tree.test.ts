/** What is published is the commit, whatever the last publication left in the folder. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listFilesRecursive } from '../../cache/list-files.ts';
import { removeTree, updateTree } from './tree.ts';

let top: string;
let work: string;
let gitDir: string;
let stateDir: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'mingbai-tree-'));
  [work, gitDir, stateDir] = [join(top, 'work'), join(top, 'county.git'), join(top, 'state')];
  mkdirSync(stateDir);
  git('init', '--quiet', '--bare', '--initial-branch=main', gitDir);
  git('clone', '--quiet', gitDir, work);
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

function git(...args: string[]): string {
  const who = ['-c', 'user.name=小王', '-c', 'user.email=wang@county.example', '-c', 'commit.gpgsign=false'];
  const cwd = existsSync(work) ? work : top;
  const { status, stdout, stderr } = spawnSync('git', [...who, ...args], { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

/** Commits exactly these files; returns the commit. */
function commit(files: Readonly<Record<string, string>>): string {
  git('rm', '-r', '--quiet', '--force', '--ignore-unmatch', '.');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(work, dirname(path)), { recursive: true });
    writeFileSync(join(work, path), text);
  }
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '--message', '改');
  git('push', '--quiet', '--force', 'origin', 'HEAD:main');
  return git('rev-parse', 'HEAD');
}

function filesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    listFilesRecursive(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

const first = { 'content/a.mdx': '一', 'content/b/新.mdx': '二', 'public/x.txt': '三', 'src/no.ts': '四' };
const { 'src/no.ts': _, ...published } = first;

test('the first publication writes content and public, and no programs', () => {
  expect(filesIn(updateTree(gitDir, commit(first), stateDir))).toEqual(published);
});

test('the next one writes what changed and leaves the other files alone', () => {
  const folder = updateTree(gitDir, commit(first), stateDir);
  const before = statSync(join(folder, 'public/x.txt')).ino;
  const changed = { ...published, 'content/a.mdx': '改了' };
  expect(filesIn(updateTree(gitDir, commit(changed), stateDir))).toEqual(changed);
  expect(statSync(join(folder, 'public/x.txt')).ino).toBe(before);
});

test('files left by a killed publication, or changed or removed by hand, are as in the commit again', () => {
  const [one, two] = [commit(first), commit({ 'content/a.mdx': '改了' })];
  const folder = updateTree(gitDir, two, stateDir);
  mkdirSync(join(folder, 'content/later'));
  writeFileSync(join(folder, 'content/later/left.mdx'), '没写完');
  writeFileSync(join(folder, '.gitignore'), '*');
  writeFileSync(join(folder, 'content/a.mdx'), '手改的');
  writeFileSync(`${folder}.index.lock`, '');
  expect(filesIn(updateTree(gitDir, two, stateDir))).toEqual({ 'content/a.mdx': '改了' });
  unlinkSync(join(folder, 'content/a.mdx'));
  expect(filesIn(updateTree(gitDir, one, stateDir))).toEqual(published);
  writeFileSync(`${folder}.index`, '坏了');
  expect(filesIn(updateTree(gitDir, two, stateDir))).toEqual({ 'content/a.mdx': '改了' });
  rmSync(`${folder}.index`);
  expect(filesIn(updateTree(gitDir, one, stateDir))).toEqual(published);
});

test('after a restart of the machine every file is written again', () => {
  const one = commit(first);
  mkdirSync(join(stateDir, 'tree-of-another-start/content'), { recursive: true });
  updateTree(gitDir, one, stateDir);
  expect(existsSync(join(stateDir, 'tree-of-another-start'))).toBe(false);
});

test('nothing of a refused push stays', () => {
  const one = commit(first);
  const folder = updateTree(gitDir, one, stateDir);
  removeTree(stateDir, (removed) => rmSync(removed, { recursive: true }));
  expect([existsSync(folder), existsSync(`${folder}.index`)]).toEqual([false, false]);
  expect(filesIn(updateTree(gitDir, one, stateDir))).toEqual(published);
});

test('any series of commits', () => {
  const path = fc.constantFrom(
    'content/a',
    'content/a/b.mdx',
    'content/c.mdx',
    'public/a/b/c',
    'public/低 保',
  );
  const files = fc.dictionary(path, fc.constantFrom('一', '二'), { minKeys: 0 }).map((each) => {
    // A file and a folder of the same name cannot be in one commit.
    const { 'content/a': file, ...rest } = each;
    return file === undefined || 'content/a/b.mdx' in rest ? rest : { ...rest, 'content/a': file };
  });
  fc.assert(
    fc.property(fc.array(files, { minLength: 2, maxLength: 4 }), (series) => {
      for (const each of series)
        expect(filesIn(updateTree(gitDir, commit(each), stateDir))).toEqual({ ...each });
    }),
    { numRuns: 6 },
  );
}, 60_000);
