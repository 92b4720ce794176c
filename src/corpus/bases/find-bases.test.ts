import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { dependencyFolders, findBases } from './index.ts';

const root = mkdtempSync(join(tmpdir(), 'mingbai-bases-'));
let top: string;
beforeEach(() => {
  top = mkdtempSync(join(root, 'case-'));
});
afterAll(() => rmSync(root, { recursive: true }));

/** Writes a content folder that extends another. */
function content(folder: string, base?: string): string {
  const path = join(top, folder);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'site.yml'), `name: 站\n${base === undefined ? '' : `extends: ${base}\n`}`);
  return path;
}

const find = (folder: string) => {
  const { bases, diagnostics } = findBases(join(top, folder), folder.split('/').at(-1));
  return {
    names: bases.map(({ name }) => name),
    found: diagnostics.map(
      ({ file, line, column, rule, message }) => `${file}:${line}:${column} ${rule} ${message}`,
    ),
  };
};

test('a county finds its city, its province and its nation, the nearest first', () => {
  content('county/content', '../../city/content');
  content('city/content', '../../province');
  content('province/content', '../../nation/content');
  content('nation/content');
  expect(find('county/content')).toEqual({
    names: ['../city/content', '../province/content', '../nation/content'],
    found: [],
  });
});

test('every folder of content and photographs in the chain is one that a site depends on', () => {
  content('county/content', '../../province/content');
  content('province/content');
  mkdirSync(join(top, 'province/public'));
  const folders = dependencyFolders({
    contentDir: join(top, 'county/content'),
    publicDir: join(top, 'county/public'),
  });
  expect(folders).toEqual(
    ['county/content', 'province/content', 'province/public'].map((path) => join(top, path)),
  );
});

test('a base that moved, a circle and a base inside the content are told at the line that names them', () => {
  content('a', '../b');
  content('b', '../a');
  content('moved', '../gone');
  content('outer', '../outer/inner');
  content('outer/inner');
  expect([find('a'), find('moved'), find('outer')].flatMap(({ found }) => found)).toMatchInlineSnapshot(`
    [
      "b/site.yml:2:10 base/circle 上级转了一圈又回来了：a → b → a。谁也不能是自己的上级，请改掉其中一个 extends。",
      "moved/site.yml:2:10 base/missing 没有 gone 这个文件夹，上级的内容读不到，少了的网页不能就这样发布。它可能挪了地方或者改了名，请把 extends 改成现在的路径。",
      "outer/site.yml:2:10 base/circle outer/inner 和 outer 一个在另一个里面，分不清哪些文件是谁的。请把两份内容分开放。",
    ]
  `);
});

test('a base with a broken site.yml is an error: its own base would silently be gone', () => {
  content('county', '../province');
  content('province');
  writeFileSync(join(top, 'province/site.yml'), 'extends: ../nation\nname: "未完\n');
  expect(find('county').found[0]).toMatch(/^province\/site\.yml:\d+:\d+ yaml\/syntax/);
});

test('pushed content reaches no folder outside its repository, not by a link either', () => {
  const inside = content('push/content', '../province');
  content('push/province', '../../elsewhere');
  content('elsewhere');
  mkdirSync(dirname(join(top, 'push/link')), { recursive: true });
  symlinkSync(top, join(top, 'push/link'));
  const limits = { within: join(top, 'push'), repositories: [] };
  expect(findBases(inside, 'content', { limits }).diagnostics).toMatchObject([
    { rule: 'base/unsafe', file: 'province/site.yml' },
  ]);
  content('push/content', '../link/elsewhere');
  expect(findBases(inside, 'content', { limits }).diagnostics).toMatchObject([
    { rule: 'base/unsafe', file: 'content/site.yml', line: 2, column: 10 },
  ]);
});
