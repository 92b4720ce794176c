/** Working trees of two users over a plain remote: what is joined, what stays, what waits for approval. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noDocuments } from '../../src/documents/document.ts';
import { readSettings } from '../../src/settings.ts';
import { openWorkspace } from './git-workspace.ts';
import { openUserTrees, treeName, type UserTrees } from './user-trees.ts';

// Each publishes several times, and each publication is a build.
vi.setConfig({ testTimeout: 120_000 });

let top: string;
let clone: string;
let trees: UserTrees;
const FILE = 'content/pages/a.mdx';
const PAGE = { collection: 'pages', slug: 'a' } as const;
const first =
  '---\ntitle: 标题\nsummary: 说明\nreviewedOn: 2026-11-20\nreviewBy: 2027-05-20\n---\n\n第一段。\n\n第二段。\n';

const git = (folder: string, ...args: string[]) => {
  const ran = spawnSync('git', ['-C', folder, '-c', 'commit.gpgsign=false', ...args], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`${args.join(' ')}: ${ran.stderr}`);
  return ran.stdout.trim();
};
const write = (folder: string, file: string, text: string) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'mingbai-trees-'));
  clone = join(top, 'clone');
  spawnSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', join(top, 'remote.git')]);
  spawnSync('git', ['clone', '--quiet', join(top, 'remote.git'), clone]);
  git(clone, 'checkout', '--quiet', '-B', 'main');
  git(clone, 'config', 'user.name', '编辑台');
  git(clone, 'config', 'user.email', 'server@county.example');
  write(clone, FILE, first);
  write(clone, 'content/pages/b.mdx', first);
  write(clone, 'content/site.yml', 'name: 示例\nurl: https://www.county.example/\n');
  git(clone, 'add', '.');
  git(clone, 'commit', '--quiet', '-m', '开始');
  git(clone, 'push', '--quiet', '--set-upstream', 'origin', 'main');
  const settings = readSettings({
    MINGBAI_CONTENT_DIR: join(clone, 'content'),
    MINGBAI_PUBLIC: join(clone, 'public'),
  });
  trees = openUserTrees(settings);
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

async function openFor(user: string) {
  const settings = await trees.settingsOf(user);
  const workspace = openWorkspace({ settings, documents: noDocuments, user });
  const path = join(settings.contentDir, 'pages/a.mdx');
  const read = () => readFileSync(path, 'utf8');
  return {
    workspace,
    read,
    folder: dirname(settings.contentDir),
    change: (from: string, to: string) => workspace.save(PAGE, read().replace(from, to)),
    publish: (options = {}) => workspace.publish([FILE], '改', options),
  };
}
const published = () => git(join(top, 'remote.git'), 'show', `main:${FILE}`);

test('two changes of neighbouring fields are both published, with both names in the history', async () => {
  const [wang, li] = [await openFor('小王'), await openFor('小李')];
  await wang.change('标题', '新标题');
  await li.change('说明', '新说明');
  expect(await wang.publish()).toMatchObject({ ok: true });
  expect(await li.publish()).toMatchObject({ ok: true });
  expect(published()).toContain('title: 新标题\nsummary: 新说明');
  expect(git(join(top, 'remote.git'), 'log', '--no-merges', '--format=%an', 'main').split('\n')).toEqual([
    '小李',
    '小王',
    '编辑台',
  ]);
  await wang.workspace.catchUp();
  expect(wang.read()).toBe(li.read());
});

test('unsaved work stays and takes over what others published', async () => {
  const [wang, li] = [await openFor('小王'), await openFor('小李')];
  await wang.change('第二段', '小王的第二段');
  await li.change('第一段', '小李的第一段');
  await li.publish();
  await wang.workspace.catchUp();
  expect(wang.read()).toContain('小李的第一段。\n\n小王的第二段。');
  expect(git(wang.folder, 'status', '--porcelain')).toBe(`M ${FILE}`);
});

test('unsaved work in the same place stays as it is, and is asked about when it is published', async () => {
  const [wang, li] = [await openFor('小王'), await openFor('小李')];
  await wang.change('标题', '小王的标题');
  await li.change('标题', '小李的标题');
  await li.publish();
  await wang.workspace.catchUp();
  expect(wang.read()).toContain('小王的标题');
  const asked = await wang.publish();
  expect(asked).toMatchObject({ ok: false, conflicts: [{ file: FILE, conflicts: [{ path: ['title'] }] }] });
  expect(published()).toContain('小李的标题');
  expect(await wang.publish({ keep: 'theirs' })).toMatchObject({ ok: true });
  expect(published()).toContain('小李的标题');
  expect(wang.read()).toContain('小李的标题');
});

test('files that others added, removed or replaced come into the tree', async () => {
  const [wang, li] = [await openFor('小王'), await openFor('小李')];
  write(li.folder, 'public/a.jpg', '图');
  write(li.folder, FILE, `${first}\n![图](/a.jpg)\n`);
  rmSync(join(li.folder, 'content/pages/b.mdx'));
  expect(await li.workspace.publish([FILE, 'content/pages/b.mdx'], '换', {})).toMatchObject({ ok: true });
  await wang.workspace.catchUp();
  expect(existsSync(join(wang.folder, 'public/a.jpg'))).toBe(true);
  expect(existsSync(join(wang.folder, 'content/pages/b.mdx'))).toBe(false);
  expect(git(wang.folder, 'status', '--porcelain')).toBe('');
});

test('with approval demanded, a change and its undo are published by the press of another user', async () => {
  write(clone, 'content/site.yml', 'name: 示例\nurl: https://www.county.example/\napproval: required\n');
  git(clone, 'commit', '--quiet', '-am', '要人同意');
  git(clone, 'push', '--quiet');
  const [wang, li] = [await openFor('小王'), await openFor('小李')];
  await wang.change('标题', '新标题');
  expect(await wang.publish()).toMatchObject({ ok: true, waiting: true });
  expect(published()).toBe(first.trim());
  const approve = async () => {
    const [waiting] = (await li.workspace.approvals()).waiting;
    await expect(wang.workspace.approve(waiting?.commit ?? '')).rejects.toThrow('自己不能同意自己改的');
    return li.workspace.approve(waiting?.commit ?? '');
  };
  expect(await approve()).toMatchObject({ ok: true });
  expect(published()).toContain('新标题');
  const [newest] = await wang.workspace.history();
  expect(await wang.workspace.undo(newest?.commit ?? '')).toMatchObject({ ok: true, waiting: true });
  expect(await approve()).toMatchObject({ ok: true });
  expect(published()).toBe(first.trim());
  expect((await li.workspace.approvals()).waiting).toEqual([]);
});

test('a tree is removed when nothing waits in it, and made again when it is needed', async () => {
  const [wang, li] = [await openFor('小王'), await openFor('小李')];
  await wang.change('标题', '没存完');
  await trees.clean();
  expect([existsSync(wang.folder), existsSync(li.folder)]).toEqual([true, false]);
  expect(trees.users()).toEqual(['小王']);
  await wang.workspace.discard(PAGE);
  await trees.clean();
  expect(trees.users()).toEqual([]);
  expect((await openFor('小李')).read()).toBe(first);
});

test('a tree that was deleted by hand comes back with its commits', async () => {
  const wang = await openFor('小王');
  await wang.change('标题', '新标题');
  git(wang.folder, 'commit', '--quiet', '-am', '没推');
  rmSync(wang.folder, { recursive: true });
  expect((await openFor('小王')).read()).toContain('新标题');
});

test.each(['../../etc', 'a/b', '.', '-x', 'refs/heads/main', '小王 ', 'CON', '@{upstream}', '名'.repeat(60)])(
  'the user name %j is a folder of its own',
  async (user) => {
    expect(treeName(user)).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}-]*-[0-9a-f]{10}$/u);
    expect((await openFor(user)).folder).toBe(join(clone, '.mingbai/desk', treeName(user)));
  },
);
