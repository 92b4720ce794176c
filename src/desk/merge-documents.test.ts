import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baseRecordsText } from '../corpus/index.ts';
import { runGitSync } from '../git-command.ts';
import { applyEdits, readParts } from './edit-document.ts';
import { mergeDocuments } from './merge-documents.ts';

const BASE = `---
title: 低保
summary: 按月领钱
audiences: [kun-nan, lao-ren]
keyPoints:
  - 去申请   # 第一条
  - 等通知
steps:
  - title: 交材料
    where: 镇政府
  - title: 等通知
---

## 怎么回事

第一段。

第二段。
`;
const set = (text: string, ...edits: [path: (string | number)[], value: unknown][]) =>
  applyEdits(
    text,
    edits.map(([path, value]) => ({ path, value })),
  );
const fieldsOf = (text: string) => readParts(text).fields;

test('two editors change different fields: both changes are there', () => {
  const { text, conflicts } = mergeDocuments(
    BASE,
    set(BASE, [['title'], '甲']),
    set(BASE, [['summary'], '乙']),
  );
  expect(conflicts).toEqual([]);
  expect(fieldsOf(text)).toMatchObject({ title: '甲', summary: '乙' });
});

test('two editors change one list: added and removed items of both are there', () => {
  const ours = set(
    BASE,
    [['keyPoints'], ['去申请', '等通知', '领钱']],
    [['audiences'], ['kun-nan', 'lao-ren', 'fu-nv']],
  );
  const theirs = set(BASE, [['keyPoints'], ['先打电话', '去申请', '等通知']], [['audiences'], ['lao-ren']]);
  const { text, conflicts } = mergeDocuments(BASE, ours, theirs);
  expect(conflicts).toEqual([]);
  expect(fieldsOf(text)).toMatchObject({
    keyPoints: ['先打电话', '去申请', '等通知', '领钱'],
    audiences: ['lao-ren', 'fu-nv'],
  });
  expect(text).toContain('# 第一条');
});

test('two editors change one step in different fields', () => {
  const ours = set(BASE, [['steps', 0, 'where'], '村委会']);
  const theirs = set(BASE, [['steps', 0, 'title'], '交表']);
  const { text, conflicts } = mergeDocuments(BASE, ours, theirs);
  expect(conflicts).toEqual([]);
  expect(fieldsOf(text).steps).toEqual([{ title: '交表', where: '村委会' }, { title: '等通知' }]);
});

test('two editors change the same field: both values are shown, and the saved one stays until one is chosen', () => {
  const ours = set(BASE, [['title'], '甲'], [['steps', 1, 'days'], '20']);
  const { text, conflicts } = mergeDocuments(BASE, ours, set(BASE, [['title'], '乙']));
  expect(conflicts).toEqual([{ path: ['title'], base: '低保', ours: '甲', theirs: '乙' }]);
  expect(fieldsOf(text)).toMatchObject({ title: '乙', steps: [{}, { days: '20' }] });
});

test('one editor removes what the other changes: both are asked', () => {
  const { conflicts } = mergeDocuments(
    BASE,
    set(BASE, [['summary'], undefined]),
    set(BASE, [['summary'], '乙']),
  );
  expect(conflicts).toEqual([{ path: ['summary'], base: '按月领钱', ours: undefined, theirs: '乙' }]);
});

test('the body is merged block by block, and a block that both changed is a conflict of its own', () => {
  const edit = (from: string, to: string) => BASE.replace(from, to);
  const both = mergeDocuments(BASE, edit('第一段。', '甲段。'), edit('第二段。', '乙段。'));
  expect(both.conflicts).toEqual([]);
  expect(readParts(both.text).body).toBe('\n## 怎么回事\n\n甲段。\n\n乙段。\n');
  const added = mergeDocuments(BASE, `${BASE}\n甲加的。\n`, `${BASE}\n乙加的。\n`);
  expect(added.conflicts).toEqual([]);
  expect(readParts(added.text).body).toContain('第二段。\n\n乙加的。\n\n甲加的。\n');
  const same = mergeDocuments(BASE, edit('第二段。', '甲段。'), edit('第二段。', '乙段。'));
  expect(same.conflicts).toEqual([{ path: ['body'], base: '第二段。', ours: '甲段。', theirs: '乙段。' }]);
});

test('both add a field of the same name elsewhere: never a file that cannot be read', () => {
  const ours = BASE.replace('title: 低保', 'title: 低保\nplaces: [a]');
  const theirs = BASE.replace('keyPoints:', 'places: [b]\nkeyPoints:');
  const { text } = mergeDocuments(BASE, ours, theirs);
  expect(readParts(text).isReadable).toBe(true);
  expect(fieldsOf(text).places).toEqual(['b', 'a']);
});

test('git merges lines that two editors moved: what one of them removed is still asked about', () => {
  const theirs = set(BASE, [['summary'], undefined], [['summary'], '一']);
  const { conflicts } = mergeDocuments(BASE, set(BASE, [['summary'], undefined]), theirs);
  expect(conflicts).toMatchObject([{ path: ['summary'], theirs: '一' }]);
});

test('the line ends and the mark of the saved text stay', () => {
  const theirs = `\ufeff${set(BASE, [['summary'], '乙']).replaceAll('\n', '\r\n')}`;
  const { text } = mergeDocuments(BASE, set(BASE, [['title'], '甲']), theirs);
  expect(text).toBe(`\ufeff${set(BASE, [['title'], '甲'], [['summary'], '乙']).replaceAll('\n', '\r\n')}`);
});

const item = fc.constantFrom('去申请', '等通知', '领钱', '打电话', '带证');
const change = fc.oneof(
  fc.tuple(fc.constant(['title']), fc.constantFrom('甲', '乙', '丙')),
  fc.tuple(fc.constant(['summary']), fc.constantFrom('一', '二', undefined)),
  fc.tuple(fc.constant(['keyPoints']), fc.uniqueArray(item, { minLength: 1 })),
  fc.tuple(fc.constant(['steps', 0, 'where']), fc.constantFrom('村里', '县里')),
  fc.tuple(fc.constant(['steps', 1, 'days']), fc.constantFrom('10', '20')),
  fc.tuple(fc.constant(['cost']), fc.constantFrom('不收钱', '十元')),
);
const changes = fc.array(change, { maxLength: 3 }) as unknown as fc.Arbitrary<
  [(string | number)[], unknown][]
>;

test('whatever two editors change, each change is in the result or shown as a conflict', () => {
  fc.assert(
    fc.property(changes, changes, (a, b) => {
      const [ours, theirs] = [set(BASE, ...a), set(BASE, ...b)];
      const { text, conflicts } = mergeDocuments(BASE, ours, theirs);
      const [base, own, other, merged] = [BASE, ours, theirs, text].map(fieldsOf) as Record<
        string,
        unknown
      >[];
      for (const name of ['title', 'summary', 'cost']) {
        const [was, we, they, now] = [base?.[name], own?.[name], other?.[name], merged?.[name]];
        const isConflict = conflicts.some(({ path }) => path[0] === name);
        expect(isConflict).toBe(we !== was && they !== was && we !== they);
        expect(now).toBe(we !== was && !isConflict ? we : they);
      }
      if (conflicts.some(({ path }) => path[0] === 'keyPoints')) return;
      const [was, we, they, now] = [base, own, other, merged].map(
        (fields) => fields?.keyPoints as string[],
      ) as string[][];
      for (const point of [...(we ?? []), ...(they ?? [])])
        if (!was?.includes(point)) expect(now).toContain(point);
      for (const point of was ?? [])
        if (!we?.includes(point) && !they?.includes(point)) expect(now).not.toContain(point);
    }),
    { numRuns: 150 },
  );
});

test('where git merges two versions, the result is the same', () => {
  const folder = mkdtempSync(join(tmpdir(), 'merge-'));
  const sources = [BASE, readFileSync('content/policies/di-bao.mdx', 'utf8')];
  const lines = fc.tuple(fc.constantFrom(...sources), fc.nat(), fc.nat(), fc.constantFrom('甲', '乙'));
  try {
    fc.assert(
      fc.property(lines, ([base, one, other, word]) => {
        const edit = (at: number, mark: string) => {
          const all = base.split('\n');
          const index = at % all.length;
          // Words behind a line, so that the fields stay readable.
          if (/^[^#\s-].*[\p{Script=Han}。]$/u.test(all[index] ?? '')) all[index] += mark;
          return all.join('\n');
        };
        const texts = { ours: edit(one, '丁'), base, theirs: edit(other, word) };
        const names = Object.entries(texts).map(([name, text]) => {
          writeFileSync(join(folder, name), text);
          return join(folder, name);
        });
        const { code, out } = runGitSync(['merge-file', '-p', '-q', ...names]);
        if (code === 0) expect(mergeDocuments(base, texts.ours, texts.theirs).text).toBe(`${out}`);
      }),
      { numRuns: 60 },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('two editors who change documents of a base each keep the note of what it said', () => {
  const noted = (...files: string[]) =>
    baseRecordsText({ said: files.map((file) => ({ file, what: 'phone', text: 'phone: 12345' })) });
  const { text, conflicts } = mergeDocuments(
    noted('contacts/m'),
    noted('contacts/a', 'contacts/m'),
    noted('contacts/b', 'contacts/m'),
  );
  expect(conflicts).toEqual([]);
  expect(text.match(/contacts\/\w/g)?.sort()).toEqual(['contacts/a', 'contacts/b', 'contacts/m']);
});
