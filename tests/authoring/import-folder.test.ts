/** An editor imports a folder: drafts and records, a report by file; a second run does only what is new. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectDir } from '../../src/settings.ts';
import { mingbai, temporaryFolder } from '../build/content-folder.ts';

let folder: string;
let content: string;
let source: string;
beforeEach(() => {
  folder = temporaryFolder();
  [content, source] = [join(folder, 'content'), join(folder, '来文')];
  cpSync(join(projectDir, 'content'), content, { recursive: true });
  mkdirSync(join(source, '二季度'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, text: string) => writeFileSync(join(source, name), text);
const bring = () => mingbai('import', source, '--content', content, '--today', '2026-11-24');
const drafts = () => readdirSync(join(content, 'policies')).sort();
const draft = (slug: string) => readFileSync(join(content, 'policies', `${slug}.mdx`), 'utf8');

test('each document becomes a draft, each list its records; what cannot be read is named and stops nothing', async () => {
  const before = drafts();
  put('取暖补贴.txt', '关于发放冬季取暖补贴的通知\n每户300元。');
  put('二季度/同一份.txt', '关于发放冬季取暖补贴的通知\n每户300元。');
  put('二季度/取暖补贴.html', '<p>高龄津贴每月50元。</p>');
  put('电话.csv', '单位,电话\n民政局,0357-5123456\n');
  put('坏了.docx', 'PK');
  put('~$取暖补贴.docx', 'x');

  const { code, out } = await bring();
  expect(code).toBe(1);
  expect(out).toContain('一共 5 个文件：新导入 3 个，以前导入过 1 个，没有导入 1 个。');
  expect(out).toMatch(/没有导入 坏了\.docx：.*打不开/);
  expect(drafts().filter((name) => !before.includes(name))).toHaveLength(2);
  expect(readFileSync(join(content, 'contacts', 'min-zheng-ju.yml'), 'utf8')).toContain('name: 民政局');
  expect((await mingbai('check', '--content', content, '--today', '2026-11-24')).code).toBe(0);
});

test('the exit code is 0 when every document was read; a photograph beside them is named and is no failure', async () => {
  put('取暖补贴.txt', '关于发放冬季取暖补贴的通知\n每户300元。');
  writeFileSync(join(source, '现场.png'), new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]));
  const { code, out } = await bring();
  expect([code, out]).toEqual([0, expect.stringMatching(/没有导入 现场\.png：是图片/)]);
});

test('a second run leaves the drafts alone, imports what is new, and says what has changed', async () => {
  put('取暖补贴.txt', '关于发放冬季取暖补贴的通知\n每户300元。');
  await bring();
  const first = draft('qu-nuan-bu-tie');
  writeFileSync(join(content, 'policies', 'qu-nuan-bu-tie.mdx'), `${first}\n编辑加的一句。\n`);
  expect((await bring()).out).toContain('新导入 0 个，以前导入过 1 个');
  expect(draft('qu-nuan-bu-tie')).toContain('编辑加的一句');

  put('取暖补贴.txt', '关于发放冬季取暖补贴的通知\n每户350元。');
  const { out } = await bring();
  expect(out).toContain('内容变了，另做了一份');
  expect(draft('qu-nuan-bu-tie-2')).toContain('350元');
});

test('the same files give the same drafts, byte for byte', async () => {
  for (const number of [1, 2, 3])
    put(`通知${number}.txt`, `第${number}份通知\n一、对象\n每户${number}00元。`);
  await bring();
  const names = drafts();
  const texts = names.map((name) => readFileSync(join(content, 'policies', name), 'utf8'));
  rmSync(content, { recursive: true });
  cpSync(join(projectDir, 'content'), content, { recursive: true });
  await bring();
  expect(drafts()).toEqual(names);
  expect(names.map((name) => readFileSync(join(content, 'policies', name), 'utf8'))).toEqual(texts);
});
