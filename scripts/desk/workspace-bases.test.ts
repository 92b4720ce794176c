/** Own files of documents that a province has, in a county's working tree of git. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { readCorpus } from '../../src/corpus/index.ts';
import type { Workspace } from '../../src/desk/contract.ts';
import { noDocuments } from '../../src/documents/document.ts';
import { readSettings } from '../../src/settings.ts';
import { openBaseDocuments } from './base-documents.ts';
import { openWorkspace } from './git-workspace.ts';

const root = mkdtempSync(join(tmpdir(), 'mingbai-own-'));
afterAll(() => rmSync(root, { recursive: true }));

const PAGE = { collection: 'pages', slug: 'bang-zhu' } as const;
const CONTACT = { collection: 'contacts', slug: 'tel-1' } as const;
const page = (title: string, body = '去乡镇政府。') =>
  `---\ntitle: ${title}\nsummary: 怎么走。\nreviewedOn: 2026-11-20\nreviewBy: 2027-05-20\n---\n\n${body}\n`;

let folder: string;
let workspace: Workspace;
const text = (file: string) => readFileSync(join(folder, file), 'utf8');
const write = (file: string, words: string) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), words);
};
const git = (...args: string[]) =>
  spawnSync('git', ['-C', folder, '-c', 'user.name=王', '-c', 'user.email=w@x.example', ...args], {
    encoding: 'utf8',
  }).stdout.trim();
const read = () => readCorpus(join(folder, 'content'), 'content', { today: '2026-11-24' });
const titles = () => read().documents.pages.map(({ data }) => data.title);
const errors = () =>
  read()
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ file, rule }) => `${file} ${rule}`);

const settings = () =>
  readSettings({
    MINGBAI_CONTENT_DIR: join(folder, 'content'),
    MINGBAI_PUBLIC: join(folder, 'public'),
    MINGBAI_TODAY: '2026-11-24',
  });

beforeEach(() => {
  folder = mkdtempSync(join(root, 'county-'));
  write('province/site.yml', 'name: 省\nurl: https://www.province.example/\n');
  write('province/pages/bang-zhu.mdx', page('省里的帮助'));
  write('province/contacts/tel-1.yml', 'id: tel-1\nname: 省里的热线\nphone: "12345"\nfor: 不知道找谁\n');
  write('content/site.yml', 'name: 县\nurl: https://www.county.example/\nextends: ../province\n');
  git('init', '--quiet');
  git('config', 'user.name', '王');
  git('config', 'user.email', 'w@x.example');
  git('add', '-A');
  git('commit', '--quiet', '-m', '开始');
  workspace = openWorkspace({
    settings: settings(),
    documents: noDocuments,
    baseFiles: () => read().baseFiles,
  });
});

test('a file of the county begins with nothing of its own, and what a changed field was based on is noted with it', async () => {
  await workspace.makeOwn(CONTACT);
  expect(text('content/contacts/tel-1.yml')).toBe('inherits: rest\n');
  await expect(workspace.makeOwn(CONTACT)).rejects.toThrow('没有动它');
  await workspace.save(CONTACT, 'inherits: rest\nphone: 0357-5123456\n');
  expect(read().diagnostics).toEqual([]);
  write('province/contacts/tel-1.yml', text('province/contacts/tel-1.yml').replace('12345', '12346'));
  expect(read().diagnostics.map(({ rule }) => rule)).toEqual(['base/changed']);
  await workspace.save(CONTACT, 'inherits: rest\n');
  expect(text('content/bases.yml')).toContain('said: []');
  await expect(workspace.makeOwn({ collection: 'pages', slug: 'mei-you' })).rejects.toThrow('上级没有');
});

test('what was noted is published with the file that it is about', async () => {
  await workspace.makeOwn(CONTACT);
  await workspace.save(CONTACT, 'inherits: rest\nphone: 0357-5123456\n');
  await workspace.publish(['content/contacts/tel-1.yml'], '改电话');
  expect(git('show', '--name-only', '--format=', 'HEAD').split('\n').sort()).toEqual([
    'content/bases.yml',
    'content/contacts/tel-1.yml',
  ]);
  expect(git('status', '--porcelain')).toBe('');
});

test('a draft of the base is left out by a file alone, and comes back without it', async () => {
  const draft = page('省里的帮助').replace('title:', 'draft: true\ntitle:');
  write('province/pages/bang-zhu.mdx', draft);
  git('commit', '--quiet', '-am', '还没写完');
  await workspace.leaveOut(PAGE, undefined, undefined);
  expect(text('content/pages/bang-zhu.mdx')).toBe('---\ninherits: none\n---\n');
  expect((await workspace.list()).find(({ slug }) => slug === 'bang-zhu')).toMatchObject({
    inherits: 'none',
    state: 'new',
  });
  await workspace.followBase(PAGE);
  expect(existsSync(join(folder, 'content/pages/bang-zhu.mdx'))).toBe(false);
  expect(git('status', '--porcelain')).toBe('');
});

test('a published address goes on to answer when its document is left out, and is a page again when it comes back', async () => {
  write('content/addresses.yml', '# 登记\n- address: /bang-zhu/\n  since: 2026-11-01\n');
  git('add', '-A');
  git('commit', '--quiet', '-m', '发布');
  await expect(workspace.leaveOut(PAGE, undefined, ' ')).rejects.toThrow('老链接');
  await workspace.leaveOut(PAGE, undefined, '我们县另有办法，问县民政局。');
  expect(text('content/addresses.yml')).toContain('withdrawn: 2026-11-24');
  expect(errors()).toEqual([]);
  expect(await workspace.history()).toMatchObject([{ message: '不用上级的：bang-zhu' }, {}, {}]);
  await workspace.followBase(PAGE);
  expect(titles()).toEqual(['省里的帮助']);
  expect(text('content/addresses.yml')).toBe('# 登记\n- address: /bang-zhu/\n  since: 2026-11-01\n');
  expect(existsSync(join(folder, 'content/pages/bang-zhu.mdx'))).toBe(false);
  expect(git('status', '--porcelain')).toBe('');
});

test('a topic of the base has a page whose address would be dead: it is not left out', async () => {
  write(
    'province/actions/jing-lao.yml',
    'id: jing-lao\ntitle: 孝亲敬老\nsummary: 都管。\nicon: house\norder: 1\n',
  );
  const topic = { collection: 'actions', slug: 'jing-lao' } as const;
  await expect(workspace.leaveOut(topic, undefined, '不要了。')).rejects.toThrow('老链接打不开');
});

test('what others refer to cannot be left out: they are named', async () => {
  write('province/pages/lian-jie.mdx', page('省里的另一页', '<Call contact="tel-1" />'));
  await expect(workspace.leaveOut(CONTACT, undefined, undefined)).rejects.toThrow(
    'province/pages/lian-jie.mdx',
  );
  expect(existsSync(join(folder, 'content/contacts/tel-1.yml'))).toBe(false);
});

test('a published file of the county, with changes that are not, gives way to the base again', async () => {
  write('content/pages/bang-zhu.mdx', page('县里的帮助'));
  git('add', '-A');
  git('commit', '--quiet', '-m', '发布');
  write('content/pages/bang-zhu.mdx', page('县里还没发布的'));
  await workspace.followBase(PAGE);
  expect(titles()).toEqual(['省里的帮助']);
  expect(git('log', '-1', '--format=%s')).toBe('照上级的：bang-zhu');
  expect(git('status', '--porcelain')).toBe('');
});

test('a document that the province has is neither moved nor withdrawn: that would only bring it back', async () => {
  write('content/pages/bang-zhu.mdx', page('县里的帮助'));
  git('add', '-A');
  git('commit', '--quiet', '-m', '发布');
  await expect(workspace.move(PAGE, 'xin-bang-zhu')).rejects.toThrow('上级也有');
  await expect(workspace.withdraw(PAGE, undefined, '不要了。')).rejects.toThrow('上级也有');
  expect(titles()).toEqual(['县里的帮助']);
});

test('that a person has looked is noted, and published with the next publication', async () => {
  await workspace.makeOwn(CONTACT);
  await workspace.save(CONTACT, 'inherits: rest\nphone: 0357-5123456\n');
  await workspace.publish(['content/contacts/tel-1.yml'], '改电话');
  write('province/contacts/tel-1.yml', text('province/contacts/tel-1.yml').replace('12345', '12346'));
  const bases = openBaseDocuments(settings(), {
    baseFiles: () => read().baseFiles,
    changed: () => read().changed,
    documents: noDocuments,
  });
  const own = text('content/contacts/tel-1.yml');
  expect(bases.changesSince(CONTACT, own)).toMatchObject([
    { rule: 'base/changed', path: ['phone'], line: 2 },
  ]);
  expect([...bases.changed()]).toEqual(['contacts/tel-1']);
  // Another change of the county's own is none of the base.
  expect(bases.changesSince(CONTACT, 'inherits: rest\nname: 县里的热线\n')).toEqual([]);
  await workspace.noteSeen(CONTACT);
  expect(bases.changesSince(CONTACT, own)).toEqual([]);
  expect(git('log', '-1', '--format=%s')).toBe('看过上级的改动：tel-1');
  expect(git('status', '--porcelain', 'content')).toBe('');
  expect(text('content/contacts/tel-1.yml')).toBe(own);
});

test('the desk names a base by the name of its site, and finds what it has by its own title', () => {
  const bases = openBaseDocuments(settings(), {
    baseFiles: () => read().baseFiles,
    changed: () => [],
    documents: noDocuments,
  });
  expect(bases.list()).toMatchObject([
    { ...PAGE, title: '省里的帮助', from: '省', file: 'province/pages/bang-zhu.mdx' },
    { ...CONTACT, title: '省里的热线', from: '省' },
  ]);
  expect(bases.find(CONTACT)?.text).toBe(text('province/contacts/tel-1.yml'));
  expect(bases.find({ collection: 'site', slug: 'site' })).toBeUndefined();
});
