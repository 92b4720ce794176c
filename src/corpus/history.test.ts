/** The changes shown to readers, read from real repositories. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { changedFields } from '../documents/history.ts';
import { splitFrontMatter } from './front-matter.ts';
import { changesBetween, readHistory, readRevisions } from './history.ts';
import { readYaml } from './yaml-source.ts';

let top: string;
let content: string;

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'mingbai-history-'));
  content = join(top, 'county', 'content');
  mkdirSync(content, { recursive: true });
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

function git(...args: string[]): void {
  const who = ['-c', 'user.name=小王', '-c', 'user.email=wang@county.example', '-c', 'commit.gpgsign=false'];
  const day = '2026-11-20T17:00:00Z';
  const env = { ...process.env, GIT_AUTHOR_DATE: day, GIT_COMMITTER_DATE: day };
  const { status, stderr } = spawnSync('git', ['-C', join(top, 'county'), ...who, ...args], {
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

function commit(why: string, files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), text);
  }
  git('add', '--all');
  git('commit', '--quiet', '--message', why);
}

const policy = (benefit: string, body = '') =>
  `---\nbenefit: [${benefit}]\n---\n${'一样的话。\n'.repeat(20)}${body}`;

test('when and why a document changed, and the amount before and after, through a rename', async () => {
  git('init', '--quiet');
  commit('写好', { 'policies/di-bao.mdx': policy('每月100元') });
  commit('标准提高了\n\n第二行', { 'policies/di-bao.mdx': policy('每月200元') });
  mkdirSync(join(content, 'policies/低保'));
  git('mv', 'content/policies/di-bao.mdx', 'content/policies/低保/di-bao-jin.mdx');
  commit('改名', {});
  commit('改错字', { 'policies/低保/di-bao-jin.mdx': policy('每月200元', '改。') });
  expect(await readHistory({ contentDir: content })).toEqual({
    'policies/di-bao-jin': [
      { day: '2026-11-21', why: '改错字', fields: [] },
      {
        day: '2026-11-21',
        why: '标准提高了',
        fields: [{ label: '能得到什么', before: ['每月100元'], after: ['每月200元'] }],
      },
    ],
  });
});

test('a shallow clone does not report everything as new; a bare repository gives the same at a commit', async () => {
  git('init', '--quiet', '--initial-branch=main');
  commit('写好', { 'policies/a.mdx': policy('1元'), 'policies/b.mdx': policy('1元') });
  commit('改 a', { 'policies/a.mdx': policy('2元') });
  commit('改 b', { 'policies/b.mdx': policy('2元') });
  spawnSync('git', ['clone', '--quiet', '--depth=2', `file://${join(top, 'county')}`, join(top, 'shallow')]);
  const shallow = await readHistory({ contentDir: join(top, 'shallow/content') });
  expect(Object.keys(shallow)).toEqual(['policies/b']);
  const repository = { gitDir: join(top, 'county/.git'), commit: 'main' };
  expect(Object.keys(await readHistory({ contentDir: top, repository }))).toEqual([
    'policies/b',
    'policies/a',
  ]);
});

test('every day of a change is counted, under the present name; a shallow clone cannot know', async () => {
  git('init', '--quiet');
  commit('写好', { 'policies/a.mdx': policy('1元') });
  for (let amount = 2; amount < 12; amount += 1) commit('改', { 'policies/a.mdx': policy(`${amount}元`) });
  git('mv', 'content/policies/a.mdx', 'content/policies/b.mdx');
  commit('改名', {});
  const revisions = await readRevisions({ contentDir: content });
  expect(revisions).toEqual(Array.from({ length: 10 }, () => ({ key: 'policies/b', day: '2026-11-21' })));
  spawnSync('git', ['clone', '--quiet', '--depth=2', `file://${join(top, 'county')}`, join(top, 'shallow')]);
  expect(await readRevisions({ contentDir: join(top, 'shallow/content') })).toBeUndefined();
});

test('without a repository, and in one without a commit, the history is empty', async () => {
  expect(await readHistory({ contentDir: content })).toEqual({});
  expect(await readRevisions({ contentDir: content })).toBeUndefined();
  git('init', '--quiet');
  expect(await readHistory({ contentDir: content })).toEqual({});
});

test('a broken repository is reported', async () => {
  git('init', '--quiet');
  commit('写好', { 'policies/a.mdx': policy('1元') });
  rmSync(join(top, 'county/.git/objects'), { recursive: true });
  mkdirSync(join(top, 'county/.git/objects'));
  await expect(readHistory({ contentDir: content })).rejects.toThrow('git could not tell');
});

test('for any fields, the differences are those between the whole versions', () => {
  const text = fc.oneof(
    fc.constantFrom('每月100元', '# 一', '- 二', 'a: b', '\n末行\n\n', '"', '---'),
    fc.string(),
  );
  const names = ['benefit', 'eligibility', 'applyBy', 'cost', 'title', 'steps'];
  const fields = fc.dictionary(fc.constantFrom(...names), fc.oneof(text, fc.array(text, { maxLength: 3 })));
  fc.assert(
    fc.property(fields, fields, fc.constantFrom(0, 12), (was, is, lineWidth) => {
      const before = stringify(was, { lineWidth });
      // The first fields are unchanged, so that both versions share some.
      const after = stringify(
        { ...is, ...Object.fromEntries(Object.entries(was).slice(0, 2)) },
        { lineWidth },
      );
      const files = [before, after].map((yaml) => `---\n${yaml}---\n话。\n`);
      const whole = files.map((text) => readYaml(splitFrontMatter(text)?.yaml ?? '', '').value);
      expect(changesBetween('policies', files[0], files[1])).toEqual(
        changedFields('policies', whole[0], whole[1]),
      );
    }),
  );
});
