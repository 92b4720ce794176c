/** A guess is reported until a person confirms it in the file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCorpus } from '../corpus/index.ts';
import { type Diagnostic, hasErrors } from '../documents/diagnostic.ts';
import { createSite } from '../documents/site.ts';
import { guessRules } from '../schema/confirmed.ts';
import { EXAMPLE_DAY, writeExample } from './example-folder.ts';
import { checkContent, rules } from './index.ts';
import { readPublicFiles } from './public-files.ts';
import type { ExampleFolder } from './rule.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-confirmed-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The findings of the rules whose names begin so. */
async function check(example: ExampleFolder, ...beginnings: string[]): Promise<Diagnostic[]> {
  writeExample(example, folder);
  const corpus = readCorpus(join(folder, 'content'), 'content', { keepSources: true });
  const site = createSite(corpus.documents, corpus, EXAMPLE_DAY);
  const publicFiles = await readPublicFiles(join(folder, 'public'));
  const { sources } = corpus;
  const content = { sources, allSources: sources, site, publicFiles, contentName: 'content' };
  const wanted = ['privacy/', 'schema/', ...beginnings];
  return [...corpus.diagnostics, ...checkContent(content)].filter(({ rule }) =>
    wanted.some((beginning) => rule.startsWith(beginning)),
  );
}

const body = '王小明今年12岁，在镇上读书。';
const confirmed = (text: string, rule = 'privacy/minor-name', reason = '监护人书面同意') =>
  `confirmed: [{rule: ${rule}, text: ${text}, reason: ${reason}}]`;

test('a name that may be a child’s is a warning that shows how to confirm it, and stops nothing', async () => {
  const diagnostics = await check({ body });
  expect(diagnostics).toMatchObject([{ rule: 'privacy/minor-name', severity: 'warning' }]);
  expect(diagnostics[0]?.message).toContain(
    'confirmed: [{rule: privacy/minor-name, text: 王小明, reason: 为什么可以写}]',
  );
  expect(hasErrors(diagnostics)).toBe(false);
});

test('two names in one file are both confirmed by following the messages', async () => {
  const two = `${body}李小红今年9岁。`;
  const [first] = await check({ body: two });
  const line =
    /confirmed: \[.*?\}\]/.exec(first?.message ?? '')?.[0].replace('为什么可以写', '已经成年') ?? '';
  const [second, ...others] = await check({ body: two, fields: line });
  expect(others).toEqual([]);
  expect(second?.message).toContain('的 confirmed 里再添一条，前面加英文逗号：{rule: privacy/minor-name');
  const entry = /\{rule: .*\}/.exec(second?.message ?? '')?.[0].replace('为什么可以写', '已经成年') ?? '';
  expect(await check({ body: two, fields: line.replace('}]', `}, ${entry}]`) })).toEqual([]);
});

test('a guess confirmed with a reason is not reported again; another name still is', async () => {
  expect(await check({ body, fields: confirmed('王小明') })).toEqual([]);
  const both = await check({ body: `${body}李小红今年9岁。`, fields: confirmed('王小明') });
  expect(both.map(({ message }) => message)).toEqual([expect.stringContaining('李小红')]);
});

test.each([
  ['words that are not asked about', confirmed('王小'), 'privacy/unused-confirmation', 'warning'],
  [
    'words of another rule',
    confirmed('王小明', 'privacy/recipient-list'),
    'privacy/unused-confirmation',
    'warning',
  ],
  ['a rule that is certain', confirmed('王小明', 'privacy/recorded-place'), 'schema/wrong-value', 'error'],
  ['a rule that there is not', confirmed('王小明', 'privacy/child'), 'schema/wrong-value', 'error'],
  [
    'the placeholder of the reason',
    confirmed('王小明', 'privacy/minor-name', '为什么可以写'),
    'schema/wrong-value',
    'error',
  ],
  ['no reason', confirmed('王小明', 'privacy/minor-name', '""'), 'schema/missing-field', 'error'],
])('a confirmation of %s is reported, and confirms nothing', async (_, fields, rule, severity) => {
  const diagnostics = await check({ body, fields });
  expect(diagnostics).toContainEqual(expect.objectContaining({ rule, severity }));
  expect(diagnostics).toContainEqual(expect.objectContaining({ rule: 'privacy/minor-name' }));
});

test.each([
  ['text/lost-character', '困难群?众都来。'],
  ['text/lost-character', '低□户每月领钱。'],
  ['text/misread-character', '我己经交了。'],
  ['text/mojibake', '交悝煤的时候来。'],
  ['text/office-leftover', '函数没找到就出来#N/A，别慌。'],
  ['text/reading-in-brackets', '生字：报[bào]销[xiāo]。'],
  ['text/replacement-character', '水烫烫烫！'],
  ['text/traditional', '他说“我們去辦”。'],
])('%s: 「%s」 is a question, which the words of its message answer', async (rule, text) => {
  const diagnostics = await check({ body: text }, rule);
  expect(diagnostics).toEqual([expect.objectContaining({ rule, severity: 'warning' })]);
  const fields = /confirmed: \[.*\}\]/.exec(diagnostics[0]?.message ?? '')?.[0] ?? '';
  expect(await check({ body: text, fields: fields.replace('为什么可以写', '看过') }, rule)).toEqual([]);
});

test.each([
  ['text/lost-character', '每人补???元。'],
  ['text/lost-character', '????补贴怎么领。'],
  ['text/lost-character', '困难群?的生活。'],
  ['text/misread-character', '每月5OO元。'],
  ['text/mojibake', '鏀跨瓥怎么看。'],
  ['text/office-leftover', '每月领#REF!元。'],
  ['text/replacement-character', '身份\ufffd。'],
  ['text/traditional', '可以申請。'],
])('%s: 「%s」 can only be wrong, and is an error', async (rule, text) => {
  expect(await check({ body: text }, rule)).toContainEqual(
    expect.objectContaining({ rule, severity: 'error' }),
  );
});

test('a confirmation in a record counts for the record', async () => {
  const record = (more: string) => ({
    files: { 'places/cun.yml': `id: cun\nname: 王小明今年9岁\nkind: village\n${more}` },
  });
  expect(await check(record(''))).toHaveLength(1);
  expect(await check(record(`${confirmed('王小明')}\n`))).toEqual([]);
});

test('the schema lists exactly the rules that guess', () => {
  const names = rules.filter(({ guesses }) => guesses).map(({ name }) => name);
  expect(names.sort()).toEqual(Object.keys(guessRules).sort());
});
