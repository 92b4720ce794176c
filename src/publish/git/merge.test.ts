/** Two editors' commits are merged like by git itself, and conflicts are reported. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MergeOptions, type MergeResult, mergeCommits } from './merge.ts';

let top: string;
let clone: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'mingbai-join-'));
  clone = join(top, 'clone');
  git('init', '--quiet', '--initial-branch=main', clone);
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

const who = ['-c', 'user.name=小王', '-c', 'user.email=wang@county.example', '-c', 'commit.gpgsign=false'];
function run(...args: string[]) {
  return spawnSync('git', ['-C', args.includes('init') ? top : clone, ...who, ...args], { encoding: 'utf8' });
}
function git(...args: string[]): string {
  const { status, stdout, stderr } = run(...args);
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

type Files = Readonly<Record<string, string | undefined>>;

/** Commits files on top of another commit, undefined removes one; returns the commit. */
function commit(parent: string | undefined, files: Files): string {
  if (parent !== undefined) git('checkout', '--quiet', '--force', '--detach', parent);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(clone, dirname(path)), { recursive: true });
    if (text === undefined) rmSync(join(clone, path), { force: true });
    else writeFileSync(join(clone, path), text);
  }
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '--message', '改');
  return git('rev-parse', 'HEAD');
}

let merges = 0;
function mergeBoth(
  base: string,
  published: string,
  pushed: string,
  mergeText: MergeOptions['mergeText'] = () => undefined,
): MergeResult {
  merges += 1;
  const work = join(top, `work-${merges}`);
  return mergeCommits(join(clone, '.git'), { base, published, pushed, work, mergeText });
}

const treeOf = (result: MergeResult) =>
  'commit' in result ? git('rev-parse', `${result.commit}^{tree}`) : 'overlap';

const lines = (text: string) => Array.from({ length: 8 }, (_, n) => `${n} ${text}\n`).join('');

test('changes of different files, and of different places of one, are merged; both stay in the history', () => {
  const base = commit(undefined, { 'content/a.mdx': lines('一'), 'content/b.mdx': lines('一') });
  const published = commit(base, {
    'content/a.mdx': lines('一').replace('0 一', '0 二'),
    'content/新.mdx': '新\n',
  });
  const pushed = commit(base, {
    'content/a.mdx': lines('一').replace('7 一', '7 三'),
    'content/b.mdx': undefined,
  });
  const result = mergeBoth(base, published, pushed);
  if (!('commit' in result)) throw new Error('not merged');
  expect(git('show', `${result.commit}:content/a.mdx`)).toMatch(/^0 二\n[\s\S]*7 三$/);
  expect(git('ls-tree', '-r', '-z', '--name-only', result.commit).split('\0')).toEqual([
    'content/a.mdx',
    'content/新.mdx',
    '',
  ]);
  expect(git('rev-parse', `${result.commit}^1`, `${result.commit}^2`).split('\n')).toEqual([
    published,
    pushed,
  ]);
});

test('two changes of one place are a conflict, with the published and the pushed lines', () => {
  const base = commit(undefined, { a: lines('一') });
  const published = commit(base, { a: lines('一').replace('3 一', '3 二') });
  const pushed = commit(base, { a: lines('一').replace('3 一', '3 三') });
  expect(mergeBoth(base, published, pushed)).toEqual({
    conflicts: [{ path: 'a', kind: 'both changed', hunks: [{ published: ['3 二'], pushed: ['3 三'] }] }],
  });
});

test('a file that one side removed and the other changed is a conflict', () => {
  const base = commit(undefined, { a: lines('一'), b: lines('一') });
  const published = commit(base, { a: undefined, b: lines('二') });
  const pushed = commit(base, { a: lines('二'), b: undefined });
  expect(mergeBoth(base, published, pushed)).toEqual({
    conflicts: [
      { path: 'a', kind: 'deleted there', hunks: [] },
      { path: 'b', kind: 'deleted here', hunks: [] },
    ],
  });
});

test('two pictures with one name, and texts that are not UTF-8, are never mixed', () => {
  const base = commit(undefined, { a: 'x' });
  const published = commit(base, { 'public/a.jpg': 'a\0b' });
  const pushed = commit(base, { 'public/a.jpg': 'a\0c' });
  expect(mergeBoth(base, published, pushed)).toEqual({
    conflicts: [{ path: 'public/a.jpg', kind: 'both changed', hunks: [] }],
  });
});

test('a text merged by the caller is committed unchanged', () => {
  const base = commit(undefined, { a: 'x\n' });
  const [published, pushed] = [commit(base, { a: 'y\n' }), commit(base, { a: 'z\n' })];
  const result = mergeBoth(base, published, pushed, (_, texts) => Object.values(texts).join(''));
  expect('commit' in result && git('show', `${result.commit}:a`)).toBe('x\ny\nz');
});

test('for any two changes, the result is that of git merge', () => {
  const change = fc.record({
    file: fc.constantFrom('content/a.mdx', 'content/b.mdx', 'content/新.mdx'),
    line: fc.nat({ max: 7 }),
    text: fc.constantFrom('二', '三', undefined),
  });
  const apply = (changes: { file: string; line: number; text: string | undefined }[]): Files => {
    const files: Record<string, string | undefined> = {};
    for (const { file, line, text } of changes) {
      const before = files[file] ?? lines('一');
      files[file] =
        text === undefined && line < 2
          ? undefined
          : before.replace(`${line} 一\n`, text ? `${line} ${text}\n` : '');
    }
    return files;
  };
  const changes = fc.array(change, { minLength: 1, maxLength: 3 });
  const base = commit(undefined, { 'content/a.mdx': lines('一'), 'content/b.mdx': lines('一') });
  fc.assert(
    fc.property(changes, changes, (first, second) => {
      const [published, pushed] = [commit(base, apply(first)), commit(base, apply(second))];
      const result = treeOf(mergeBoth(base, published, pushed));
      git('checkout', '--quiet', '--force', '--detach', published);
      const merging = ['merge', '--quiet', '--no-ff', '-s', 'recursive', '-X', 'no-renames', '-m', '合'];
      const merged = run(...merging, pushed);
      const expected = merged.status === 0 ? git('rev-parse', 'HEAD^{tree}') : 'overlap';
      if (merged.status !== 0) git('merge', '--abort');
      expect(result).toBe(expected);
    }),
    { numRuns: 8 },
  );
}, 120_000);
