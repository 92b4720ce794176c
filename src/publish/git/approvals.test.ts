/** What counts as the approval of another person, over real commits. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { approvalMessage, DESK_EMAIL, readApprovals, urgentMessage } from './approvals.ts';
import { runGit } from './run-git.ts';

let folder: string;
let gitDir: string;
let head: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-approvals-'));
  gitDir = join(folder, '.git');
  runGit(gitDir, ['init', '--quiet', '--initial-branch=main', folder]);
  head = change('开始', '明白纸', { 'content/a.mdx': '一', 'content/b.mdx': '一' });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const as = (name: string, email = `${name}@county.example`) => ({
  GIT_AUTHOR_NAME: name,
  GIT_AUTHOR_EMAIL: email,
  GIT_COMMITTER_NAME: '服务器',
  GIT_COMMITTER_EMAIL: 'server@county.example',
});
const git = (args: string[], env = as('管理员')) =>
  runGit(gitDir, [`--work-tree=${folder}`, '-c', 'commit.gpgsign=false', ...args], { env }).out.trim();

/** Commits texts, or removals, by an author; returns the commit. */
function change(
  message: string,
  author: string,
  files: Record<string, string | null>,
  email?: string,
): string {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    if (text === null) rmSync(join(folder, file));
    else writeFileSync(join(folder, file), text);
  }
  git(['add', '--all', folder]);
  git(['commit', '--quiet', '--allow-empty', '-m', message], as(author, email));
  return git(['rev-parse', 'HEAD']);
}

const state = (commit = git(['rev-parse', 'HEAD'])) =>
  readApprovals(gitDir, { head, commit, pushed: commit });
const reasons = () => state().missing.map(({ path, reason }) => `${path} ${reason}`);
const approve = (author: string, email?: string) =>
  change(approvalMessage(state().changed), author, {}, email);

test('a change that nobody approved is missing, with the name of who made it', () => {
  change('改', '小王', { 'content/a.mdx': '二' });
  expect(state().missing).toMatchObject([{ path: 'content/a.mdx', authors: ['小王'], reason: 'none' }]);
});

test('another person approves the text, also the removal of a file and a new photograph', () => {
  change('改', '小王', { 'content/a.mdx': '二', 'content/b.mdx': null, 'public/a.jpg': '图' });
  expect(reasons()).toHaveLength(3);
  approve('小李');
  expect(reasons()).toEqual([]);
});

test.each([
  ['the same name', '小王', undefined],
  ['the same name with spaces', ' 小　王', undefined],
  ['the same address under another name', '王主任', '小王@county.example'],
])('nobody approves their own change: %s', (_, name, email) => {
  change('改', '小王', { 'content/a.mdx': '二' });
  approve(name, email);
  expect(reasons()).toEqual(['content/a.mdx own']);
});

test('users of the desk have one address and are still several persons', () => {
  change('改', '小王', { 'content/a.mdx': '二' }, DESK_EMAIL);
  approve('小李', DESK_EMAIL);
  expect(reasons()).toEqual([]);
});

test('an approval of a text does not hold for the next one', () => {
  change('改', '小王', { 'content/a.mdx': '二' });
  approve('小李');
  change('再改', '小王', { 'content/a.mdx': '三' });
  expect(reasons()).toEqual(['content/a.mdx other-text']);
});

test('who approved and then changed the file needs a third person', () => {
  change('改', '小王', { 'content/a.mdx': '二' });
  approve('小李');
  change('再改', '小李', { 'content/a.mdx': '三' });
  approve('小王');
  expect(reasons()).toEqual(['content/a.mdx own']);
  approve('小张');
  expect(reasons()).toEqual([]);
});

test('an approval of one file is none of another', () => {
  change('改', '小王', { 'content/a.mdx': '二' });
  approve('小李');
  change('改', '小王', { 'content/b.mdx': '二' });
  expect(reasons()).toEqual(['content/b.mdx none']);
});

test('a text that only the merge with another publication made is approved by nobody', () => {
  change('改', '小王', { 'content/a.mdx': '二' });
  const pushed = approve('小李');
  const commit = change('合', '明白纸', { 'content/a.mdx': '二和三' });
  expect(readApprovals(gitDir, { head, commit, pushed }).missing).toMatchObject([
    { path: 'content/a.mdx', reason: 'other-text' },
  ]);
});

test('what a merge commit of the editor smuggles in counts as a change of its author', () => {
  const main = change('改', '小王', { 'content/a.mdx': '二' });
  git(['checkout', '--quiet', '-b', 'side', head]);
  change('旁边', '小张', { 'content/b.mdx': '二' });
  git(['checkout', '--quiet', '-B', 'main', main]);
  git(['merge', '--quiet', '--no-ff', '--no-commit', 'side'], as('小李'));
  writeFileSync(join(folder, 'content/a.mdx'), '夹带');
  change('合并', '小李', {});
  approve('小李');
  expect(reasons()).toEqual(['content/a.mdx own']);
});

test('a reason of urgency is reported, one without words is none', () => {
  change(urgentMessage('改电话', '电话登错了，\n有人打不通'), '小王', { 'content/a.mdx': '二' });
  expect(state().urgent).toBe('电话登错了， 有人打不通');
  change('改\n\nUrgent: \n', '小王', { 'content/a.mdx': '三' });
  git(['reset', '--quiet', '--hard', head]);
  change('改\n\nUrgent: \n', '小王', { 'content/a.mdx': '三' });
  expect(state().urgent).toBeUndefined();
});

/** A key that signs the commits of an address. */
function makeKey(name: string): string {
  const file = join(folder, '.git', name);
  spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', file]);
  return file;
}
const hasSshKeygen = spawnSync('ssh-keygen', ['-?']).error === undefined;
const signersFile = () => join(gitDir, 'approvers');
const signedState = () => {
  const commit = git(['rev-parse', 'HEAD']);
  return readApprovals(gitDir, { head, commit, pushed: commit, signersFile: signersFile() });
};
const signedReasons = () => signedState().missing.map(({ path, reason }) => `${path} ${reason}`);

test('where the server demands signatures, a name that anybody can type approves nothing', () => {
  writeFileSync(signersFile(), '');
  change('改', '小王', { 'content/a.mdx': '二' });
  approve('小李');
  expect(signedReasons()).toEqual(['content/a.mdx unsigned']);
  change(urgentMessage('急', '路断了'), '小王', {});
  expect(signedState().urgent).toBeUndefined();
});

test.skipIf(!hasSshKeygen)('signed by two persons it is approved, by one under two names it is not', () => {
  const keys = { 小王: makeKey('wang'), 小李: makeKey('li') };
  const emails = { 小王: 'wang@county.example', 小李: 'li@county.example' };
  const lines = (['小王', '小李'] as const).map((name) => {
    return `${emails[name]} ${readFileSync(`${keys[name]}.pub`, 'utf8')}`;
  });
  writeFileSync(signersFile(), lines.join(''));
  const signed = (message: string, name: string, key: keyof typeof keys, email = emails[key]) => {
    const settings = ['-c', 'gpg.format=ssh', '-c', `user.signingkey=${keys[key]}`];
    git([...settings, 'commit', '--quiet', '-S', '--allow-empty', '--all', '-m', message], as(name, email));
  };
  writeFileSync(join(folder, 'content/a.mdx'), '二');
  signed('改', '小王', '小王');
  const message = approvalMessage(signedState().changed);
  signed(message, '小李', '小王');
  expect(signedReasons()).toEqual(['content/a.mdx own']);
  signed(message, '小李', '小王', emails.小李);
  expect(signedReasons()).toEqual(['content/a.mdx own']);
  signed(message, '小李', '小李');
  expect(signedReasons()).toEqual([]);
  // What comes after it under another name needs a signature as well.
  change('又改', '小张', { 'content/a.mdx': '三' });
  approve('小赵');
  expect(signedReasons()).toEqual(['content/a.mdx unsigned']);
});
