/** A site below a path has a portable site as well. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOnCard } from '../../src/documents/card-path.ts';
import { mingbai, onePolicy, temporaryFolder, writeFiles } from '../build/content-folder.ts';
import { askByForm } from '../search/query-set.ts';
import { makeReadOnlySite, type PortableSite, unlock } from './portable-site.ts';
import { readers, until } from './readers.ts';

const folder = temporaryFolder();
const content = join(folder, 'content');
const { 'policies/di-bao.mdx': policy = '', ...records } = onePolicy;
const TITLE = '家里困难，可以申请低保';
let card: PortableSite;

beforeAll(async () => {
  writeFiles(content, {
    'site.yml': 'name: 示例县明白纸\nurl: https://www.county.example/mingbai/\n',
    ...records,
    'policies/di-bao.mdx': policy,
  });
  mkdirSync(join(folder, 'card'));
  card = await makeReadOnlySite(join(folder, 'card'), content);
});
afterAll(() => {
  unlock(card);
  rmSync(folder, { recursive: true });
});

describe.each(readers)('in %s', (_, launch) => {
  test('the policy is found and opened, and its sheet is printed', async () => {
    const reader = await launch();
    await reader.open(card.url('search/index.html'));
    const [first] = await reader.evaluate<string[]>(`(${askByForm})('低保')`);
    expect(first).toBe(`../${addressOnCard('/policies/di-bao/')}`);
    await reader.click('#results a');
    await until(reader, `document.querySelector('h1').textContent === ${JSON.stringify(TITLE)}`);

    await reader.open(card.url('toolkit/index.html'));
    await reader.evaluate("window.print = () => { document.title = 'printed' }");
    await reader.click('[data-sheet]');
    await reader.click('[data-print]');
    await until(reader, "document.title === 'printed'");
    expect(reader.trouble()).toEqual([]);
    await reader.close();
  });
});

test('no link contains the path on the web', () => {
  for (const file of card.files.filter((name) => name.endsWith('.html'))) {
    expect(readFileSync(join(card.dir, file), 'utf8'), file).not.toMatch(/(?:href|src|action)="\/mingbai\//);
  }
});

describe('the command', () => {
  const zip = join(folder, 'zips', 'site.zip');

  test('prints what it wrote, and how to use it', async () => {
    const { code, out, err } = await mingbai('bundle', '--content', content, '--out', zip);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^写好了：1 篇，\d+ 个文件，[\d.]+ MB，用了 [\d.]+ 秒，在 .*site\.zip。\n解压到存储卡/,
    );
    expect(readdirSync(join(folder, 'zips'))).toEqual(['site.zip']);
  });

  test('leaves the last zip unchanged if the content has an error', async () => {
    writeFileSync(zip, 'the last one');
    writeFiles(content, { 'policies/xin.mdx': '---\ntitle: 低保\n---\n<script></script>\n' });
    const { code, err } = await mingbai('bundle', '--content', content, '--out', zip);
    rmSync(join(content, 'policies/xin.mdx'));
    expect(code).toBe(1);
    expect(err).toContain('没有做压缩包，原来的还在');
    expect(readFileSync(zip, 'utf8')).toBe('the last one');
  });

  test.each([
    ['is not a zip', 'site.tar', /要以 \.zip 结尾/],
    ['is a folder', 'a.zip', /是一个文件夹/],
    ['would be bundled the next time', 'content/site.zip', /又装进去/],
  ])('refuses a target that %s, before anything is built', async (_, target, message) => {
    mkdirSync(join(folder, 'a.zip'), { recursive: true });
    const { code, err } = await mingbai('bundle', '--content', content, '--out', join(folder, target));
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
    expect(existsSync(join(folder, 'site.tar'))).toBe(false);
  });
});
