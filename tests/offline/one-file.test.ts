/** Somebody gets the whole site as one file in a chat and opens it: nothing else is loaded, and everything works. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FileStore, openFiles } from '../../src/offline/one-file/client/file-store.ts';
import { blockId, DIRECTORY_ID } from '../../src/offline/one-file/file-directory.ts';
import { makeOneFile } from '../../src/offline/one-file/index.ts';
import { readRecord } from '../../src/offline/one-file/page-record.ts';
import { bundlePortableSearch, INDEX_FOLDER } from '../../src/search/index.ts';
import { launchCurrentChromium } from '../browsers/current-chromium.ts';
import { mingbai, temporaryFolder } from '../build/content-folder.ts';
import { askAll, askByForm, readQueries } from '../search/query-set.ts';
import { siteDir } from '../support/built-site.ts';
import { type Reader, readers, readersWithFirefox, until } from './readers.ts';

const folder = temporaryFolder();
const file = join(folder, 'sent', '村里 的明白纸#1.html');
const withPosters = join(folder, 'with posters', 'all.html');
const cardDir = join(folder, 'card');
/** Some of every kind, 28 in all. */
const queries = readQueries()
  .filter((_, index) => index % 12 === 0)
  .map(({ query }) => query);
let store: FileStore;
let printed: string;

beforeAll(async () => {
  const zip = join(folder, 'card.zip');
  const { code, out, err } = await mingbai(
    'bundle',
    '--content',
    'content',
    '--out',
    zip,
    '--one-file',
    file,
  );
  if (code !== 0) throw new Error(err);
  printed = out;
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(join(cardDir, path, '..'), { recursive: true });
    writeFileSync(join(cardDir, path), bytes);
  }
  const html = await makeOneFile(siteDir, {
    url: 'https://mingbai.example/',
    fetched: INDEX_FOLDER,
    worker: await bundlePortableSearch(),
    hasPictures: true,
  });
  mkdirSync(join(withPosters, '..'));
  writeFileSync(withPosters, html);
  store = storeIn(readFileSync(file, 'utf8'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The files inside a file, read as a browser reads them. */
function storeIn(html: string): FileStore {
  const textOf = (id: string) =>
    new RegExp(`<script type="application/octet-stream" id="${id}">([^<]*)</script>`).exec(html)?.[1] ?? '';
  return openFiles(textOf(DIRECTORY_ID), (block) => textOf(blockId(block)));
}

const pagesOf = ({ directory }: FileStore): string[] =>
  directory.blocks
    .flatMap(({ files }) => files.map(([name]) => name))
    .filter((name) => name.endsWith('.html'));

const urlOf = (path: string, fragment = '') => pathToFileURL(path).href + fragment;

describe('the command', () => {
  test('says how large the file is, and each document in it', () => {
    expect(printed).toMatch(
      /写好了：22 篇，一个文件，0\.\d MB，平均每篇 \d+\.\d KB，用了 [\d.]+ 秒，在 .*\.html。\n发到群里/,
    );
  });

  test('refuses posters without the file, and a file of another kind', async () => {
    const { code, err } = await mingbai('bundle', '--posters');
    expect([code, err]).toEqual([2, expect.stringContaining('--posters 要和 --one-file 一起用')]);
    const other = await mingbai('bundle', '--one-file', join(folder, 'a.zip'));
    expect([other.code, other.err]).toEqual([2, expect.stringContaining('要以 .html 结尾')]);
  });

  test('leaves the last file as it was if the new one cannot be written', async () => {
    const target = join(folder, 'a-file', 'x.html');
    writeFileSync(join(folder, 'a-file'), 'no folder');
    const { code, err } = await mingbai('bundle', '--one-file', target);
    expect([code, err]).toEqual([1, expect.stringContaining('原来的文件没有动')]);
  });
});

describe('the file', () => {
  test('has every page of the site, and each link leads to a page in it, to a place, or to the web', () => {
    const pages = pagesOf(store);
    expect(pages.length).toBeGreaterThan(60);
    const known = new Set(Object.keys(store.directory.moved).concat(pages.map(addressOf)));
    const broken = pages.flatMap((page) => {
      const { facts, main } = readRecord(store.text(page) ?? '');
      const html = (facts.header ?? '') + main + (facts.footer ?? '');
      return Array.from(html.matchAll(/\s(href|src|action|data-script|data-worker)="([^"]*)"/g))
        .filter(([, , address = '']) => !isAnswered(address, known))
        .map(([all]) => `${page} →${all}`);
    });
    expect(broken).toEqual([]);
  });

  test('says of a poster that is not in it that it needs a network', () => {
    const { main } = readRecord(store.text('policies/di-bao/index.html') ?? '');
    expect(main).toMatch(
      /href="https:\/\/mingbai\.example\/share\/policies\/di-bao\/poster\.png"[^>]*>.*?海报<\/span>[^<]*<span>（要上网）<\/span><\/a>/s,
    );
    expect(main).not.toMatch(/<a [^>]*poster\.png"[^>]*data-picture/);
  });

  test('is larger with posters', () => {
    expect(statSync(withPosters).size).toBeGreaterThan(2 * statSync(file).size);
  });

  test('can be read without scripts: the first page, telephones, and what is in it', async () => {
    const browser = await launchCurrentChromium();
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(urlOf(file));
    const text = await page.evaluate(() => document.body.textContent);
    await browser.close();
    for (const words of ['换手机上的浏览器', '家里收入太低，可以申请低保', '政务服务热线', '12345'])
      expect(text).toContain(words);
  });
});

const addressOf = (page: string) => page.replace(/index\.html$/, '');

function isAnswered(address: string, known: ReadonlySet<string>): boolean {
  if (/^(?:https?|tel|sms|mailto|data):|^#(?!\/)/.test(address)) return true;
  const name = decodeURI(address.replace(/^(?:#\/|mingbai:)/, '').replace(/[?#].*/, ''));
  return known.has(name) || store.has(name);
}

describe.each(readersWithFirefox)('in %s', (_, launch) => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await launch();
  });
  afterAll(() => reader?.close());

  const open = async (fragment = '', path = file) => {
    // A change of the fragment alone would not load the file.
    await reader.open('about:blank');
    reader.requested();
    await reader.open(urlOf(path, fragment));
  };
  const isOn = (title: string) =>
    until(reader, `document.querySelector('h1').textContent.includes(${JSON.stringify(title)})`);
  const go = (fragment: string) => reader.evaluate(`void (location.hash = ${JSON.stringify(fragment)})`);

  test('every page opens with its styles; nothing beside the file is requested, nothing fails', async () => {
    await open();
    for (const page of pagesOf(store)) {
      const { facts, main } = readRecord(store.text(page) ?? '');
      const heading = /<h1[^>]*>(.*?)<\/h1>/s.exec(main)?.[1]?.replace(/<[^>]+>/g, '') ?? '';
      await go(`/${addressOf(page)}`);
      await until(reader, `document.title === ${JSON.stringify(facts.title)}`);
      const found = await reader.evaluate<string>("document.querySelector('main h1').textContent");
      expect(found.trim(), page).toBe(heading.trim());
      expect(await reader.evaluate("getComputedStyle(document.querySelector('.bar')).position"), page).toBe(
        'fixed',
      );
      expect(
        await reader.evaluate("document.querySelectorAll('body > main, body > footer').length"),
        page,
      ).toBe(2);
    }
    expect(reader.trouble()).toEqual([]);
    expect(reader.requested().filter((url) => !url.startsWith(urlOf(file)))).toEqual([]);
  });

  test('from the first page to a policy and back, to where the reader was', async () => {
    await open();
    await reader.click('.bar a[href="#/policies/"]');
    await until(reader, "document.querySelector('[data-policy]')");
    expect(await reader.evaluate("document.querySelector('.bar [aria-current]').textContent.trim()")).toBe(
      '政策',
    );
    await reader.evaluate('scrollTo(0, 700)');
    await reader.evaluate('document.querySelector(\'main a[href="#/policies/di-bao/"]\').click()');
    await until(reader, "document.querySelector('.tick-list')");
    expect(await reader.evaluate('scrollY')).toBe(0);
    expect(await reader.evaluate('document.activeElement.tagName')).toBe('H1');
    await reader.evaluate('history.back()');
    await until(reader, "document.querySelector('[data-policy]') && scrollY === 700");
    await reader.evaluate('history.back()');
    await until(reader, "location.hash === '#/' && !document.querySelector('[data-policy]')");
    expect(reader.trouble()).toEqual([]);
  });

  test('the links to the parts of a page lead there, and the address names both', async () => {
    await open('#/policies/di-bao/');
    await isOn('低保');
    await reader.evaluate('document.querySelector(\'a[href="#part-bring"]\').click()');
    await until(reader, "location.hash === '#/policies/di-bao/#part-bring' && scrollY > 500");
    await open('#/contacts/#tel-12345');
    await until(reader, "document.querySelector('#tel-12345')");
    await open('#/policies/di-bao/#part-bring');
    await until(reader, 'scrollY > 500');
  });

  test('the search finds the same pages for each query as on a memory card', async () => {
    const { requested } = reader;
    await reader.open(urlOf(join(cardDir, 'search', 'index.html')));
    const onCard = await reader.evaluate<string[][]>(askAll(queries));
    await open('#/search/');
    await until(reader, "document.querySelector('#search-form')");
    const found = await reader.evaluate<string[][]>(askAll(queries));
    expect(queries.length).toBeGreaterThan(19);
    expect(found).toEqual(onCard.map((answers) => answers.map((address) => address.replace('..', '#'))));
    expect(found.filter((answers) => answers.length > 0).length).toBeGreaterThan(19);
    expect(reader.trouble()).toEqual([]);
    expect(requested().filter((url) => !url.startsWith(urlOf(file)))).toEqual([]);
  });

  test('a search is typed on the first page, opens from its address, and leads to the page', async () => {
    await open();
    await reader.evaluate(`{
      const form = document.querySelector('form[action="#/search/"]');
      form.querySelector('input').value = '低保';
      form.querySelector('button').click();
    }`);
    await until(reader, "(document.querySelector('#results') || {dataset: {}}).dataset.state === 'ready'");
    expect(decodeURIComponent(await reader.evaluate<string>('location.hash'))).toBe('#/search/?q=低保');
    await open('#/search/?q=%E4%BD%8E%E4%BF%9D');
    await until(reader, "(document.querySelector('#results') || {dataset: {}}).dataset.state === 'ready'");
    await reader.evaluate("document.querySelector('#results a').click()");
    await isOn('低保');
    expect(reader.trouble()).toEqual([]);
  });

  test('the finder shows results, its questions lead to policies, and the answers are in the address', async () => {
    await open('#/finder/');
    await until(reader, "document.querySelector('.finder input[type=checkbox]')");
    await reader.evaluate("document.querySelector('.finder input[type=checkbox]').click()");
    expect(
      await reader.evaluate<number>("document.querySelectorAll('[data-found] li:not([hidden])').length"),
    ).toBeGreaterThan(0);
    expect(await reader.evaluate('location.hash')).toMatch(/^#\/finder\/\?\w+=/);
    await reader.evaluate("document.querySelector('[data-start]').click()");
    await until(reader, "document.querySelector('[data-question] legend')");
    await reader.evaluate("document.querySelector('[data-question] fieldset > button:last-of-type').click()");
    // The next question comes first, the address and the lists behind the next frame.
    await until(reader, '/#jia=.*unsure/.test(location.hash)');
    await until(reader, "document.querySelector('[data-results] a')");
    await reader.evaluate("document.querySelector('[data-results] a').click()");
    await until(reader, "document.querySelector('.tick-list')");
    expect(reader.trouble()).toEqual([]);
  });

  test('an amount is worked out', async () => {
    await open('#/policies/yang-lao-bao-xian/');
    await until(reader, "document.querySelector('#part-amount summary')");
    await reader.evaluate("document.querySelector('#part-amount summary').click()");
    await until(reader, "!document.querySelector('#part-amount form').hidden");
    await reader.evaluate("document.querySelector('#amount-zhang-hu').value = '１万3千9百元'");
    await reader.evaluate("document.querySelector('#part-amount button').click()");
    await until(reader, "document.querySelector('[data-answer]').textContent.includes('每月大约263元')");
    expect(await reader.evaluate('location.hash')).toMatch(/^#\/policies\/yang-lao-bao-xian\/#suan\b/);
    expect(reader.trouble()).toEqual([]);
  });

  test('the text for the loudspeaker opens, and the QR code', async () => {
    await open('#/share/policies/di-bao/broadcast.txt');
    await until(
      reader,
      "document.querySelector('main p') && document.querySelector('main').textContent.includes('低保')",
    );
    await open('#/share/policies/di-bao/qr.png');
    await until(
      reader,
      "document.querySelector('main img') && document.querySelector('main img').naturalWidth > 50",
    );
  });

  test('a poster that is in the file opens in its page', async () => {
    await open('#/policies/di-bao/', withPosters);
    await until(reader, "document.querySelector('.share [data-picture]')");
    await reader.evaluate("document.querySelector('.share [data-picture]').click()");
    await until(reader, "document.querySelector('.share figure img').naturalWidth === 1080");
    expect(reader.trouble()).toEqual([]);
  });

  test('what a page does until it is left ends with it, such as reading aloud', async () => {
    await open('#/policies/di-bao/');
    await isOn('低保');
    await reader.evaluate(`mingbaiRun((location, history, localStorage, addEventListener) => {
      window.heard = [];
      for (const type of ['pagehide', 'afterprint']) addEventListener(type, () => window.heard.push(type));
    })`);
    await go('/notices/');
    await isOn('通知');
    await reader.evaluate("dispatchEvent(new Event('afterprint')), dispatchEvent(new Event('pagehide'))");
    expect(await reader.evaluate('window.heard')).toEqual(['pagehide']);
  });

  test('the ticked sheets are printed', async () => {
    await open('#/toolkit/');
    await until(reader, "document.querySelector('[data-sheet]')");
    await reader.evaluate("window.print = () => { document.title = 'printed' }");
    await reader.evaluate("document.querySelector('[data-sheet]').click()");
    await reader.evaluate("document.querySelector('[data-print]').click()");
    await until(reader, "document.title === 'printed'");
    expect(await reader.evaluate("document.querySelectorAll('[data-sheets] .sheet').length")).toBe(1);
  });

  test('what the file does not have is said, with its address on the web', async () => {
    await open('#/policies/no-such-page/');
    await isOn('没有这一页');
    expect(await reader.evaluate("document.querySelector('main a').href")).toBe(
      'https://mingbai.example/policies/no-such-page/',
    );
  });

  test('a file that was cut off on its way still shows its first page, and says of others that they are lost', async () => {
    const html = readFileSync(file, 'utf8');
    const cut = join(folder, 'cut.html');
    writeFileSync(cut, html.slice(0, html.indexOf(`id="${blockId(1)}"`) + 2000));
    await open('', cut);
    await isOn('');
    expect(await reader.evaluate("document.querySelector('.large-print').offsetHeight > 0")).toBe(true);
    await reader.click('.bar a[href="#/policies/"]');
    await isOn('没有收全');
    reader.trouble();
  });

  test('if the browser allows neither storage nor a change of the address, as for content://, all of it works', async () => {
    await reader.prepare(
      `for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
        Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError') } });
      }
      history.replaceState = () => { throw new DOMException('no', 'SecurityError') };`,
    );
    await open();
    const isRefused = '(() => { try { return localStorage === null; } catch { return true; } })()';
    expect(await reader.evaluate(isRefused)).toBe(true);
    await reader.click('.large-print');
    await reader.click('.bar a[href="#/search/"]');
    await until(reader, "document.querySelector('#search-form')");
    expect(await reader.evaluate("document.documentElement.classList.contains('large')")).toBe(true);
    expect((await reader.evaluate<string[]>(`(${askByForm})('低保')`)).length).toBeGreaterThan(0);
    await go('/policies/di-bao/');
    await isOn('低保');
    await reader.evaluate("document.querySelector('.tick-list input').click()");
    await go('/finder/');
    await until(reader, "document.querySelector('.finder input[type=checkbox]')");
    await reader.evaluate("document.querySelector('.finder input[type=checkbox]').click()");
    await until(reader, "document.querySelector('[data-found] li:not([hidden])')");
    await go('/policies/di-bao/');
    await isOn('低保');
    expect(await reader.evaluate("document.querySelector('.tick-list input').checked")).toBe(true);
    await go('/offline/');
    await until(reader, "document.querySelector('.pocket [data-said]').textContent.includes('不用再存')");
    expect(reader.trouble()).toEqual([]);
  });
});

test('the oldest engine that is tested is Chromium 80', () => {
  expect(readers.map(([name]) => name)).toContain('Chromium 80');
});
