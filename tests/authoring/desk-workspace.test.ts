/** Moving, withdrawing, publishing and undoing from the desk's working tree, over a real repository of `serve-git`. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkspace } from '../../scripts/desk/git-workspace.ts';
import { noDocuments } from '../../src/documents/document.ts';
import { readSettings } from '../../src/settings.ts';
import { mingbai, onePolicy, site, temporaryFolder, writeFiles } from '../build/content-folder.ts';

const top = temporaryFolder();
const [repository, siteDir, folder] = [join(top, 'county.git'), join(top, 'site'), join(top, 'editor')];
const content = join(folder, 'content');
const policy = onePolicy['policies/di-bao.mdx'] ?? '';
const settings = readSettings({
  MINGBAI_CONTENT_DIR: content,
  MINGBAI_PUBLIC: join(folder, 'public'),
  MINGBAI_TODAY: '2026-11-24',
});
const workspace = openWorkspace({ settings, documents: noDocuments });
const git = (...args: string[]) => {
  const ran = spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return ran.stdout;
};
const live = (address: string) => readFileSync(join(siteDir, 'current', address, 'index.html'), 'utf8');
const text = (file: string) => readFileSync(join(content, file), 'utf8');

beforeAll(async () => {
  const first = join(top, 'content');
  const other = policy.replace('家里困难，可以申请低保', '急难的时候有救助');
  writeFiles(first, {
    ...site,
    ...onePolicy,
    'policies/jiu-zhu.mdx': other.replace('title:', '# 接着它的\nreplacedBy: di-bao # 老的\ntitle:'),
  });
  const made = await mingbai('serve-git', repository, '--site', siteDir, '--content', first);
  const clone = /git clone .* (\S+) mingbai/.exec(made.out)?.[0]?.replace(/ mingbai$/, ` ${folder}`);
  if (clone === undefined) throw new Error(made.out + made.err);
  spawnSync('sh', ['-c', clone]);
  git('config', 'user.name', '小王');
  git('config', 'user.email', 'wang@county.example');
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

test('a moved document keeps its old address, and what refers to it follows, with every comment', async () => {
  const moved = await workspace.move({ collection: 'policies', slug: 'di-bao' }, 'di-bao-jin');
  expect(moved).toEqual({ collection: 'policies', slug: 'di-bao-jin' });
  expect(existsSync(join(content, 'policies/di-bao.mdx'))).toBe(false);
  expect(text('policies/jiu-zhu.mdx')).toContain('# 接着它的\nreplacedBy: di-bao-jin # 老的\n');
  expect(git('status', '--porcelain')).toBe('');
  const correction = text('policies/di-bao-jin.mdx').replace('家里困难', '家里有困难');
  await workspace.save(moved, correction);
  const answer = await workspace.publish(['content/policies/di-bao-jin.mdx'], '改名字', undefined);
  expect(answer).toMatchObject({ ok: true });
  expect(live('policies/di-bao-jin')).toContain('家里有困难');
  expect(live('policies/di-bao')).toContain('/policies/di-bao-jin/');
});

test('a document is not moved to a name that is taken, nor while it has changes that are not published', async () => {
  const document = { collection: 'policies', slug: 'di-bao-jin' } as const;
  await expect(workspace.move(document, 'jiu-zhu')).rejects.toThrow('已经有');
  await expect(workspace.move(document, '../x')).rejects.toThrow('不能当文件名');
  const before = text('policies/di-bao-jin.mdx');
  writeFileSync(join(content, 'policies/di-bao-jin.mdx'), `${before}\n还没写完\n`);
  await expect(workspace.move(document, 'xin-ming')).rejects.toThrow('还有没发布的修改');
  await workspace.discard(document);
  expect(text('policies/di-bao-jin.mdx')).toBe(before);
});

test('a withdrawn document asks for the way on, and its addresses lead to what replaces it', async () => {
  const document = { collection: 'policies', slug: 'di-bao-jin' } as const;
  await expect(workspace.withdraw(document, undefined, ' ')).rejects.toThrow('请选换成了哪一篇');
  await expect(workspace.withdraw(document, undefined, '不办了')).rejects.toThrow('还连着它');
  await expect(workspace.withdraw(document, 'mei-you', undefined)).rejects.toThrow('没有「mei-you」');
  const jiuZhu = { collection: 'policies', slug: 'jiu-zhu' } as const;
  await workspace.save(jiuZhu, text('policies/jiu-zhu.mdx').replace(/^replacedBy.*\n/m, ''));
  expect(await workspace.publish(['content/policies/jiu-zhu.mdx'], '不再换', undefined)).toMatchObject({
    ok: true,
  });
  await workspace.withdraw(document, 'jiu-zhu', '合到一篇里了。');
  expect(await workspace.unsent()).toEqual(['撤下：di-bao-jin']);
  const answer = await workspace.publish([], '撤下', undefined);
  expect(answer).toMatchObject({ ok: true });
  for (const address of ['policies/di-bao-jin', 'policies/di-bao']) {
    expect(live(address)).toContain('/policies/jiu-zhu/');
    expect(live(address)).toContain('合到一篇里了。');
  }
  expect(await workspace.unsent()).toEqual([]);
});

test('a new document is removed without a trace, and a record is not moved at all', async () => {
  writeFiles(content, { 'policies/xin.mdx': policy });
  await workspace.withdraw({ collection: 'policies', slug: 'xin' }, undefined, undefined);
  expect(git('status', '--porcelain')).toBe('');
  await expect(workspace.move({ collection: 'contacts', slug: 'tel-12345' }, 'x')).rejects.toThrow(
    '定了就不改',
  );
});
