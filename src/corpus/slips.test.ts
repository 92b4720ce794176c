/**
 * Typing errors of a Chinese keyboard, each in every field of every starting file and record: reported as such, on its line, and as
 * nothing else.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { documentCollections, recordCollections } from '../schema/collection-name.ts';
import { collections } from '../schema/collections.ts';
import { wordsOf } from '../schema/field.ts';
import { startingFile } from '../schema/starting-file.ts';
import { fieldNames, schemaAt } from '../schema/traverse.ts';
import { readDocument } from './read-document.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-slips-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A starting file with every field filled in by its example, optional ones too. */
function wholeFile(collection: (typeof documentCollections)[number]): string {
  const { schema } = collections[collection];
  const names = fieldNames(schema, []).filter((name) => name !== 'draft');
  const known = names.map((name) => [name, { value: wordsOf(schemaAt(schema, [name]) ?? schema)?.example }]);
  return startingFile(collection, Object.fromEntries(known)).replaceAll('【待写】', '');
}

function wholeRecord(collection: (typeof recordCollections)[number]): string {
  const { schema } = collections[collection];
  const fields = fieldNames(schema, []).map((name) => {
    const value = wordsOf(schemaAt(schema, [name]) ?? schema)?.example;
    return `# 说明：这一行不上网。\n${stringify({ [name]: value }, { lineWidth: 0 })}`;
  });
  return fields.join('');
}

/** The reader's diagnostics for a file: line, rule and the beginning of the message. */
function diagnosticsOf(collection: keyof typeof collections, text: string) {
  const isDocument = (documentCollections as readonly string[]).includes(collection);
  const path = join(folder, collection, isDocument ? 'x.mdx' : 'x.yml');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return readDocument({ collection, slug: 'x', path, file: 'x' }).diagnostics.filter(
    ({ rule }) => !rule.startsWith('mdx/'),
  );
}

/** Each typing error: the line with it, undefined if the line has no room for it; and its expected message. */
const slips: [what: string, slip: (line: string) => string | undefined, says: RegExp][] = [
  ['a full-width colon', (line) => swap(line, /^([ -]*[A-Za-z]\w*): ?/, '$1：'), /冒号打成了中文/],
  [
    'a full-width colon and a blank',
    (line) => swap(line, /^([ -]*[A-Za-z]\w*): (?=\S)/, '$1： '),
    /冒号打成了中文/,
  ],
  [
    'no blank behind the colon',
    (line) => swap(line, /^([ -]*[A-Za-z]\w*): (?=[^\s[])/, '$1:'),
    /少了一个空格/,
  ],
  [
    'a full-width blank behind the colon',
    (line) => swap(line, /^([ -]*[A-Za-z]\w*): (?=\S)/, '$1:　'),
    /全角空格/,
  ],
  [
    'a blank on the wrong side of the colon',
    (line) => swap(line, /^([ -]*[A-Za-z]\w*): (?=[^\s[])/, '$1 :'),
    /冒号/,
  ],
  ['no blank behind the dash', (line) => swap(line, /^( *)- (?=\S)/, '$1-'), /短横线后面少了一个空格/],
  ['a full-width dash', (line) => swap(line, /^( *)- (?=\S)/, '$1－ '), /英文的短横线/],
  ['a dot for a dash', (line) => swap(line, /^( *)- (?=\S)/, '$1·'), /英文的短横线/],
  [
    'a closing quote that is full-width',
    (line) => swap(line, /^([ -]*[A-Za-z]\w*): ([^\s["].*[^"])$/, '$1: "$2”'),
    /引号打成了中文/,
  ],
  ['a full-width sign before a comment', (line) => swap(line, /^# /, '＃ '), /井号打成了中文/],
];

function swap(line: string, from: RegExp, to: string): string | undefined {
  return from.test(line) ? line.replace(from, to) : undefined;
}

/** The lines of the fields, without the delimiters of the block and the body. */
function fieldLines(text: string): number[] {
  const lines = text.split('\n');
  const end = lines.indexOf('---', 1);
  return lines.flatMap((line, at) => ((end < 0 || at < end) && line !== '' && line !== '---' ? [at] : []));
}

const files: [name: keyof typeof collections, text: () => string][] = [
  ...documentCollections.map((name): [typeof name, () => string] => [name, () => wholeFile(name)]),
  ...recordCollections.map((name): [typeof name, () => string] => [name, () => wholeRecord(name)]),
];

describe.each(files)('in a file of %s', (collection, textOf) => {
  test('a correct file has no finding', () => {
    expect(diagnosticsOf(collection, textOf())).toEqual([]);
  });

  test.each(slips)('%s is reported as such, on its line', (_, slip, says) => {
    const text = textOf();
    const lines = text.split('\n');
    const wrong: unknown[] = [];
    let tries = 0;
    for (const at of fieldLines(text)) {
      const slipped = slip(lines[at] ?? '');
      if (slipped === undefined) continue;
      tries += 1;
      const found = diagnosticsOf(collection, lines.with(at, slipped).join('\n'));
      const isRight = found.length === 1 && found[0]?.line === at + 1 && says.test(found[0].message);
      if (!isRight) wrong.push([slipped, found.map(({ line, message }) => `${line - at - 1} ${message}`)]);
    }
    expect(wrong).toEqual([]);
    if (says.source.includes('打成了中文') && !says.source.includes('引号')) expect(tries).toBeGreaterThan(0);
  });
});

describe('in a file as `new` writes it, with all other fields empty', () => {
  const typed: [what: string, typed: string, says: RegExp][] = [
    ['a full-width colon', '：县民政局', /冒号打成了中文/],
    ['a full-width colon and a blank', '： 县民政局', /冒号打成了中文/],
    ['no blank', ':县民政局', /少了一个空格.*: 县民政局/],
    ['a full-width blank', ':　县民政局', /全角空格/],
    ['a quote that ends full-width', ': "县民政局”', /引号打成了中文/],
    ['a bracket that ends full-width', ': [kun-nan】', /方括号打成了中文/],
    [
      'an item without a blank behind its dash',
      ':\n  -12月31日，2026年\n  -去村委会',
      /短横线后面少了一个空格/,
    ],
  ];
  test.each(documentCollections)(
    'each error in each field of %s is the only finding on its line',
    (collection) => {
      const text = startingFile(collection, {});
      const names = Array.from(text.matchAll(/^([a-z]\w*):$/gim), ([, name = '']) => name);
      expect(names.length).toBeGreaterThan(1);
      for (const name of names) {
        for (const [what, slip, says] of typed) {
          const isList = slip.includes('[') || slip.includes('\n');
          const example = wordsOf(schemaAt(collections[collection].schema, [name]) as never)?.example;
          if (isList !== (Array.isArray(example) && typeof example[0] === 'string')) continue;
          const slipped = text.replace(new RegExp(`^${name}:$`, 'm'), `${name}${slip}`);
          const at =
            slipped.split('\n').findIndex((line) => line.startsWith(`${name}${slip.split('\n')[0]}`)) + 1;
          const own = diagnosticsOf(collection, slipped).filter(({ rule }) => rule === 'yaml/syntax');
          expect(own[0]?.message, `${what} in ${name}`).toMatch(says);
          expect(
            own.map(({ line }) => line),
            `${what} in ${name}`,
          ).toEqual(slip.includes('\n') ? [at + 1, at + 2] : [at]);
        }
      }
    },
  );
});

test.each([
  ['words with a dash at the head of a line', 'title: 家里困难\n  ——可以申请', []],
  ['an address', 'title: 看 https://www.gov.cn/ 上的通知', []],
  ['a full-width colon inside a value', 'title: 注意：别交钱', []],
  ['quotes around words', 'title: “一卡通”', []],
  ['a title between quotes as a whole', 'title: “雨露计划”', []],
])('%s is no slip', (_, field, expected) => {
  const text = wholeFile('pages').replace(/^title: .*$/m, field);
  expect(diagnosticsOf('pages', text)).toEqual(expected);
});

test.each([
  ['full-width digits', 'reviewedOn: ２０２６-11-20', /打成了中文的，请写成「2026-11-20」/],
  ['full-width dashes', 'reviewedOn: 2026－11－20', /打成了中文的，请写成「2026-11-20」/],
  ['long dashes', 'reviewedOn: 2026—11—20', /打成了中文的，请写成「2026-11-20」/],
  ['full-width quotes around a day', 'reviewedOn: “2026-11-20”', /引号打成了中文/],
  ['full-width quotes on one side', 'reviewedOn: "2026-11-20”', /引号打成了中文/],
])('a day with %s is reported as such', (_, field, says) => {
  const text = wholeFile('pages').replace(/^reviewedOn: .*$/m, field);
  expect(diagnosticsOf('pages', text).map(({ message }) => message)).toEqual([expect.stringMatching(says)]);
});

test.each(['【kun-nan】', '［kun-nan，lao-ren］', '[kun-nan】', '〔kun-nan、lao-ren〕'])(
  'a list between %s is reported as such',
  (list) => {
    const text = wholeFile('policies').replace(/^audiences:\n {2}- .*$/m, `audiences: ${list}`);
    expect(diagnosticsOf('policies', text).map(({ message }) => message)).toEqual([
      expect.stringContaining('方括号打成了中文'),
    ]);
  },
);
