import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { textOfBlocks } from '../../documents/plain-text.ts';
import { readCorpus } from '../read-corpus.ts';

const root = mkdtempSync(join(tmpdir(), 'mingbai-inherited-'));
let top: string;
beforeEach(() => {
  top = mkdtempSync(join(root, 'case-'));
});
afterAll(() => rmSync(root, { recursive: true }));

/** Writes the files of a content folder that extends another. */
function content(
  folder: string,
  base: string | undefined,
  files: Readonly<Record<string, string>> = {},
): void {
  const site = `name: ${folder}\nurl: https://www.${folder}.example/\n${base === undefined ? '' : `extends: ../${base}\n`}`;
  for (const [path, text] of Object.entries({ 'site.yml': site, ...files })) {
    mkdirSync(dirname(join(top, folder, path)), { recursive: true });
    writeFileSync(join(top, folder, path), text);
  }
}

const page = (fields: string, body = '打电话问。') => `---\n${fields}\n---\n\n${body}\n`;
const wholePage = (title: string, body?: string) =>
  page(`title: ${title}\nsummary: 一步一步怎么走。\nreviewedOn: 2026-11-20\nreviewBy: 2027-05-20`, body);
const contact = (name: string) => `id: tel-1\nname: ${name}\nphone: "12345"\nfor: 不知道找谁，先打这个\n`;

const read = () => readCorpus(join(top, 'county'), 'county', { today: '2026-11-24', keepSources: true });
/** The findings; what nobody has recorded of a base is the subject of base-changes.test.ts. */
const found = () =>
  read()
    .diagnostics.filter(({ rule }) => rule !== 'base/changed')
    .map(({ file, line, column, severity, rule }) => `${file}:${line}:${column} ${severity} ${rule}`);
const titles = () => read().documents.pages.map(({ slug, data }) => `${slug} ${data.title}`);

test('a county has what its city, province and nation wrote, and its own where it wrote itself', () => {
  content('nation', undefined, { 'pages/a.mdx': wholePage('国甲'), 'pages/b.mdx': wholePage('国乙') });
  content('province', 'nation', { 'pages/b.mdx': wholePage('省乙'), 'pages/c.mdx': wholePage('省丙') });
  content('city', 'province', { 'pages/c.mdx': page('inherits: rest\ntitle: 市丙') });
  content('county', 'city', {
    'pages/d.mdx': wholePage('县丁'),
    'contacts/tel-1.yml': contact('县里的热线'),
  });
  expect(titles()).toEqual(['a 国甲', 'b 省乙', 'c 市丙', 'd 县丁']);
  expect(found()).toEqual([]);
  expect(read().site.name).toBe('county');
});

test('a county changes one field and keeps the rest, through every level', () => {
  content('nation', undefined, { 'contacts/tel-1.yml': contact('国家的热线') });
  content('province', 'nation', { 'contacts/tel-1.yml': 'inherits: rest\nhours: 全天\n' });
  content('county', 'province', { 'contacts/tel-1.yml': 'inherits: rest\nname: 县里的热线\n' });
  expect(read().documents.contacts).toMatchObject([
    { id: 'tel-1', name: '县里的热线', phone: '12345', hours: '全天', for: '不知道找谁，先打这个' },
  ]);
});

test('a field left empty in the county is gone there', () => {
  content('province', undefined, { 'contacts/tel-1.yml': `${contact('省里的热线')}hours: 全天\n` });
  content('county', 'province', { 'contacts/tel-1.yml': 'inherits: rest\nhours:\n' });
  expect(read().documents.contacts[0]).not.toHaveProperty('hours');
});

test('a county writes one paragraph with a name, or below one heading, and the rest is the base', () => {
  const body =
    '先说一句。\n\n<Part name="在哪里">\n\n去乡镇政府。\n\n</Part>\n\n## 要多久\n\n一个月。\n\n## 还有\n\n完了。';
  content('province', undefined, { 'pages/a.mdx': wholePage('省甲', body) });
  const own =
    '<Part name="在哪里">\n\n去永安镇政府。\n\n</Part>\n\n<Part name="要多久">\n\n二十天。\n\n</Part>';
  content('county', 'province', { 'pages/a.mdx': page('inherits: rest', own) });
  const [document] = read().documents.pages;
  expect(
    textOfBlocks(document?.body.blocks ?? [])
      .replace(/\s+/g, ' ')
      .trim(),
  ).toBe('先说一句。 去永安镇政府。 要多久 二十天。 还有 完了。');
  expect(found()).toEqual([]);
});

test('what a base wrote does not apply: the county has no page for it, and a link to it is an error', () => {
  const linked = wholePage('县乙', '<Call contact="tel-1" />');
  content('province', undefined, {
    'pages/a.mdx': wholePage('省甲'),
    'contacts/tel-1.yml': contact('省里的热线'),
  });
  content('county', 'province', {
    'pages/a.mdx': page('inherits: none'),
    'pages/b.mdx': linked,
    'contacts/tel-1.yml': 'inherits: none\n',
  });
  expect(titles()).toEqual(['b 县乙']);
  expect(found()).toEqual(['county/pages/b.mdx:8:1 error schema/unknown-reference']);
});

test('an error is told in the file that has the words, at its line', () => {
  content('province', undefined, {
    'pages/a.mdx': page('title: 省甲\nsummary: 怎么走。\nreviewedOn: 2026-11-20\nreviewBy: 昨天', '{1}'),
  });
  content('county', 'province', {
    'pages/a.mdx': page('# 县里的\ninherits: rest\ntitel: 县甲\nreviewedOn: 前天', ''),
  });
  expect(found()).toEqual([
    'county/pages/a.mdx:4:1 error schema/unknown-field',
    'county/pages/a.mdx:5:13 error schema/wrong-value',
    'province/pages/a.mdx:5:11 error schema/wrong-value',
    'province/pages/a.mdx:8:1 error mdx/unsafe',
  ]);
});

test('a county takes the questions of its base until it writes its own', () => {
  content('province', undefined, { 'finder.yml': '[]\n' });
  content('county', 'province');
  expect(read().sources.map(({ file }) => file)).toEqual(['county/site.yml', 'province/finder.yml']);
});

test('a file that takes the rest from nowhere is told at its line, and a draft stays one', () => {
  content('province', undefined, { 'pages/b.mdx': wholePage('省乙').replace('title', 'draft: true\ntitle') });
  content('county', 'province', { 'pages/a.mdx': page('title: 县甲\ninherits: rest') });
  expect(found()).toEqual(['county/pages/a.mdx:3:1 error base/no-counterpart']);
  expect(titles()).toEqual([]);
});

const ledger = (...entries: string[]) => entries.join('');
const entry = (address: string, more = '') => `- address: ${address}\n  since: 2026-11-01\n${more}`;

test('what a base withdrew goes on to answer in the county, with the reason and the replacement of the base', () => {
  const gone = '  withdrawn: 2026-11-20\n  reason: 并到一起办了。\n  replacedBy: /b/\n';
  content('nation', undefined, {
    'addresses.yml': ledger(entry('/a/', gone), entry('/b/')),
    'pages/b.mdx': wholePage('国乙'),
  });
  content('county', 'nation', { 'addresses.yml': ledger(entry('/b/'), entry('/a/')) });
  expect(read().ledger).toEqual([
    { address: '/b/', since: '2026-11-01' },
    {
      address: '/a/',
      since: '2026-11-01',
      withdrawn: '2026-11-20',
      reason: '并到一起办了。',
      replacedBy: '/b/',
    },
  ]);
  expect(found()).toEqual([]);
});

test('a county that has the page itself keeps it, and its own word on a withdrawal counts', () => {
  const gone = '  withdrawn: 2026-11-20\n  reason: 省里的。\n  replacedBy: /c/\n';
  content('nation', undefined, { 'addresses.yml': ledger(entry('/a/', gone), entry('/d/', gone)) });
  content('county', 'nation', {
    'addresses.yml': ledger(entry('/a/'), entry('/d/', '  withdrawn: 2026-11-22\n  reason: 县里的。\n')),
    'pages/a.mdx': wholePage('县甲'),
  });
  expect(read().ledger).toMatchObject([{ address: '/a/' }, { withdrawn: '2026-11-22', reason: '县里的。' }]);
  expect(read().ledger[0]).not.toHaveProperty('withdrawn');
});

test('a file that takes the rest of what the base withdrew or renamed is told what happened', () => {
  const gone = '  withdrawn: 2026-11-20\n  reason: 活动取消了。\n';
  content('nation', undefined, {
    'addresses.yml': ledger(entry('/a/', gone), entry('/n/', gone)),
    'pages/new.mdx': wholePage('国新', '打电话问。').replace('title', 'aliases: [old]\ntitle'),
  });
  content('county', 'nation', {
    'pages/a.mdx': page('inherits: rest\ntitle: 县甲'),
    'pages/n.mdx': page('inherits: none'),
    'pages/old.mdx': page('inherits: rest\ntitle: 县旧'),
    'pages/was.mdx': page('inherits: rest\ntitle: 县有'),
    'bases.yml': 'said:\n  - file: pages/was\n    what: title\n    text: "title: 国有"\n',
  });
  expect(
    read().diagnostics.map(({ file, line, severity, message }) => `${file}:${line} ${severity} ${message}`),
  ).toMatchInlineSnapshot(`
    [
      "county/pages/a.mdx:2 error 上级 2026-11-20 撤下了这一份（活动取消了），这里没写的就没有地方去取。也不要了：删掉这个文件，老网址照上级写的原因回答，不用登记。还要留着：删掉 inherits 这一行，自己写全。",
      "county/pages/n.mdx:2 warning 上级自己也撤下了这一份，这个文件没有用了。可以删掉。",
      "county/pages/old.mdx:2 error 上级把这一份改名叫 new 了。请把这个文件也改名，还在原来的文件夹里：new。老网址会自己通到新的。",
      "county/pages/was.mdx:2 error 上级以前有这一份，现在没有了，这里没写的就没有地方去取。也不要了：删掉这个文件，已经发布过的，在 addresses.yml 里给它写上 withdrawn 和 reason。还要留着：删掉 inherits 这一行，自己写全。",
    ]
  `);
});
