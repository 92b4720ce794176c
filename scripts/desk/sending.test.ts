/** Several editors' trees of one repository look for what others published at the same moment. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runGitAsync } from '../../src/git-command.ts';
import { fetchPublished } from './sending.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingbai-sending-'));
const [host, other, ...trees] = ['host.git', 'other', 'tree', 'wang', 'li', 'zhao'].map((name) =>
  join(folder, name),
) as [string, string, string, ...string[]];
const git = (tree: string, ...args: string[]) => {
  const user = ['-c', 'user.name=小王', '-c', 'user.email=wang@county.example'];
  return spawnSync('git', ['-C', tree, ...user, ...args], { encoding: 'utf8' }).stdout.trim();
};
const publish = () => {
  git(other, 'commit', '--quiet', '--allow-empty', '--message', '改');
  git(other, 'push', '--quiet', 'origin', 'HEAD:main');
  return git(other, 'rev-parse', 'HEAD');
};

beforeAll(() => {
  git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', host);
  git(folder, 'clone', '--quiet', host, other);
  publish();
  git(folder, 'clone', '--quiet', host, trees[0] ?? '');
  for (const tree of trees.slice(1))
    git(
      trees[0] ?? '',
      'worktree',
      'add',
      '--quiet',
      '--track',
      '-b',
      `desk-${tree.length}-${trees.indexOf(tree)}`,
      tree,
      'origin/main',
    );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('each of them gets it', async () => {
  for (let round = 0; round < 4; round += 1) {
    const commit = publish();
    const fetched = await Promise.all(
      trees.map((tree) => fetchPublished((args, input) => runGitAsync(['-C', tree, ...args], input))),
    );
    expect(fetched.map(({ code, err }) => `${code} ${err}`)).toEqual(trees.map(() => '0 '));
    expect(git(trees[1] ?? '', 'rev-parse', '@{upstream}')).toBe(commit);
  }
});

test('a fetch that fails for another reason is reported at once', async () => {
  let calls = 0;
  const { code } = await fetchPublished(async () => {
    calls += 1;
    return { code: 128, out: Buffer.of(), err: 'fatal: could not read from remote repository' };
  });
  expect([code, calls]).toEqual([128, 1]);
});
