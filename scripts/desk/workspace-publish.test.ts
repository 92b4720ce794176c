/** What an editor did and did not publish yet, over a plain git host. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Workspace } from '../../src/desk/contract.ts';
import { noDocuments } from '../../src/documents/document.ts';
import { readSettings } from '../../src/settings.ts';
import { openWorkspace } from './git-workspace.ts';

const FILE = 'content/notices/zhao-gong.mdx';
const folder = mkdtempSync(join(tmpdir(), 'mingbai-unsent-'));
const [host, tree] = [join(folder, 'host.git'), join(folder, 'tree')];
const git = (...args: string[]) => {
  const user = ['-c', 'user.name=小王', '-c', 'user.email=wang@county.example'];
  return spawnSync('git', ['-C', tree, ...user, ...args], { encoding: 'utf8' }).stdout.trim();
};
let workspace: Workspace;

beforeAll(() => {
  mkdirSync(dirname(join(tree, FILE)), { recursive: true });
  writeFileSync(join(tree, FILE), '---\ntitle: 招工\n---\n');
  spawnSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', host]);
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', '小王');
  git('config', 'user.email', 'wang@county.example');
  git('add', '.');
  git('commit', '--quiet', '--message', '开始');
  git('remote', 'add', 'origin', host);
  git('push', '--quiet', '--set-upstream', 'origin', 'main');
  const settings = readSettings({
    MINGBAI_CONTENT_DIR: join(tree, 'content'),
    MINGBAI_PUBLIC: join(tree, 'public'),
  });
  workspace = openWorkspace({ settings, documents: noDocuments });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a withdrawn document waits to be published, and one press without a file sends it', async () => {
  expect(await workspace.unsent()).toEqual([]);
  await workspace.withdraw({ collection: 'notices', slug: 'zhao-gong' }, undefined, '招满了。');
  expect(await workspace.unsent()).toEqual(['撤下：zhao-gong']);
  expect(await workspace.publish([], '撤下')).toMatchObject({ ok: true });
  expect(await workspace.unsent()).toEqual([]);
  expect(spawnSync('git', ['-C', host, 'log', '-1', '--format=%s'], { encoding: 'utf8' }).stdout.trim()).toBe(
    '撤下：zhao-gong',
  );
});

test('all but the first publication can be taken back', async () => {
  const entries = await workspace.history();
  expect(entries.map(({ message, canUndo }) => [message, canUndo])).toEqual([
    ['撤下：zhao-gong', true],
    ['开始', false],
  ]);
  await expect(workspace.undo(entries[1]?.commit ?? '')).rejects.toThrow('网站就空了');
  expect(await workspace.undo(entries[0]?.commit ?? '')).toMatchObject({ ok: true });
  expect(git('show', `origin/main:${FILE}`)).toContain('招工');
});
