/** Documents that wait for their day (`publishOn`), over real files in a temporary folder. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Cache, type ParseCache, readCorpus } from './index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-held-back-'));
  write('site.yml', 'name: 示例县明白纸\nurl: https://www.county.example/\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, content: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
}

const page = (fields: string, body = '照着做就行。') =>
  `---\ntitle: 想申请，怎么走\nsummary: 每一步做什么。\nreviewedOn: 2026-11-20\nreviewBy: 2027-05-20\n${fields}---\n\n${body}\n`;
const slugs = (today: string | undefined, known?: ParseCache) =>
  readCorpus(folder, 'content', { today, known }).documents.pages.map(({ slug }) => slug);

test('a document with a day is published from that day on, not before', () => {
  write('pages/sheng-xiao.mdx', page('publishOn: 2027-01-04\n'));
  expect(slugs('2027-01-03')).toEqual([]);
  expect(slugs('2027-01-04')).toEqual(['sheng-xiao']);
  expect(slugs('2027-02-01')).toEqual(['sheng-xiao']);
});

test('a reader that does not know the day publishes nothing that waits', () => {
  write('pages/sheng-xiao.mdx', page('publishOn: 2020-01-01\n'));
  expect(slugs(undefined)).toEqual([]);
});

test('the same cached file is published once its day has come', () => {
  const cache = <T>(): Cache<T> => new Map<string, T>();
  const known = { files: cache(), siteFiles: cache(), sources: cache() } as ParseCache;
  write('pages/sheng-xiao.mdx', page('publishOn: 2027-01-04\n'));
  expect(slugs('2027-01-03', known)).toEqual([]);
  expect(slugs('2027-01-04', known)).toEqual(['sheng-xiao']);
  expect(slugs('2027-01-03', known)).toEqual([]);
});

test('the preview shows it with its day', () => {
  write('pages/sheng-xiao.mdx', page('publishOn: 2027-01-04\n'));
  const { preview } = readCorpus(folder, 'content', { previewOn: '2027-01-03' });
  expect(preview?.documents.pages.map(({ slug }) => slug)).toEqual(['sheng-xiao']);
  expect(preview?.drafts).toEqual([
    {
      collection: 'pages',
      slug: 'sheng-xiao',
      file: 'content/pages/sheng-xiao.mdx',
      publishOn: '2027-01-04',
    },
  ]);
  expect(readCorpus(folder, 'content', { previewOn: '2027-01-04' }).preview?.drafts).toEqual([]);
});

test('a mistake in it is an error before its day, unlike one in a draft', () => {
  const severities = () =>
    readCorpus(folder, 'content', { today: '2027-01-03' }).diagnostics.map((d) => d.severity);
  write('pages/sheng-xiao.mdx', page('publishOn: 2027-01-04\norder: 先\n'));
  expect(severities()).toEqual(['error']);
  write('pages/sheng-xiao.mdx', page('publishOn: 2027-01-04\ndraft: true\norder: 先\n'));
  expect(severities()).toEqual(['warning']);
});

test('a draft with a day stays a draft after it', () => {
  write('pages/sheng-xiao.mdx', page('publishOn: 2027-01-04\ndraft: true\n'));
  expect(slugs('2027-02-01')).toEqual([]);
});

const contact = 'id: tel-12345\nname: 政务热线\nphone: 12345\nfor: 不知道找谁\n';
const notice = (fields: string) =>
  `---\ntitle: 免费量血压\nsummary: 来村里量。\nkind: clinic\nstarts: 2027-03-01\nwhere: 村委会\ncontacts: [tel-12345]\npolicies: [di-bao]\n${fields}---\n\n来就行。\n`;
const policy = (fields: string) =>
  `---\ntitle: 可以申请低保\nsummary: 收入低的可以申请。\naction: jing-lao\naudiences: [lao-ren]\nkeyPoints: [去乡镇政府]\nbenefit: [每月一笔钱]\neligibility: [收入低]\nsteps: [{title: 去乡镇政府}]\ndocuments: []\ncontacts: [tel-12345]\nbasis: [{title: 社会救助暂行办法, issuer: 国务院}]\nreviewedOn: 2026-11-20\nreviewBy: 2027-05-20\nreviewer: 县民政局\n${fields}---\n\n去问。\n`;

test.each([
  ['one that is published', '', '定于2027年1月4日才发布'],
  ['one that is published before it', 'publishOn: 2027-01-03\n', '定于2027年1月4日才发布'],
  ['one of the same day', 'publishOn: 2027-01-04\n', undefined],
  ['one of a later day', 'publishOn: 2027-02-01\n', undefined],
  ['a draft', 'draft: true\n', undefined],
])('a reference to a waiting document from %s', (_, fields, expected) => {
  write('contacts/tel-12345.yml', contact);
  write('actions/jing-lao.yml', 'id: jing-lao\ntitle: 孝亲敬老\nsummary: 都管。\nicon: house\norder: 1\n');
  write('audiences/lao-ren.yml', 'id: lao-ren\ntitle: 老人\nsummary: 养老钱。\nicon: house\norder: 1\n');
  write('policies/di-bao.mdx', policy('publishOn: 2027-01-04\n'));
  write('notices/liang.mdx', notice(fields));
  const found = (today: string) =>
    readCorpus(folder, 'content', { today }).diagnostics.filter(
      ({ rule }) => rule === 'schema/unknown-reference',
    );
  expect(found('2026-12-01').map(({ message }) => message)).toEqual(
    expected === undefined ? [] : [expect.stringContaining(expected)],
  );
  expect(found('2027-01-04')).toEqual([]);
});
