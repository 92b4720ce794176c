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
