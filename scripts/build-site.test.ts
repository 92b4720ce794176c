/** No build publishes forbidden content, whatever path it enters by: nothing is built and the last site is unchanged. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSettings } from '../src/settings.ts';
import { onePolicy, site, writeFiles } from '../tests/build/content-folder.ts';
import { buildSite } from './build-site.ts';

const county = 'id: county\nname: 示例县\nkind: county\n';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-refused-'));
  writeFiles(join(folder, 'content'), { ...site, ...onePolicy, 'places/county.yml': county });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
  const path = join(folder, 'content', file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** The rules by which a build refuses the folder; fails if it builds. */
async function refusals(): Promise<string[]> {
  const settings = readSettings({
    MINGBAI_CONTENT: join(folder, 'content'),
    MINGBAI_OUT: join(folder, 'out'),
    MINGBAI_TODAY: '2026-11-24',
  });
  const { done, diagnostics } = await buildSite(settings);
  expect([done, existsSync(join(folder, 'out'))]).toEqual([false, false]);
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
}

const guide = (body: string, fields = '') =>
  `---\ntitle: 一\nsummary: 二\nreviewedOn: 2026-11-20\nreviewBy: 2027-05-20\n${fields}---\n\n${body}\n`;

describe('a build refuses', () => {
  test.each([
    ['an import', 'pages/a.mdx', guide('import fs from "fs"'), 'mdx/unsafe'],
    ['an expression', 'pages/a.mdx', guide('{process.exit(7)}'), 'mdx/unsafe'],
    ['a script', 'pages/a.mdx', guide('<script>alert(1)</script>'), 'mdx/unsafe'],
    ['an address that runs', 'pages/a.mdx', guide('[点](java&#115;cript:alert(1))'), 'mdx/unsafe'],
    ['a frame', 'pages/a.mdx', guide('<iframe src="https://a.example" />'), 'mdx/unsafe'],
    [
      'an address that runs in a field',
      'site.yml',
      'name: 一\nurl: "javascript:alert(1)"\n',
      'schema/wrong-value',
    ],
    [
      'a picture out of the folder',
      'stories/a.mdx',
      guide('好', 'image: {src: /../../etc/passwd, alt: 一}\n'),
      'schema/wrong-value',
    ],
    ['a YAML tag', 'pages/a.mdx', guide('好', 'order: !!js/function "x"\n'), 'yaml/unsafe'],
    ['a YAML anchor', 'contacts/a.yml', 'id: &a a\nname: *a\n', 'yaml/unsafe'],
    [
      'the prototype of all objects as a field',
      'pages/a.mdx',
      guide('好', '__proto__: {draft: "true"}\n'),
      'schema/unknown-field',
    ],
    ['a name that is a path', 'pages/a%2f..%2fb.mdx', guide('好'), 'file/name'],
    ['a name with code', 'pages/`touch x`;$(id).mdx', guide('好'), 'file/name'],
    ['a page in place of a document', 'pages/a.html', '<script>alert(1)</script>', 'file/ending'],
    ['an SVG in the content', 'pages/a.svg', '<svg onload="alert(1)"/>', 'file/ending'],
    ['the number of an identity card', 'pages/a.mdx', guide('号码11010519491231002X。'), 'privacy/id-number'],
    [
      'one in a comment',
      'contacts/tel-12345.yml',
      'id: tel-12345\nname: 热线\nphone: "12345"\nfor: 都行\n# 11010519491231002X\n',
      'privacy/id-number',
    ],
    ['one as a file name', 'pages/11010519491231002x.mdx', guide('好'), 'privacy/id-number'],
    ['a mobile number', 'pages/a.mdx', guide('打13812345678。'), 'privacy/mobile-number'],
    ['text that came out garbled', 'pages/a.mdx', guide('请带�份证。'), 'text/replacement-character'],
  ])('%s', async (_, file, text, rule) => {
    write(file, text);
    expect(await refusals()).toContain(rule);
  });

  test('a link that leads out of the content', async () => {
    symlinkSync('/etc/hostname', join(folder, 'content', 'contacts', 'a.yml'));
    expect(await refusals()).toContain('file/link');
  });

  test('a whole folder that is a link', async () => {
    rmSync(join(folder, 'content', 'places'), { recursive: true });
    symlinkSync('/etc', join(folder, 'content', 'places'));
    expect(await refusals()).toContain('file/link');
  });
});
