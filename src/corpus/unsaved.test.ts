import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectDir } from '../settings.ts';
import type { ContentFile } from './content-files.ts';
import { nameConflict } from './name-conflict.ts';
import { type Corpus, readCorpus } from './read-corpus.ts';
import { fieldPaths, readUnsaved } from './unsaved.ts';

const DAY = '2026-11-23';
let contentDir: string;
let corpus: Corpus;
const read = () => readCorpus(contentDir, 'content', { previewOn: DAY, keepSources: true });
beforeAll(() => {
  contentDir = join(mkdtempSync(join(tmpdir(), 'mingbai-unsaved-')), 'content');
  cpSync(join(projectDir, 'content'), contentDir, { recursive: true });
  corpus = read();
});
afterAll(() => rmSync(contentDir, { recursive: true, force: true }));

function fileOf(collection: ContentFile['collection'], slug: string): ContentFile {
  const name = `${collection}/${slug}${collection === 'contacts' ? '.yml' : '.mdx'}`;
  return { collection, slug, path: join(contentDir, name), file: `content/${name}` };
}
const textOf = (file: ContentFile) => readFileSync(file.path, 'utf8');

test.each([
  ['policies', 'di-bao', /^title: .*$/m, 'title: 改了的标题'],
  ['policies', 'di-bao', /^summary: .*\n/m, ''],
  ['policies', 'di-bao', /\n---\n/, '\n---\n\n**新的**一段。\n'],
  ['contacts', 'tel-12316', /^phone: .*$/m, "phone: '12346'"],
] as const)('%s/%s unsaved is shown as it will be when it is saved (%s)', (collection, slug, from, to) => {
  const file = fileOf(collection, slug);
  const before = textOf(file);
  const text = before.replace(from, to);
  expect(text).not.toBe(before);
  const unsaved = readUnsaved(file, text, corpus, DAY);
  writeFileSync(file.path, text);
  const saved = read();
  writeFileSync(file.path, before);
  expect(JSON.parse(JSON.stringify(unsaved.documents))).toEqual(
    JSON.parse(JSON.stringify(saved.preview?.documents)),
  );
  expect(unsaved.diagnostics).toEqual(saved.diagnostics.filter((found) => found.file === file.file));
});

test('a new document is added, without a file', () => {
  const file = fileOf('pages', 'xin-de');
  const unsaved = readUnsaved(file, '---\ntitle: 新的一页\n---\n\n正文。\n', corpus, DAY);
  expect(unsaved.document?.data.title).toBe('新的一页');
  expect(unsaved.documents.pages).toHaveLength((corpus.preview?.documents.pages.length ?? 0) + 1);
});

test('a reference to nothing is found while it is typed', () => {
  const file = fileOf('policies', 'di-bao');
  const text = textOf(file).replace(/^action: .*$/m, 'action: mei-you-zhe-ge');
  const { diagnostics } = readUnsaved(file, text, corpus, DAY);
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['schema/unknown-reference']);
});

test('every finding stands at its field', () => {
  const file = fileOf('policies', 'di-bao');
  const text = textOf(file)
    .replace(/^title: .*$/m, 'title: 长'.padEnd(60, '长'))
    .replace(/^summary: .*\n/m, '')
    .replace(/^action: .*$/m, 'action: mei-you-zhe-ge')
    .replace(/^keyPoints:\n {2}- .*$/m, `keyPoints:\n  - ${'点'.repeat(40)}`);
  const { diagnostics, source } = readUnsaved(file, text, corpus, DAY);
  if (source === undefined) throw new Error('The text has fields.');
  const paths = fieldPaths(source, diagnostics).map((path) => path?.join('.'));
  expect(paths.sort()).toEqual(['action', 'keyPoints.0', 'summary', 'title']);
});

test('a finding in the body has no field', () => {
  const file = fileOf('policies', 'di-bao');
  const { diagnostics, source } = readUnsaved(file, `${textOf(file)}\n<Nothing />\n`, corpus, DAY);
  if (source === undefined) throw new Error('The text has fields.');
  expect(diagnostics).not.toEqual([]);
  expect(fieldPaths(source, diagnostics)).toEqual([undefined]);
});

test('a text that takes the rest from its base is shown with it while it is typed', () => {
  const county = join(contentDir, '..', 'county');
  mkdirSync(join(county, 'contacts'), { recursive: true });
  mkdirSync(join(county, 'pages'), { recursive: true });
  writeFileSync(
    join(county, 'site.yml'),
    'name: 县\nurl: https://www.county.example/\nextends: ../content\n',
  );
  const path = join(county, 'pages/about.mdx');
  writeFileSync(path, '---\ninherits: rest\ntitle: 县里的\n---\n');
  const inCounty = readCorpus(county, 'county', { previewOn: DAY, keepSources: true });
  const file: ContentFile = { collection: 'pages', slug: 'about', path, file: 'county/pages/about.mdx' };
  const { document, diagnostics } = readUnsaved(
    file,
    '---\ninherits: rest\ntitle: 正在写\n---\n',
    inCounty,
    DAY,
  );
  const about = corpus.documents.pages.find(({ slug }) => slug === 'about');
  expect(document?.data.title).toBe('正在写');
  expect(document?.data.summary).toBe(about?.data.summary);
  expect(document?.body.blocks).toEqual(about?.body.blocks);
  expect(diagnostics).toEqual([]);
});

test('a new document may not take the name of one that the base has: that one is changed instead', () => {
  const county = join(contentDir, '..', 'county');
  expect(nameConflict(county, 'county', 'policies', 'di-bao')).toMatch(/^上级已经有 policies\/di-bao/);
  expect(nameConflict(county, 'county', 'policies', 'xin-de-zheng-ce')).toBeUndefined();
});

test('what a base has is known before the county writes its own, and what the county leaves out is shown nowhere', () => {
  const province = join(contentDir, '..', 'province');
  mkdirSync(join(province, 'contacts'), { recursive: true });
  writeFileSync(join(province, 'site.yml'), 'name: 省\nurl: https://www.province.example/\n');
  writeFileSync(
    join(province, 'contacts', 'sheng-tel.yml'),
    'id: sheng-tel\nname: 省里的热线\nphone: "12345"\nfor: 不知道找谁，先打这个\n',
  );
  const county = join(contentDir, '..', 'county');
  mkdirSync(county, { recursive: true });
  writeFileSync(
    join(county, 'site.yml'),
    'name: 县\nurl: https://www.county.example/\nextends: ../province\n',
  );
  const inherited = readCorpus(county, 'county', { previewOn: DAY, keepSources: true });
  const file: ContentFile = {
    ...{ collection: 'contacts', slug: 'sheng-tel', file: 'county/contacts/sheng-tel.yml' },
    path: join(county, 'contacts', 'sheng-tel.yml'),
  };
  const shown = (text: string) => readUnsaved(file, text, inherited, DAY);
  expect(shown('inherits: rest\nname: 县里的热线\n').documents.contacts).toMatchObject([
    { id: 'sheng-tel', name: '县里的热线', phone: '12345' },
  ]);
  expect(shown('inherits: none\n')).toMatchObject({ documents: { contacts: [] }, diagnostics: [] });
});
