/** A family without a network opens the site from a memory card: on an old and on a new computer, every page works. */
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOnCard } from '../../src/documents/card-path.ts';
import { shortAddress } from '../../src/documents/short-address.ts';
import { temporaryFolder } from '../build/content-folder.ts';
import { askAll, askByForm, readQueries } from '../search/query-set.ts';
import { useBrowser } from '../support/browse.ts';
import { makeReadOnlySite, type PortableSite, unlock } from './portable-site.ts';
import { type Reader, readers, until } from './readers.ts';

const folder = temporaryFolder();
const browsing = useBrowser();
const queries = readQueries().map(({ query }) => query);
let card: PortableSite;
let online: string[][];

beforeAll(async () => {
  card = await makeReadOnlySite(folder);
  online = await browsing.visit('/search/', {}, (page) => page.evaluate<string[][]>(askAll(queries)));
});
afterAll(() => {
  unlock(card);
  rmSync(folder, { recursive: true });
});

describe('the files', () => {
  test('have names that FAT and Windows accept, no two the same except for case', () => {
    for (const file of card.files) {
      expect(file.length, file).toBeLessThan(200);
      for (const name of file.split('/')) {
        expect(name).toMatch(/^[A-Za-z0-9._-]*[A-Za-z0-9_-]$/);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
      }
    }
    expect(new Set(card.files.map((file) => file.toLowerCase())).size).toBe(card.files.length);
  });

  test('are in a read-only folder during all tests below', (context) => {
    if (!card.isLocked) return context.skip('this machine does not let us mount a card read-only');
    expect(() => writeFileSync(join(card.dir, 'index.html'), '')).toThrow('EROFS');
    expect(() => writeFileSync(join(card.dir, 'new'), '')).toThrow('EROFS');
  });

  test('link only to one another, or to the web', () => {
    const pages = card.files.filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(60);
    expect(pages.flatMap(brokenLinks)).toEqual([]);
  });

  test('include instructions in Chinese that any editor shows correctly', () => {
    expect(readFileSync(join(card.dir, 'README.txt'), 'utf8')).toMatch(
      /^\uFEFF汾西明白纸\r\n\r\n打开 index\.html/,
    );
  });
});

/** Links of a page of the portable site to a missing file or anchor. */
function brokenLinks(file: string): string[] {
  const html = readFileSync(join(card.dir, file), 'utf8');
  const links = Array.from(html.matchAll(/\s(?:href|src|action|poster)="([^"]+)"|; url=([^"]+)"/g), (match) =>
    (match[1] ?? match[2] ?? '').replaceAll('&amp;', '&'),
  );
  return links
    .filter((link) => !/^(?:https?|tel|mailto|data):/.test(link))
    .filter((link) => {
      const [path = '', anchor = ''] = link.split('#').map(decodeURIComponent);
      const target = join(card.dir, path === '' ? file : join(dirname(file), path.split('?')[0] ?? ''));
      if (!existsSync(target) || !statSync(target).isFile()) return true;
      return anchor !== '' && !readFileSync(target, 'utf8').includes(` id="${anchor}"`);
    })
    .map((link) => `${file} → ${link}`);
}

describe.each(readers)('in %s', (_, launch) => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await launch();
  });
  afterAll(() => reader?.close());

  const open = (file: string) => reader.open(card.url(file));
  const title = () => reader.evaluate<string>("document.querySelector('h1').textContent");
  const resultsAre = (state: string) =>
    until(reader, `document.querySelector('#results').dataset.state === '${state}'`);

  test('every page opens with its styles, and no request fails or is refused', async () => {
    // Redirect pages would leave before they are checked.
    const leadsOn = (name: string) =>
      readFileSync(join(card.dir, name), 'utf8').includes('http-equiv="refresh"');
    for (const file of card.files.filter((name) => /^(?!s\/).*\.html$/.test(name) && !leadsOn(name))) {
      await open(file);
      expect(await reader.evaluate("getComputedStyle(document.querySelector('.bar')).position"), file).toBe(
        'fixed',
      );
      expect(await reader.evaluate("document.querySelector('.large-print').offsetHeight > 0"), file).toBe(
        true,
      );
      expect(reader.trouble(), file).toEqual([]);
    }
  });

  test('from the first page to a policy and back', async () => {
    await open('index.html');
    const home = await title();
    await reader.click('.bar a[href="policies/index.html"]');
    await until(reader, "document.querySelector('[data-policy]')");
    await reader.click('main a[href="di-bao/index.html"]');
    await until(reader, "document.querySelector('.tick-list')");
    expect(await title()).toContain('低保');
    await reader.back();
    await reader.back();
    await until(reader, `document.querySelector('h1').textContent === ${JSON.stringify(home)}`);
  });

  test('an amount is worked out from a typed number', async () => {
    await open('policies/yang-lao-bao-xian/index.html');
    await reader.click('#part-amount summary');
    await until(reader, "!document.querySelector('#part-amount form').hidden");
    await reader.evaluate("document.querySelector('#amount-zhang-hu').value = '１万3千9百元'");
    await reader.click('#part-amount button');
    await until(reader, "document.querySelector('[data-answer]').textContent.includes('每月大约263元')");
    expect(reader.trouble()).toEqual([]);
  });

  test('a short address redirects', async () => {
    await open(addressOnCard(shortAddress('policies', 'di-bao')));
    await until(reader, "location.pathname.endsWith('/policies/di-bao/index.html')");
  });

  test('the search finds the same pages for each query as on the web', async () => {
    await open('search/index.html');
    const found = await reader.evaluate<string[][]>(askAll(queries));
    expect(found).toEqual(online.map((answers) => answers.map((address) => `../${addressOnCard(address)}`)));
    expect(reader.trouble()).toEqual([]);
  });

  test('a search opens from its address, and leads to the found page', async () => {
    await open('search/index.html?q=低保');
    await resultsAre('ready');
    await reader.click('#results a');
    await until(reader, "document.querySelector('.tick-list')");
    expect(await title()).toContain('低保');
  });

  test('a filtered search stores its filters in the address', async () => {
    await open('search/index.html?q=贷款&type=notice');
    await resultsAre('ready');
    const addresses = await reader.evaluate<string[]>(
      "Array.from(document.querySelectorAll('#results li > a:first-child'), (link) => link.getAttribute('href'))",
    );
    expect(addresses.every((address) => address.startsWith('../notices/'))).toBe(true);
    expect(await reader.evaluate('location.search')).toContain('type=notice');
  });

  test('the finder shows results', async () => {
    await open('finder/index.html');
    await reader.click('.finder input[type=checkbox]');
    const shown = "document.querySelectorAll('[data-found] li:not([hidden])').length";
    expect(await reader.evaluate<number>(shown)).toBeGreaterThan(0);
    expect(await reader.evaluate('location.search')).toMatch(/^\?\w+=/);
    expect(reader.trouble()).toEqual([]);
  });

  test('the questions of the finder lead to policies on the card', async () => {
    await open('finder/index.html');
    await reader.click('[data-start]');
    await until(reader, "document.querySelector('[data-results] a')");
    const links = await reader.evaluate<string[]>(
      "Array.from(document.querySelectorAll('[data-results] a'), (link) => link.getAttribute('href'))",
    );
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((link) => !card.files.includes(link.replace('../', '')))).toEqual([]);
    await reader.click('[data-question] fieldset > button:last-of-type');
    await until(reader, '/^#jia=.*unsure/.test(location.hash)');
    expect(reader.trouble()).toEqual([]);
  });

  test('the poster opens large', async () => {
    await open('policies/di-bao/index.html');
    await reader.click('.share [data-picture]');
    await until(reader, "document.querySelector('.share figure img').naturalWidth === 1080");
    expect(reader.trouble()).toEqual([]);
  });

  test('the script for the loudspeaker is readable Chinese', async () => {
    await open('share/policies/di-bao/broadcast.txt');
    expect(await reader.evaluate('document.body.textContent')).toContain('低保');
  });

  test('the ticked sheets are printed', async () => {
    await open('toolkit/index.html');
    await reader.evaluate("window.print = () => { document.title = 'printed' }");
    await reader.click('[data-sheet]');
    await reader.click('[data-print]');
    await until(reader, "document.title === 'printed'");
    expect(await reader.evaluate("document.querySelectorAll('[data-sheets] .sheet').length")).toBe(1);
  });

  test('large print is one tap away, and remembered on the next page', async () => {
    const size = 'parseFloat(getComputedStyle(document.body).fontSize)';
    await open('index.html');
    const normal = await reader.evaluate<number>(size);
    await reader.click('.large-print');
    // Chromium passes storage from page to page a moment after it was written.
    const sizeOnNextPage = async () => {
      await open('policies/di-bao/index.html');
      return reader.evaluate<number>(size);
    };
    await expect.poll(sizeOnNextPage, { timeout: 10_000 }).toBeGreaterThan(normal);
    await reader.click('.large-print');
    await reader.click('.large-print');
    expect(await reader.evaluate<number>(size)).toBe(normal);
  });

  test('an unreadable data shard is reported, and read once it is readable', async () => {
    await open('search/index.html');
    await reader.evaluate(`{
      const append = document.head.append;
      document.head.append = (script) => {
        if (!window.isBack) script.src = script.src.replace(/part-/, 'gone-');
        append.call(document.head, script);
      };
    }`);
    await reader.evaluate(`(${askByForm})('低保')`);
    await resultsAre('error');
    await reader.evaluate("window.isBack = true; document.querySelector('#search-message button').click()");
    await resultsAre('ready');
    reader.trouble();
  });

  test('if the browser refuses storage, everything works until the page is closed', async () => {
    await reader.prepare(
      `for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
        Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError') } });
      }`,
    );
    await open('search/index.html');
    expect((await reader.evaluate<string[]>(`(${askByForm})('低保')`)).length).toBeGreaterThan(0);
    await open('policies/di-bao/index.html');
    await reader.click('.tick-list input');
    expect(await reader.evaluate("document.querySelector('.tick-list input').checked")).toBe(true);
    await reader.click('.large-print');
    expect(await reader.evaluate("document.documentElement.classList.contains('large')")).toBe(true);
    await open('finder/index.html');
    await reader.click('.finder input[type=checkbox]');
    await until(reader, "document.querySelector('[data-found] li:not([hidden])')");
    await open('offline/index.html');
    await until(reader, "document.querySelector('.pocket [data-said]').textContent.includes('不用再存')");
    // The failure of a single enhancement is logged for developers, as a warning.
    expect(reader.trouble().filter((text) => !text.startsWith('Mingbai: '))).toEqual([]);
  });
});
