/** Whole pages read aloud: the spoken text equals the visible text, in the same order, one item at a time. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OldBrowser } from '../browsers/old-chromium.ts';
import { launchOldChromium } from '../browsers/old-chromium.ts';
import { mingbai, temporaryFolder, writeFiles } from '../build/content-folder.ts';
import { type Browsing, useBrowser } from '../support/browse.ts';
import { allAddresses, onePageOfEachType } from '../support/built-site.ts';
import { bare, clockAt, faultsOf, type Heard, LISTEN, STUBBED_VOICE } from './stubbed-voice.ts';
import { TODAY, testContent } from './test-content.ts';

const folder = temporaryFolder();
const out = join(folder, 'out');
beforeAll(async () => {
  writeFiles(join(folder, 'content'), testContent);
  const built = await mingbai('build', '--content', join(folder, 'content'), '--out', out, '--today', TODAY);
  expect(built.code, built.err).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

const browsing = useBrowser({ script: STUBBED_VOICE });
/** On the day of its build, whatever the date of the test. */
const madeScript = STUBBED_VOICE + clockAt(`${TODAY}T12:00:00+08:00`);
const made = useBrowser({ script: madeScript, dir: () => out });
/** Without pages for input, pages for cadres, and the progress of saving. */
const isRead = (address: string) => !/^\/(?:search|toolkit|offline)\/(?!missing)/.test(address);
const pages = [...allAddresses().filter(isRead), '/404.html', '/offline/missing/'];
const documents = pages.filter((address) =>
  /^\/(?:policies|stories|notices)\/[^/]+\/$|^\/[a-z-]+\/$/.test(address),
);

const madePages = Object.keys(testContent)
  .filter((file) => file.endsWith('.mdx'))
  .map((file) => `/${file.replace(/^pages\//, '').replace('.mdx', '/')}`)
  .concat(
    '/',
    '/policies/',
    '/notices/',
    '/glossary/',
    '/contacts/',
    '/places/shi-li/',
    '/audiences/lao-ren/',
  );

const listen = (address: string, on: Browsing = browsing) =>
  on.look(address, {}, (page) => page.evaluate<Heard>(LISTEN));

test.each(pages)('%s is read aloud as it is shown', async (address) => {
  const heard = await listen(address);
  expect(faultsOf(heard)).toEqual([]);
  expect(heard.said.length).toBeGreaterThan(1);
});

describe('a site with every component and every form of Markdown', () => {
  test.each(madePages)('%s is read aloud as it is shown', async (address) => {
    expect(faultsOf(await listen(address, made))).toEqual([]);
  });

  test('a cell is read after the name of its column, and deleted text is announced as such', async () => {
    const { said } = await listen('/about/', made);
    expect(said).toEqual(
      expect.arrayContaining(['人口：一口人', '钱：200元', '钱：400元。', '每月发', '冬：3—5天']),
    );
    expect(said).toContain('每人收，划掉了200元，0元，要带身份证， 再带户口本。');
    expect(said).toContain('“补贴到账了。');
    expect(said).toContain('快来领！”');
    expect(said).toContain('他说，这是真的（去年的不算。今年才算），不用怕。');
    expect(said.slice(said.indexOf('1'), said.indexOf('1') + 4)).toEqual([
      '1',
      '先去村委会',
      '2',
      '再去镇上（带身份证）',
    ]);
  });
});

test('an event of several days is read as running, on its page and in the list, and not as today', async () => {
  const { said } = await listen('/notices/running/', made);
  expect(said.slice(1, 3)).toEqual(['正在进行', '2026年11月30日下午5点结束。']);
  expect(said).not.toContain('就在今天');
  const list = (await listen('/notices/', made)).said;
  expect(list).toContain('2026年11月25日（星期三）到11月30日（星期一）');
  expect(list.filter((each) => /正在进行|就在今天/.test(each))).toEqual(['正在进行', '就在今天']);
});

test('once an event is over, its page offers no poster, script or calendar, and the text to send says so first', async () => {
  const address = '/notices/open/';
  const seen = async (day: string) => {
    const page = await made.open('/about/', { serviceWorkers: 'block' });
    await page.context().addInitScript(clockAt(`${day}T12:00:00+08:00`));
    await page.goto(made.url(address));
    const inviting = page.locator('[data-while-open]:not(textarea)');
    const hidden = await inviting.evaluateAll((links) => links.map((link) => (link as HTMLElement).hidden));
    const text = await page.locator('[data-message]').inputValue();
    await page.context().close();
    return { hidden, text };
  };
  const [before, after] = [await seen('2027-01-14'), await seen('2027-01-15')];
  expect(before.hidden).toEqual([false, false, false]);
  expect(after.hidden).toEqual([true, true, true]);
  expect(before.text).toMatch(/^【/);
  expect(after.text).toMatch(/^这件事已经过去了/);
});

test('an open policy is not read as ended, and an ended one is', async () => {
  const ended = '现在不能办了，下面的办法不能照着用。';
  expect((await listen('/policies/di-bao/')).said).not.toContain(ended);
  expect((await listen('/policies/xiao-e-xin-dai/')).said).toContain(ended);
});

test('a telephone number is read digit by digit', async () => {
  const { said } = await listen('/policies/di-bao/');
  const at = said.indexOf('找谁问');
  expect(at).toBeGreaterThan(0);
  expect(said.slice(at + 1, at + 3).map(bare)).toEqual([expect.stringContaining('12345'), '12345']);
  expect(said[at + 2]).toBe('1 2 3 4 5');
});

test('the toolkit and the search are not read aloud', async () => {
  for (const address of ['/toolkit/', '/search/']) {
    await browsing.visit(address, {}, async (page) => {
      expect(await page.locator('.read-aloud').count()).toBe(0);
    });
  }
});

describe('on Chromium 80', () => {
  let browser: OldBrowser;
  beforeAll(async () => {
    browser = await launchOldChromium();
  });
  afterAll(() => browser?.close());

  const types = new Set(onePageOfEachType().map(([, address]) => address));
  const everywhere = [
    ...documents
      .filter((address) => types.has(address))
      .map((address) => [address, 'of the example', browsing] as const),
    ...madePages.map((address) => [address, 'of the made site', made] as const),
  ];
  test.each(everywhere)('%s %s is read aloud as it is shown', async (address, _, on) => {
    const page = await browser.newPage();
    await page.setViewport({ width: 360, height: 740 });
    await page.evaluateOnNewDocument(on === made ? madeScript : STUBBED_VOICE);
    await page.goto(on.url(address));
    const heard = await page.evaluate<Heard>(LISTEN);
    await page.close();
    expect(faultsOf(heard)).toEqual([]);
  });
});
