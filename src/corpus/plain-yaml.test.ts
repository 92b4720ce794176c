import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findBracketIssue, findDepthIssue } from '../documents/content-limits.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { readAnyYaml, readYaml, type YamlSource } from './yaml-source.ts';

/** All that other files take from a text: values, errors, and where each value and name is. */
function outcomeOf(yaml: YamlSource) {
  const { texts, values } = yaml.texts(7);
  const paths = [...values.keys()].map((key) =>
    key.split('.').map((name) => (/^\d+$/.test(name) ? Number(name) : name)),
  );
  const asked = [...paths, ...paths.map((path) => [...path, 'none']), ['none']];
  return {
    value: yaml.value,
    diagnostics: yaml.diagnostics,
    texts: texts.map(({ offsets, ...text }) => ({ ...text, offsets: [...offsets] })),
    values: [...values],
    places: asked.map((path) => [yaml.locate(path, 'value'), yaml.locate(path, 'name')]),
  };
}

const FILE = 'content/policies/di-bao.mdx';

function expectSame(text: string): void {
  expect(outcomeOf(readYaml(text, FILE, 2))).toEqual(outcomeOf(readAnyYaml(text, FILE, 2)));
}

test('the fields of a policy are read without the library, as the library reads them', () => {
  const text = `title: 家里收入太低，可以申请低保
audiences:
- kun-nan
- lao-ren
# 每条一行
steps:
  - title: "找村委会"
    where: 12:30 以前到村委会#1

  - title: '交申请'
    places:
      - a-b
documents: []
draft: "true"
`;
  expect(readPlainYaml(text)?.value).toEqual({
    title: '家里收入太低，可以申请低保',
    audiences: ['kun-nan', 'lao-ren'],
    steps: [
      { title: '找村委会', where: '12:30 以前到村委会#1' },
      { title: '交申请', places: ['a-b'] },
    ],
    documents: [],
    draft: 'true',
  });
  expectSame(text);
});

test('the ledger of addresses is read without the library, as the library reads it', () => {
  const text = '# 写进去的不要删。\n\n- address: /policies/di-bao/\n  since: 2026-11-23\n- address: /a/\n';
  expect(readPlainYaml(text)?.value).toEqual([
    { address: '/policies/di-bao/', since: '2026-11-23' },
    { address: '/a/' },
  ]);
  expectSame(text);
});

test.each([
  ['a value that goes on in the next line', 'title: 第一行\n  第二行\nsummary: 别的\n'],
  ['a field written twice', 'title: 一\ntitle: 二\n'],
  ['a colon before a space', 'title: 办法: 一\n'],
  ['a comment behind a value', 'title: 低保 # 说明\n'],
  ['an escape', 'title: "\\u4f4e保"\n'],
  ['an anchor', 'title: &a 低保\n'],
  ['a missing value', 'title:\nsummary: 别的\n'],
  ['a list in brackets', 'places: [a, b]\n'],
  ['a tab', 'title:\t低保\n'],
  ['lines that do not stand under each other', 'steps:\n    - title: 一\n  - title: 二\n'],
  ['a list that goes on as a map', 'steps:\n  - 一\n  title: 二\n'],
  ['an end of the document', 'title: 一\n---\ntitle: 二\n'],
])('%s is left to the library', (_, text) => {
  expect(readPlainYaml(text)).toBeUndefined();
  expectSame(text);
});

/** Pieces of which YAML is made, right and wrong. */
const pieces = fc.constantFrom(
  ...['title', 'a', 'b-c', '低保', '名 字', '"', "'", '"x"', "'x'", ': ', ':', '- ', '-', '#', ' #', '# '],
  ...['\n', '\n', '\n  ', '\n    ', '\n  - ', '\n- ', '\n  a: ', '\na: ', '\nb: ', '\n\n', ' ', '  ', '\t'],
  ...[
    '[',
    ']',
    '{',
    '}',
    ',',
    '&a',
    '*a',
    '!t',
    '|',
    '>',
    '%',
    '@',
    '`',
    '?',
    '? ',
    '...',
    '---',
    '~',
    'null',
  ],
  ...['\u3000', '\u00a0', '\u2028', '\ufeff', '\u0085', '\u0007', '😀', '\\', '\\n', '2026-01-05', '0x1f'],
);

test('any text is read as the library reads it', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 10 }), fc.boolean(), (parts, list) => {
      const text = `${list ? '-' : 'a:'} ${parts.join('')}`;
      // Any other is read by the library, or refused before anything is read.
      const isRefused = findDepthIssue(text) ?? findBracketIssue(text);
      if (readPlainYaml(text) !== undefined && !isRefused) expectSame(text);
    }),
    { numRuns: 3_000 },
  );
});

/** Fields as editors write them, so that most are read without the library. */
const word = fc.constantFrom(
  '低保',
  'a',
  '12:30',
  'a#b',
  '“好”',
  '5~10日',
  '《办法》（一）',
  '[]',
  'x　y',
  '"引"',
  "'x'",
);
const value = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const fields: fc.Arbitrary<string[]> = fc.letrec<{ map: string[]; list: string[] }>((tie) => ({
  map: fc
    .array(fc.oneof({ maxDepth: 2 }, value, tie('map'), tie('list')), { minLength: 1, maxLength: 4 })
    .map((all) =>
      all.flatMap((each, at) =>
        typeof each === 'string' ? [`k${at}: ${each}`] : [`k${at}:`, ...each.map((line) => `  ${line}`)],
      ),
    ),
  list: fc
    .array(fc.oneof({ maxDepth: 2 }, value, tie('map')), { minLength: 1, maxLength: 3 })
    .map((all) =>
      all.flatMap((each) =>
        typeof each === 'string'
          ? [`- ${each}`]
          : each.map((line, at) => (at === 0 ? `- ${line}` : `  ${line}`)),
      ),
    ),
})).map;
const extra = fc.constantFrom('', '', '# 说明', '  # 说明', '  x', '- x', 'k1: y');

test('any fields are read as the library reads them', () => {
  fc.assert(
    fc.property(fields, fc.nat(), extra, (lines, at, more) => {
      expectSame(`${lines.join('\n')}\n`);
      expectSame(lines.toSpliced(at % (lines.length + 1), 0, more).join('\n'));
    }),
    { numRuns: 150 },
  );
});
