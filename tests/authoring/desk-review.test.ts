/** Two editors with a desk each on their own machines: review and approval go through the push server, or stay at the desk with a plain git host. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkspace } from '../../scripts/desk/git-workspace.ts';
import type { Workspace } from '../../src/desk/contract.ts';
import { noDocuments } from '../../src/documents/document.ts';
import { readSettings } from '../../src/settings.ts';
import { mingbai, onePolicy, site, temporaryFolder, writeFiles } from '../build/content-folder.ts';

const FILE = 'content/policies/di-bao.mdx';
const DOCUMENT = { collection: 'policies', slug: 'di-bao' } as const;
const top = temporaryFolder();
const at = (name: string) => join(top, name);
const [repository, siteDir, plainHost] = [at('county.git'), at('site'), at('plain.git')];

const git = (folder: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8' });
  return { code: status, out: stdout.trim(), err: stderr };
};
/** Clones a repository without the settings of the server's own command. */
function deskOf(user: string, from = repository): Workspace {
  const folder = at(user);
  spawnSync('git', ['clone', '--quiet', from, folder]);
  git(folder, 'config', 'user.name', user);
  git(folder, 'config', 'user.email', `${user}@county.example`);
  const settings = readSettings({
    MINGBAI_CONTENT_DIR: join(folder, 'content'),
    MINGBAI_PUBLIC: join(folder, 'public'),
  });
  return openWorkspace({ settings, documents: noDocuments });
}
async function write(desk: Workspace, title: string): Promise<void> {
  const text = (await desk.read(DOCUMENT))?.text ?? '';
  await desk.save(DOCUMENT, text.replace(/^title: .*$/m, `title: ${title}`));
}
const refs = (folder: string, below: string) => git(folder, 'for-each-ref', '--format=%(refname)', below).out;
const reviewed = (address: string) => {
  const [id = ''] = readdirSync(join(siteDir, '_review'));
  return readFileSync(join(siteDir, '_review', id, address, 'index.html'), 'utf8').replace(/<wbr[^>]*>/g, '');
};
let wang: Workspace;
let li: Workspace;

beforeAll(async () => {
  writeFiles(at('content'), { ...site, ...onePolicy, 'site.yml': `${site['site.yml']}approval: required\n` });
  const made = await mingbai('serve-git', repository, '--site', siteDir, '--content', at('content'));
  expect([made.err, made.code]).toEqual(['', 0]);
  wang = deskOf('小王');
  li = deskOf('小李');
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

test('what is sent for review is what is saved, with a new record that it names, and nobody can approve it by mistake', async () => {
  await write(wang, '先请人看的标题');
  writeFileSync(
    join(at('小王'), 'content/contacts/xin-dian-hua.yml'),
    'id: xin-dian-hua\nname: 新的窗口\nphone: 0357-5123456\nfor: 低保\n',
  );
  writeFileSync(join(at('小王'), 'content/contacts/bie-de.yml'), 'id: bie-de\n');
  const text = (await wang.read(DOCUMENT))?.text ?? '';
  await wang.save(DOCUMENT, text.replace('[tel-12345]', '[tel-12345, xin-dian-hua]'));
  const sent = await wang.review([DOCUMENT], 'di-bao-1');
  expect(sent).toEqual({
    url: expect.stringMatching(/^https:\/\/www\.county\.example\/_review\/[\w-]{22}\/policies\/di-bao\/$/),
    answer: expect.stringContaining('送审的网页好了'),
  });
  expect(sent?.answer).not.toMatch(/[█▀▄]/);
  expect(reviewed('policies/di-bao')).toContain('先请人看的标题');
  expect(reviewed('policies/di-bao')).toContain('0357-5123456');
  // The tree is as before: nothing is committed in it.
  expect(git(at('小王'), 'log', '--oneline', 'origin/main..HEAD').out).toBe('');
  await li.catchUp();
  expect(refs(at('小李'), 'refs/remotes/origin/review')).toContain('di-bao-1');
  expect((await li.approvals()).waiting).toEqual([]);
});

test('a second try without a change says that there is nothing to review, one with errors says which', async () => {
  const settings = { collection: 'contacts', slug: 'tel-12345' } as const;
  expect(await wang.review([settings], 'tel')).toEqual({ answer: expect.stringContaining('不用送审') });
  const before = (await wang.read(DOCUMENT))?.text ?? '';
  await wang.save(DOCUMENT, before.replace('action: jing-lao', 'action: mei-you'));
  const refused = await wang.review([DOCUMENT], 'di-bao-1');
  await wang.save(DOCUMENT, before);
  expect([refused?.url, refused?.answer]).toEqual([
    undefined,
    expect.stringContaining('要改 policies/di-bao.mdx：'),
  ]);
  expect(reviewed('policies/di-bao')).toContain('先请人看的标题');
});

test('a review that is ended is gone from the server and from the clones', async () => {
  expect(await wang.endReview('di-bao-1')).toBe(true);
  expect(await wang.endReview('di-bao-1')).toBe(true);
  expect([refs(repository, 'refs/heads/review'), readdirSync(join(siteDir, '_review'))]).toEqual(['', []]);
  await li.catchUp();
  expect(refs(at('小李'), 'refs/remotes/origin/review')).toBe('');
});

test('a change that needs approval comes to the other machine, with an address for the reviewer, and goes live from there', async () => {
  const published = await wang.publish([FILE], '改标题');
  expect(published).toMatchObject({ ok: true, waiting: true, answer: expect.stringContaining('/_review/') });
  await li.catchUp();
  const { waiting } = await li.approvals();
  expect(waiting).toMatchObject([{ authors: ['小王'], isOwn: false, messages: ['改标题'] }]);
  expect(await li.approve(waiting[0]?.commit ?? '')).toMatchObject({ ok: true });
  const live = readFileSync(join(siteDir, 'current/policies/di-bao/index.html'), 'utf8');
  expect(live.replace(/<wbr[^>]*>/g, '')).toContain('先请人看的标题');
  expect(refs(repository, 'refs/heads/review')).toBe('');
  await wang.catchUp();
  expect(git(at('小王'), 'rev-parse', 'HEAD').out).toBe(git(repository, 'rev-parse', 'main').out);
  for (const desk of [wang, li]) expect((await desk.approvals()).waiting).toEqual([]);
});

test('where the server demands signatures, an approval without one is refused in words', async () => {
  writeFileSync(join(repository, 'mingbai/approvers'), '');
  await write(wang, '没有签名的');
  expect(await wang.publish([FILE], '改')).toMatchObject({ waiting: true });
  await li.catchUp();
  const [waiting] = (await li.approvals()).waiting;
  expect(await li.approve(waiting?.commit ?? '')).toMatchObject({
    ok: false,
    answer: expect.stringContaining('没有本人的签名'),
  });
  rmSync(join(repository, 'mingbai/approvers'));
  expect(await li.approve(waiting?.commit ?? '')).toMatchObject({ ok: true });
  await wang.catchUp();
});

test('without the network the answer says so, and nothing is lost', async () => {
  await write(wang, '没有网的时候');
  git(at('小王'), 'config', 'remote.origin.push', 'refs/heads/main:refs/for/main');
  git(at('小王'), 'remote', 'set-url', 'origin', at('nowhere.git'));
  expect(await wang.review([DOCUMENT], 'di-bao-2')).toEqual({ answer: expect.stringContaining('连不上') });
  expect(await wang.endReview('di-bao-2')).toBe(false);
  expect((await wang.read(DOCUMENT))?.text).toContain('没有网的时候');
});

test('a plain git host gets no branch: the address for the reviewer is that of the desk', async () => {
  spawnSync('git', ['clone', '--quiet', '--bare', repository, plainHost]);
  const desk = deskOf('小赵', plainHost);
  await write(desk, '放在别处的');
  expect(await desk.review([DOCUMENT], 'di-bao-3')).toBeUndefined();
  expect(refs(plainHost, 'refs/heads')).toBe('refs/heads/main');
  expect(existsSync(join(siteDir, '_review')) && readdirSync(join(siteDir, '_review'))).toEqual([]);
});
