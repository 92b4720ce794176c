import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CollectionName } from '../src/schema/collection-name.ts';
import { fixText } from './fix-content.ts';

const fileOf = (path: string) => ({
  collection: path.split('/')[1] as CollectionName,
  slug: basename(path).replace(/\.\w+$/, ''),
  path,
  file: path,
});
const paths = globSync('content/{policies,stories,pages,notices,contacts,glossary}/*.{mdx,yml}');
const samples = paths.map((path) => ({ file: fileOf(path), text: readFileSync(path, 'utf8') }));
const page = { file: fileOf('content/pages/a.mdx'), text: '' };
const fix = (text: string) => fixText(page.file, text).text;
const mdx = (body: string, title = '标题') =>
  `---\ntitle: ${title}\nsummary: 说明\nreviewedOn: 2026-11-20\nreviewBy: 2027-05-20\n---\n\n${body}\n`;

test('half-width marks and full-width letters are put right where they are certain', () => {
  expect(fix(mdx('带上身份证,户口本(复印件)!下载ＡＰＰ.', '"时间:每月, 一次" # 注,解'))).toBe(
    mdx('带上身份证，户口本（复印件）！下载APP.', '"时间：每月，一次" # 注,解'),
  );
});

test('a draft in which fields are missing is put right as well', () => {
  expect(fix('---\ndraft: true\ntitle: 甲,乙\n---\n\n正文,还没写完\n')).toBe(
    '---\ndraft: true\ntitle: 甲，乙\n---\n\n正文，还没写完\n',
  );
});

test('code, addresses, escapes and a file that cannot be read are left alone', () => {
  const kept = [
    mdx('看[这里](https://a.cn/a,b),'),
    mdx('写`甲,乙`。'),
    mdx('甲\\,乙'),
    '---\ntitle: "半,角\n---\n',
  ];
  expect(fix(kept[0] ?? '')).toContain('(https://a.cn/a,b)');
  expect(kept.slice(1).map(fix)).toEqual(kept.slice(1));
});

test('a second run changes nothing, and nothing but the marks is changed', () => {
  const noise = fc.constantFrom(
    ',',
    ';',
    ':',
    '!',
    '?',
    '.',
    '(注)',
    'ＡＢ',
    '．',
    ' ',
    '*',
    '\\',
    '[甲]',
    '`',
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...samples),
      fc.array(fc.tuple(fc.nat(), noise), { maxLength: 6 }),
      fc.boolean(),
      (sample, added, isWindows) => {
        const mixed = added.reduce((text, [at, mark]) => {
          const index = at % text.length;
          return text.slice(0, index) + mark + text.slice(index);
        }, sample.text);
        const text = isWindows ? mixed.replaceAll('\n', '\r\n') : mixed;
        const once = fixText(sample.file, text);
        expect(fixText(sample.file, once.text)).toEqual({ text: once.text, places: 0 });
        const plain = (all: string) => all.normalize('NFKC').replace(/ +/g, '').replaceAll('。', '.');
        expect(plain(once.text)).toBe(plain(text));
      },
    ),
    { numRuns: 120 },
  );
});
