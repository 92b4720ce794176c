/** An old Word file: through LibreOffice where it is installed, otherwise its text with a note about what is lost. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Element } from 'hast';
import { describe, expect, test } from 'vitest';
import { treeText } from '../../markup/index.ts';
import { ImportError } from '../import-error.ts';
import { runProgram } from '../outside-programs.ts';
import { imbalanceOf, type ProgramResult, type ProgramRun } from '../source-document.ts';
import { p, run, wordFile } from '../word/made-word-file.ts';
import { readDoc } from './doc.ts';
import { isEncryptedWord } from './doc-bytes.ts';

/** Written by LibreOffice 7.4 from a made notice: a numbered list, a table within a table, a footnote, a text box, a comment, a header. */
const bytes = new Uint8Array(readFileSync(new URL('../examples/notice.doc', import.meta.url)));
/** The same with 200 struck out and 内部 hidden. */
const hiding = new Uint8Array(readFileSync(new URL('../examples/hidden-text.doc', import.meta.url)));

const read = (file: Uint8Array, result: ProgramResult | ((run: ProgramRun) => ProgramResult)) =>
  readDoc(file, {
    fileName: '通知.doc',
    readBeside: () => undefined,
    runProgram: async (run) => (typeof result === 'function' ? result(run) : result),
  });
const texts = (children: readonly unknown[]) => children.map((node) => treeText(node as Element).trim());

describe('without LibreOffice', () => {
  test('every text is there once, tables are tables, and one line says what is lost and how to get it', async () => {
    const source = await read(bytes, { status: 'missing' });
    expect(imbalanceOf(source)).toBe(0);
    expect(texts(source.root.children)).toEqual([
      '总则',
      '对象',
      '甲',
      '乙',
      '说明后',
      '材料',
      '身份证',
      '户口本',
      '盒前盒后',
      '外前 内一 内二 后三四',
      '前香 链接',
      '完',
      '盒中字',
      '[1] 脚注字',
    ]);
    expect(source.omissions.map(({ kind, text }) => [kind, text])).toEqual([
      ['comment', '批注字'],
      ['header-footer', '示例县民政局文件'],
    ]);
    expect(source.notes).toEqual([
      expect.stringMatching(/^自动编号.*没有装 LibreOffice.*apt-get install libreoffice-writer/),
    ]);
  });

  test('hidden and struck out text, which cannot be told apart, is warned of', async () => {
    const { notes } = await read(hiding, { status: 'missing' });
    expect(notes.at(-1)).toMatch(/隐藏的字或者画了删除线的字/);
  });
});

test('with LibreOffice the file goes through .docx; a failure is said and the text read all the same', async () => {
  let given: ProgramRun | undefined;
  const failed = await read(bytes, (run) => {
    given = run;
    return { status: 'failed', message: '120 秒还没有做完' };
  });
  expect(given).toMatchObject({ program: 'soffice', files: { 'source.doc': bytes } });
  expect(failed.notes[0]).toMatch(/^LibreOffice 没有打开这个文件/);
  expect(failed.root.children.length).toBeGreaterThan(5);
});

test('what LibreOffice drops on the way is named, and nothing else is', async () => {
  const lines = [
    '总则',
    '对象',
    '甲',
    '乙',
    '说明后',
    '材料',
    '身份证，户口本',
    '盒前盒后',
    '外前',
    '内一',
    '内二',
    '后三四',
    '前香 链接',
    '完',
    '盒中字',
  ];
  const through = async (texts: readonly string[]) => {
    const made = wordFile({ body: texts.map((text) => p(run(text))).join('') });
    const files = new Map([['source.docx', made]]);
    return (await read(bytes, { status: 'done', files, output: '' })).notes;
  };
  expect(await through(lines)).toEqual([
    'LibreOffice 转换时少了 1 段字，例如“脚注字”。请对照原文，把它们补上。',
  ]);
  expect(await through([...lines, '脚注[1]字'])).toEqual([]);
});

test('a damaged file and one with a password have a message', async () => {
  await expect(read(bytes.subarray(0, 1500), { status: 'missing' })).rejects.toBeInstanceOf(ImportError);
  const locked = bytes.slice();
  const at = locked.findIndex(
    (byte, index) => index % 512 === 0 && byte === 0xec && locked[index + 1] === 0xa5,
  );
  locked[at + 0x0b] = (locked[at + 0x0b] ?? 0) | 1;
  expect([isEncryptedWord(bytes), isEncryptedWord(locked)]).toEqual([false, true]);
  await expect(read(locked, { status: 'missing' })).rejects.toThrow('设了密码');
});

const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;
test.skipIf(!hasLibreOffice)(
  'LibreOffice itself keeps the heading and the nested table',
  { timeout: 120_000 },
  async () => {
    const source = await readDoc(bytes, { fileName: '通知.doc', readBeside: () => undefined, runProgram });
    expect(imbalanceOf(source)).toBe(0);
    expect(source.notes.join('')).not.toContain('少了');
    const tags = source.root.children.map((node) => (node as Element).tagName);
    expect(tags).toContain('h1');
    expect(tags).toContain('table');
  },
);
