import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectDir } from '../settings.ts';
import type { ContentFile } from './content-files.ts';
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
