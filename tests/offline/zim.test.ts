/** For a Kiwix box or a phone with Kiwix the whole site is one book, which is valid, searchable and readable. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOnCard } from '../../src/documents/card-path.ts';
import { mingbai, onePolicy, site, temporaryFolder, writeFiles } from '../build/content-folder.ts';
import { askAll, readQueries } from '../search/query-set.ts';
import { useBrowser } from '../support/browse.ts';
import { type ExternalServer, isInstalled, startExternalServer } from '../support/external-server.ts';
import { type Reader, readers, until } from './readers.ts';

const folder = temporaryFolder();
const books = join(folder, 'books');
const zim = join(books, 'mingbai.zim');
afterAll(() => rmSync(folder, { recursive: true }));

/** If packages are missing, the test's name lists them. */
const hasPrograms = isInstalled('zimwriterfs') && isInstalled('kiwix-serve');
const name = hasPrograms ? 'the book' : 'the book (skipped: apt-get install zim-tools kiwix-tools)';

describe.skipIf(!hasPrograms)(name, () => {
  const browsing = useBrowser();
  // Every eighth query: the test of the portable site, which has the same search, uses all.
  const queries = readQueries()
    .map(({ query }) => query)
    .filter((_, index) => index % 8 === 0);
  let online: string[][];
  let kiwix: ExternalServer;

  beforeAll(async () => {
    const { code, err, out } = await mingbai('bundle', '--out', join(books, 'card.zip'), '--zim', zim);
    if (code !== 0) throw new Error(err);
    expect(out).toMatch(/给 Kiwix 看的在 .*mingbai\.zim。/);
    online = await browsing.visit('/search/', {}, (page) => page.evaluate<string[][]>(askAll(queries)));
    kiwix = await startExternalServer('kiwix-serve', (port) => [
      '--address=127.0.0.1',
      `--port=${port}`,
      `--attachToProcess=${process.pid}`,
      zim,
    ]);
  });
  afterAll(() => kiwix?.close());

  test('is valid according to zimcheck, and only the zip is written next to it', () => {
    const { status, stdout } = spawnSync('zimcheck', ['--all', zim], { encoding: 'utf8' });
    expect(stdout).toContain('Overall Test Status: Pass');
    expect(stdout).not.toMatch(/ERROR|WARN/);
    expect(status).toBe(0);
    expect(readdirSync(books).sort()).toEqual(['card.zip', 'mingbai.zim']);
  });

  test('has its title, language and picture in the catalogue', async () => {
    const shelf = await (await fetch(`${kiwix.origin}/catalog/v2/entries`)).text();
    expect(shelf).toContain('<title>汾西明白纸</title>');
    expect(shelf).toContain('<language>zho</language>');
    expect(shelf).toMatch(/rel="http:\/\/opds-spec.org\/image\/thumbnail"/);
  });

  test.each([
    ['额贷', 'policies/bang-fu-xin-dai'],
    ['低保', 'policies/di-bao'],
    ['残疾人', 'policies/can-ji-bu-tie'],
    ['疾人', 'policies/can-ji-bu-tie'],
    ['时救', 'policies/lin-shi-jiu-zhu'],
    ['临时救助', 'policies/lin-shi-jiu-zhu'],
    ['困难补助', 'policies/di-bao'],
    ['养老', 'policies/yang-lao-bao-xian'],
    ['神符', 'notices/shen-fu-miao-hui-2027'],
    ['核桃', 'stories/bai-yi-cun-he-tao'],
  ])('the reader’s own search for %s finds the page %s', async (query, page) => {
    const found = await searchOf(kiwix, query);
    expect(found.slice(0, 3)).toContain(`${page}/index.html`);
    // List pages would rank above the pages they list.
    expect(found.filter((file) => /^(?:(?:policies|toolkit|audiences)\/)?index|^s\//.test(file))).toEqual([]);
  });

  describe.each(readers)('in %s', (_, launch) => {
    let reader: Reader;
    beforeAll(async () => {
      reader = await launch();
    });
    afterAll(() => reader?.close());
    const open = (file: string) => reader.open(`${kiwix.origin}/mingbai/${file}`);
    /** Browser errors, and requests to other servers than the reader's own. */
    const trouble = () => reader.trouble().filter((line) => !line.startsWith(`asks for ${kiwix.origin}/`));

    test('a policy is whole: its styles, its buttons, large print', async () => {
      await open('policies/di-bao/index.html');
      expect(await reader.evaluate("document.querySelector('h1').textContent")).toContain('低保');
      expect(await reader.evaluate("document.querySelectorAll('article h2').length")).toBeGreaterThan(5);
      expect(await reader.evaluate("getComputedStyle(document.querySelector('.bar')).position")).toBe(
        'fixed',
      );
      await reader.click('.large-print');
      expect(await reader.evaluate("document.documentElement.classList.contains('large')")).toBe(true);
      await reader.click('.share [data-picture]');
      await until(reader, "document.querySelector('.share figure img').naturalWidth === 1080");
      expect(trouble()).toEqual([]);
    });

    test('the site’s search in the book finds the same pages as on the web', async () => {
      await open('search/index.html?q=低保');
      await until(reader, "document.querySelector('#results').dataset.state === 'ready'");
      expect(await reader.evaluate<string[][]>(askAll(queries))).toEqual(
        online.map((answers) => answers.map((address) => `../${addressOnCard(address)}`)),
      );
      expect(trouble()).toEqual([]);
    });

    test('the offline page does not offer to save', async () => {
      await open('offline/index.html');
      await until(reader, "document.querySelector('.pocket [data-said]').textContent.includes('不用再存')");
      expect(trouble()).toEqual([]);
    });
  });
});

/** The files of the pages in the results of the server's own search, best first. */
async function searchOf({ origin }: ExternalServer, query: string): Promise<string[]> {
  const page = await (
    await fetch(`${origin}/search?${new URLSearchParams({ content: 'mingbai', pattern: query })}`)
  ).text();
  return Array.from(page.matchAll(/<a href="\/mingbai\/([^"]+)"/g), (match) => match[1] ?? '');
}

describe('the command', () => {
  const small = join(folder, 'small');
  const target = (name: string) => join(small, name);
  beforeAll(() => writeFiles(join(small, 'content'), { ...site, ...onePolicy }));
  const bundle = (...more: string[]) =>
    mingbai('bundle', '--content', join(small, 'content'), '--out', target('a.zip'), ...more);

  test.skipIf(!hasPrograms)('leaves the zip unchanged if the book cannot be written', async () => {
    writeFiles(small, { 'a.zip': 'the last one', file: '' });
    const { code, err } = await bundle('--zim', target('file/mingbai.zim'));
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/写不进 .*mingbai\.zim：路径中间有一个不是文件夹/),
    ]);
    expect(readFileSync(target('a.zip'), 'utf8')).toBe('the last one');
  });

  test('without zimwriterfs explains how to install it, before anything is built', async () => {
    mkdirSync(target('no-programs'));
    const path = process.env.PATH;
    process.env.PATH = target('no-programs');
    const asked = bundle('--zim', target('b.zim'));
    process.env.PATH = path;
    const { code, err } = await asked;
    expect([code, err]).toEqual([2, expect.stringContaining('sudo apt-get install zim-tools')]);
    expect(existsSync(target('b.zim'))).toBe(false);
  });

  test('refuses a book without the file extension .zim', async () => {
    const { code, err } = await bundle('--zim', target('b.zip'));
    expect([code, err]).toEqual([2, expect.stringContaining('要以 .zim 结尾')]);
  });
});
