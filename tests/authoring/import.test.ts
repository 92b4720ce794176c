/** An editor imports existing texts: a draft in the right folder, and a message about everything that was lost. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectDir } from '../../src/settings.ts';
import { mingbai, temporaryFolder } from '../build/content-folder.ts';
import { item, paragraph, picture, table, wordFile } from './word-file.ts';

let folder: string;
let content: string;
beforeEach(() => {
  folder = temporaryFolder();
  content = join(folder, 'content');
  process.env.MINGBAI_PUBLIC = join(folder, 'public');
  cpSync(join(projectDir, 'content'), content, { recursive: true });
});
afterEach(() => {
  delete process.env.MINGBAI_PUBLIC;
  rmSync(folder, { recursive: true });
});

const put = (name: string, bytes: string | Uint8Array) => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
const bring = (...args: string[]) =>
  mingbai('import', ...args, '--content', content, '--today', '2026-11-24');
const draft = (name: string) => readFileSync(join(content, name), 'utf8');

describe('a Word file', () => {
  test('becomes a draft with its headings, list, table and picture, in which the check finds no error', async () => {
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a33' } })
      .png()
      .toBuffer();
    const word = wordFile(
      [
        paragraph('关于发放冬季取暖补贴的通知', 'a3'),
        paragraph('汾民发〔2026〕8号'),
        paragraph('怎么领', '1'),
        item('带上身份证'),
        item('去村委会登记'),
        table([
          ['人口', '钱'],
          ['一口人', '200元'],
        ]),
        picture(1),
        picture(2),
        paragraph('先到先领，12月31日截止。'),
      ].join(''),
      { 'image1.png': photo, 'image2.emf': new Uint8Array([1, 0, 0, 0, 88]) },
    );
    const { code, out } = await bring(put('取暖补贴.docx', word));
    expect([code, out]).toEqual([0, expect.stringContaining('content/policies/qu-nuan-bu-tie.mdx')]);
    expect(out).toContain('没有带过来的图片（1 处）');
    const text = draft('policies/qu-nuan-bu-tie.mdx');
    expect(text).toContain('# 原文：取暖补贴.docx，2026-11-24 导入');
    expect(text).toMatch(/^title: 关于发放冬季取暖补贴的通知$/m);
    expect(text).toMatch(/^ {4}number: 汾民发〔2026〕8号$/m);
    expect(text.split('\n---\n')[1]?.trim()).toMatchInlineSnapshot(`
      "汾民发〔2026〕8号

      ## 怎么领

      1. 带上身份证
      2. 去村委会登记

      | 人口 | 钱 |
      | - | - |
      | 一口人 | 200元 |

      ![修好的路](/images/qu-nuan-bu-tie/1.png)

      先到先领，12月31日截止。"
    `);
    expect(readdirSync(join(folder, 'public/images/qu-nuan-bu-tie'))).toEqual(['1.png']);
    const { code: checked, out: found } = await mingbai(
      'check',
      '--content',
      content,
      '--today',
      '2026-11-24',
    );
    expect([checked, found]).toEqual([0, expect.stringContaining('schema/missing-field')]);
  });
});

describe('a text', () => {
  test('has certain faults corrected; the others are reported with their position and left unchanged', async () => {
    const file = put('a.txt', '惠民办法\n习(xí)近平说，确?;保发到手里。\n');
    const { out } = await bring(file, '--as', 'page', '--slug', 'hui-min');
    expect(out).toContain('改好了：一个字后面括号里的拼音（1 处）');
    expect(out).toMatch(/hui-min\.mdx:\d+:\d+ warning text\/lost-character/);
    expect(draft('pages/hui-min.mdx')).toContain('习近平说，确?;保发到手里。');
  });

  test('never overwrites a document', async () => {
    const before = draft('policies/di-bao.mdx');
    const { code, err } = await bring(put('di-bao.txt', '低保\n'), '--slug', 'di-bao');
    expect([code, err]).toEqual([2, expect.stringContaining('已经有')]);
    expect(draft('policies/di-bao.mdx')).toBe(before);
  });
});

describe('a web page', () => {
  test('is imported with the pictures in its folder, and none from other folders of the machine', async () => {
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a33' } })
      .jpeg()
      .toBuffer();
    mkdirSync(join(folder, 'page/img'), { recursive: true });
    put('page/img/a.jpg', photo);
    put('secret.jpg', photo);
    const file = put(
      'page/a.html',
      '<h1>修路</h1><img src="img/a.jpg"><img src="100%.jpg"><img src="../secret.jpg"><img src="/etc/passwd">',
    );
    const { out } = await bring(file, '--slug', 'xiu-lu');
    expect(out).toContain('带过来 1 张图片');
    expect(draft('policies/xiu-lu.mdx')).toContain('![【待写】图上是什么](/images/xiu-lu/1.jpg)');
  });
});

describe('an import that is impossible is reported in one line, and nothing is written', () => {
  test.each([
    ['no file', [], '例如'],
    ['a missing file', ['nirgends.txt'], '没有「'],
    [
      'an unknown kind',
      ['content/site.yml', '--as', 'polcy'],
      'policy（政策）、story（故事）、page（指南）、notice（通知）',
    ],
    ['data of a program', [join(projectDir, 'package.json')], '.docx、.html 或 .txt'],
  ])('%s', async (_, args, words) => {
    const { code, out, err } = await bring(...args);
    expect([code, out, err]).toEqual([2, '', expect.stringContaining(words)]);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test('a damaged Word file', async () => {
    const { code, err } = await bring(put('坏了.docx', 'PK'));
    expect([code, err]).toEqual([2, expect.stringContaining('密码')]);
    expect(existsSync(join(content, 'policies/huai-le.mdx'))).toBe(false);
  });
});
