/** A machine that publishes for GitHub or GitLab registers addresses on another branch than the one editors push to. */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type CommandResult,
  mingbai,
  onePolicy,
  site,
  temporaryFolder,
  writeFiles,
} from '../build/content-folder.ts';

let top: string;
let origin: string;
let editor: string;
beforeAll(() => {
  top = temporaryFolder();
  [origin, editor] = [join(top, 'origin.git'), join(top, 'editor')];
  git(top, 'init', '--quiet', '--bare', '--initial-branch=main', origin);
  git(top, 'clone', '--quiet', origin, editor);
  writeFiles(join(editor, 'content'), { ...site, ...onePolicy });
  push('开始');
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

const who = ['-c', 'user.name=小王', '-c', 'user.email=wang@county.example', '-c', 'commit.gpgsign=false'];
function git(folder: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', ['-C', folder, ...who, ...args], { encoding: 'utf8' });
  expect([args, status, status === 0 ? '' : stderr]).toEqual([args, 0, '']);
  return stdout.trim();
}
function push(message: string): void {
  git(editor, 'add', '--all');
  git(editor, 'commit', '--quiet', '--message', message);
  git(editor, 'push', '--quiet', 'origin', 'HEAD:main');
}

let runs = 0;
/** The workflow after a push: a separate clone, and a publication. */
function publish(): Promise<CommandResult> {
  runs += 1;
  const clone = join(top, `run-${runs}`);
  git(top, 'clone', '--quiet', origin, clone);
  const args = ['--content', join(clone, 'content'), '--to', join(top, 'site'), '--today', '2026-11-23'];
  return mingbai('deploy', ...args, '--ledger-branch', 'mingbai-addresses');
}
const noted = () => git(origin, 'show', 'mingbai-addresses:addresses.yml');

test('new addresses are registered on their branch, and an editor’s next push needs no pull', async () => {
  const ran = await publish();
  expect([ran.code, ran.out]).toEqual([0, expect.stringContaining('mingbai-addresses 分支上记下了')]);
  expect(noted()).toContain('/policies/di-bao/');
  writeFiles(join(editor, 'content'), {
    'policies/jiu-zhu.mdx': (onePolicy['policies/di-bao.mdx'] ?? '').replace(
      /^title: .*$/m,
      'title: 急难的时候有救助',
    ),
  });
  push('新写一篇');
  expect((await publish()).code).toBe(0);
  expect(noted()).toMatch(/\/policies\/di-bao\/[\s\S]*\/policies\/jiu-zhu\//);
  expect(git(origin, 'log', '--format=%an', 'main').split('\n')).toEqual(['小王', '小王']);
});

test('an address that is only on the branch is not lost: its document cannot be removed without an entry', async () => {
  rmSync(join(editor, 'content/policies/jiu-zhu.mdx'));
  push('删掉');
  const refused = await publish();
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('/policies/jiu-zhu/')]);
  const withdrawn =
    '- address: /policies/jiu-zhu/\n  since: 2026-11-23\n  withdrawn: 2026-11-23\n  reason: 并到低保里了。\n  replacedBy: /policies/di-bao/\n';
  writeFileSync(join(editor, 'content/addresses.yml'), withdrawn);
  push('撤下');
  const ran = await publish();
  expect([ran.code, ran.err]).toEqual([0, expect.not.stringContaining('error')]);
  expect(noted()).toContain('withdrawn: 2026-11-23');
});

test('outside a repository there is an error, and nothing is published', async () => {
  writeFiles(join(top, 'loose'), { ...site, ...onePolicy });
  const ran = await mingbai(
    'deploy',
    '--content',
    join(top, 'loose'),
    '--to',
    join(top, 'other'),
    '--ledger-branch',
    'a',
  );
  expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('--ledger-branch 要在 git 的仓库里用')]);
});
