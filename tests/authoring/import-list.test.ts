/** An editor imports a list from a spreadsheet: records in the right folders, once, and a message about every other row. */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectDir } from '../../src/settings.ts';
import { mingbai, temporaryFolder } from '../build/content-folder.ts';
import { atTerminal, hasTerminal, keys } from './terminal.ts';

let folder: string;
let content: string;
beforeEach(() => {
  folder = temporaryFolder();
  content = join(folder, 'content');
  cpSync(join(projectDir, 'content'), content, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

function bring(name: string, text: string, ...args: string[]) {
  writeFileSync(join(folder, name), text);
  return mingbai('import', join(folder, name), ...args, '--content', content, '--today', '2026-11-24');
}

test('telephones become contacts that the check accepts; a second run changes nothing', async () => {
  const text =
    '乡镇,单位,电话,手机,身份证号\n团柏乡,便民服务中心,0357-5123456,13812345678,140105199001011238\n和平镇,便民服务中心,13912345678,,\n';
  const { code, out } = await bring('电话.csv', text);
  expect(code).toBe(0);
  expect(out).toContain('写好了 1 个');
  expect(out).toContain('第3行「和平镇便民服务中心」的电话里有手机号');
  expect(out).not.toMatch(/13812345678|140105/);
  const file = join(content, 'contacts', 'tuan-bai-xiang.yml');
  const before = readFileSync(file, 'utf8');
  expect(before).toContain('name: 团柏乡便民服务中心\nphone: 0357-5123456');
  expect((await mingbai('check', '--content', content, '--today', '2026-11-24')).code).toBe(0);
  expect(readFileSync(join(content, '.imports.yml'), 'utf8')).toMatch(
    /from: 电话\.csv\n {2}to:\n {4}- contacts\/tuan-bai-xiang\.yml\n/,
  );

  const files = readdirSync(join(content, 'contacts'));
  const again = await bring('电话.csv', text);
  expect(again.out).toContain('已经登记过');
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect(readdirSync(join(content, 'contacts'))).toEqual(files);
});

test('a price list becomes a table in a draft; one with identity numbers is refused', async () => {
  const price = await bring('价格.csv', '品种,单位,单价（元）\n玉米,斤,"1,200"\n');
  expect(price.code).toBe(0);
  expect(readFileSync(join(content, 'policies', 'jia-ge.mdx'), 'utf8')).toContain('| 玉米 | 斤 | 1,200 |');

  const people = await bring('名单.csv', '姓名,身份证号,金额\n甲某,140105199001011238,300\n');
  expect(people.code).toBe(2);
  expect(people.err).toContain('第2行有身份证号');
  expect(existsSync(join(content, 'policies', 'ming-dan.mdx'))).toBe(false);
});

test('a list whose headings say nothing asks for the columns by a flag', async () => {
  const text = '地方,值班号\n民政局,5123456\n';
  const asked = await bring('表.csv', text, '--as', 'contact');
  expect(asked.code).toBe(2);
  expect(asked.err).toContain('表里的列：「地方」「值班号」');
  const imported = await bring('表.csv', text, '--as', 'contact', '--column', '地方=name,值班号=phone');
  expect(imported.code).toBe(0);
  expect(readFileSync(join(content, 'contacts', 'min-zheng-ju.yml'), 'utf8')).toContain('phone: "5123456"');
});

describe.runIf(hasTerminal)('at a terminal', () => {
  const { enter, down } = keys;
  const atImport = (name: string, text: string, ...steps: [question: string, keys: string][]) => {
    writeFileSync(join(folder, name), text);
    return atTerminal(`import ${join(folder, name)} --content ${content} --today 2026-11-24`, ...steps);
  };

  test('a list whose headings say nothing is asked about: what it is, and which column holds what', async () => {
    const said = await atImport(
      'biao.csv',
      '地方,值班号\n民政局,0357-5123456\n教育局,0357-5123457\n',
      ['这张表是什么', enter],
      ['在哪一列', enter],
      ['「电话」在哪一列', enter],
    );
    expect(said).toContain('写好了 2 个');
    expect(said).not.toMatch(/navigate|Enter|select|none|confirm|submit/);
    expect(readFileSync(join(content, 'contacts', 'min-zheng-ju.yml'), 'utf8')).toContain(
      'name: 民政局\nphone: 0357-5123456',
    );
  });

  test('a table that is no list becomes a draft, if the editor says so', async () => {
    const said = await atImport('jia-ge.csv', '品种,单价\n玉米,1.2\n', [
      '这张表是什么',
      `${down}|${down}|${down}|${enter}`,
    ]);
    expect(said).toContain('写好了草稿');
    expect(readFileSync(join(content, 'policies', 'jia-ge.mdx'), 'utf8')).toContain('| 玉米 | 1.2 |');
  });

  test('who leaves the question writes nothing', async () => {
    const before = readdirSync(join(content, 'contacts'));
    await atImport('biao.csv', '地方,值班号\n民政局,0357-5123456\n', ['这张表是什么', '\u0003']);
    expect(readdirSync(join(content, 'contacts'))).toEqual(before);
    expect(existsSync(join(content, 'policies', 'biao.mdx'))).toBe(false);
  });
});
