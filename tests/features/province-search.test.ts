/** The search over the counties of a province, as a reader finds it: the own county first, others on asking, one answer for one policy. */
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readProvince } from '../../scripts/province/read-province.ts';
import { writeProvinceSearch } from '../../scripts/province/write-search.ts';
import { documentFixture } from '../../src/search/client/search-fixture.ts';
import { compressedContent, pagefindFiles } from '../../src/search/pagefind-files.ts';
import { buildPostings } from '../../src/search/postings.ts';
import type { SearchDocument } from '../../src/search/search-documents.ts';
import { launchOldChromium } from '../browsers/old-chromium.ts';
import { temporaryFolder, writeFiles } from '../build/content-folder.ts';
import { useBrowser } from '../support/browse.ts';
import { siteDir } from '../support/built-site.ts';

const TODAY = '2026-11-28';
const top = temporaryFolder();
const out = join(top, 'out');
const names: Record<string, string> = { fenxi: '汾西县', hongtong: '洪洞县', daning: '大宁县' };

/** The policy of the province, with the county's amount and telephone. */
const oldAge = (amount: string, phone: string) =>
  documentFixture('/policies/gao-ling/', {
    title: '满80岁领高龄津贴',
    facts: { title: '满80岁领高龄津贴', type: 'policy', phone },
    lead: `满80岁的老人，每月领钱。\n每月${amount}元。`,
    text: `本县户口的老人，到村委会登记，带身份证和户口本，登记以后从下个月起每月发到社保卡里。\n打 ${phone} 问。`,
  });
const own = (address: string, title: string) =>
  documentFixture(address, { title, facts: { title, type: 'policy' }, lead: `${title}，找镇里问。` });
const documents: Record<string, SearchDocument[]> = {
  fenxi: [oldAge('100', '0357-5122345'), own('/policies/he-tao/', '种核桃有补助')],
  hongtong: [oldAge('200', '0357-6222345'), own('/policies/lian-cai/', '种莲菜有补助')],
  daning: [oldAge('150', '0357-7722345'), own('/policies/li-zi/', '种梨子有补助')],
};

/** A county's site, as far as the search of the province needs it. */
function writeCounty(id: string): void {
  const site = join(out, id);
  const pages = documents[id] ?? [];
  for (const file of pagefindFiles(pages, buildPostings(pages))) {
    const path = join(site, 'search/index', file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, compressedContent(file));
  }
  mkdirSync(join(site, 'assets'));
  const style = readdirSync(join(siteDir, 'assets')).find((name) => name.endsWith('.css')) ?? '';
  copyFileSync(join(siteDir, 'assets', style), join(site, 'assets', style));
  copyFileSync(join(siteDir, 'icon.svg'), join(site, 'icon.svg'));
  const {
    name: _,
    county: __,
    url: ___,
    ...rest
  } = JSON.parse(readFileSync(join(siteDir, 'county.json'), 'utf8')) as Record<string, unknown>;
  const summary = { ...rest, name: `${names[id]}明白纸`, county: { name: names[id] } };
  writeFiles(site, {
    'county.json': JSON.stringify({ ...summary, url: `https://p.example/${id}/` }),
    'policies/gao-ling/index.html': `<h1>${names[id]}的高龄津贴</h1>`,
  });
}

beforeAll(async () => {
  for (const id of Object.keys(names)) {
    writeCounty(id);
    mkdirSync(join(top, id, 'content'), { recursive: true });
  }
  const counties = Object.keys(names).map((id) => `  - id: ${id}\n    content: ${id}/content\n`);
  writeFiles(top, { 'province.yml': `title: 示例省\nout: out\ncounties:\n${counties.join('')}` });
  expect(await write()).toMatchObject({ isNew: true, pages: 4, left: [] });
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

async function write() {
  const { province } = readProvince(join(top, 'province.yml'), TODAY);
  if (province === undefined) throw new Error('province.yml has errors');
  return writeProvinceSearch(province, TODAY);
}

const { open, url } = useBrowser({ dir: () => out });
const state = (page: Page, list = '#results') => page.getAttribute(list, 'data-state');
const titles = (page: Page, list = '#results') => page.locator(`${list} > li strong`).allTextContents();
const message = (page: Page, of = '#search-message') => page.locator(of).textContent();
async function search(page: Page, query: string): Promise<void> {
  await page.fill('#q', query);
  await page.press('#q', 'Enter');
  await expect.poll(() => state(page)).toMatch(/ready|empty/);
}

describe('without a county', () => {
  test('the policy of all counties is one answer, with a choice of county and no amount or telephone of one', async () => {
    const page = await open('search/?q=高龄津贴');
    await expect.poll(() => state(page)).toBe('ready');
    expect(await titles(page)).toEqual(['满80岁领高龄津贴']);
    const card = page.locator('#results > li');
    expect(await card.textContent()).not.toMatch(/[125]\d0元|0357/);
    expect(await card.textContent()).toContain('各县的钱数、日子、电话可能不一样');
    await card.getByText('3 个县有').click();
    await expect.poll(() => card.locator('.chip').allTextContents()).toEqual(['大宁县', '汾西县', '洪洞县']);
    await card.getByText('洪洞县').click();
    await expect.poll(() => page.locator('h1').textContent()).toBe('洪洞县的高龄津贴');
    await page.context().close();
  });

  test.each([
    ['种莲菜', '洪洞县 政策', '/hongtong/policies/lian-cai/'],
    ['zhongliancai', '洪洞县 政策', '/hongtong/policies/lian-cai/'],
  ])('%s of one county leads into its site', async (query, label, address) => {
    const page = await open('search/');
    await search(page, query);
    const link = page.locator('#results > li > a').first();
    expect(await link.textContent()).toContain(label);
    expect(await link.evaluate((a: HTMLAnchorElement) => a.pathname)).toBe(address);
    await page.context().close();
  });

  test('a telephone of any county is found, and money asked for on the telephone is answered with 96110', async () => {
    const page = await open('search/');
    await search(page, '0357-7722345');
    expect(await titles(page)).toEqual(['满80岁领高龄津贴']);
    await search(page, '要我先交保证金');
    expect(await message(page)).toContain('96110');
    await page.context().close();
  });
});

describe('with a county', () => {
  test.each(['洪洞', 'hongtong', 'htx'])(
    'chosen once as %s, it is asked first, and is kept',
    async (typed) => {
      const page = await open('search/');
      await page.fill('#county-name', typed);
      await page.click('#county-matches button');
      await search(page, '高龄津贴');
      expect(await page.locator('#results > li').textContent()).toContain('0357-6222345');
      expect(await page.locator('#results > li > a').first().getAttribute('href')).toBe(
        '../hongtong/policies/gao-ling/',
      );
      expect(new URL(page.url()).searchParams.get('county')).toBe('hongtong');
      await page.goto(url('search/'));
      await expect.poll(() => message(page, '#county-chosen')).toContain('洪洞县');
      await page.context().close();
    },
  );

  test('a link chooses it, and its first search fetches nothing of the other counties', async () => {
    const page = await open('about:blank');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(url('search/?county=daning&q=补助'));
    await expect.poll(() => state(page)).toBe('ready');
    expect(await titles(page)).toEqual(['种梨子有补助']);
    expect(
      asked.filter((path) => path.includes('/index/')).every((path) => path.startsWith('/daning/')),
    ).toBe(true);
    await page.click('#ask-others');
    await expect.poll(() => state(page, '#others-results')).toBe('ready');
    expect((await titles(page, '#others-results')).sort()).toEqual(['种核桃有补助', '种莲菜有补助']);
    await page.context().close();
  });

  test('what the own county has is not shown again among the others', async () => {
    const page = await open('search/?county=fenxi&q=高龄津贴&all=yes');
    await expect.poll(() => state(page, '#others-results')).toBe('empty');
    expect(await titles(page)).toEqual(['满80岁领高龄津贴']);
    expect(await message(page, '#others-message')).toBe('别的县没有另外讲「高龄津贴」的。');
    await page.context().close();
  });

  test('on a phone that refuses storage the choice is in the address', async () => {
    const page = await open('about:blank');
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new Error('refused');
        },
      }),
    );
    await page.goto(url('search/'));
    await page.fill('#county-name', 'fx');
    await page.press('#county-name', 'Enter');
    await search(page, '核桃');
    expect(page.url()).toContain('county=fenxi');
    await page.reload();
    await expect.poll(() => titles(page)).toEqual(['种核桃有补助']);
    await page.context().close();
  });
});

describe('what can go wrong', () => {
  test('when the index of the province is out of reach the own answers stay, and a tap tries again', async () => {
    const page = await open('search/?county=fenxi&q=补助');
    await expect.poll(() => state(page)).toBe('ready');
    await page.route('**/search/index/**', (route) =>
      new URL(route.request().url()).pathname.startsWith('/search/') ? route.abort() : route.continue(),
    );
    await page.click('#ask-others');
    await expect.poll(() => message(page, '#others-message')).toContain('可能是网络断了');
    expect(await titles(page)).toEqual(['种核桃有补助']);
    await page.unroute('**/search/index/**');
    await page.click('#others-message button');
    await expect.poll(() => state(page, '#others-results')).toBe('ready');
    await page.context().close();
  });

  test('a damaged index is a message with a button, and the list of counties', async () => {
    const list = join(out, 'search/index/list.bin');
    renameSync(list, `${list}.whole`);
    writeFileSync(list, 'damaged');
    const page = await open('search/?q=补助');
    await expect.poll(() => state(page)).toBe('error');
    expect(await page.locator('#search-index').textContent()).toContain('洪洞县');
    renameSync(`${list}.whole`, list);
    await page.click('#search-message button');
    await expect.poll(() => state(page)).toBe('ready');
    await page.context().close();
  });

  test('without a script the page leads to the search of each county', async () => {
    const page = await open('search/', { javaScriptEnabled: false });
    expect(await page.locator('main').textContent()).toContain('点您的县');
    expect(await page.locator('#search-form').isVisible()).toBe(false);
    expect(await page.getByText('洪洞县').getAttribute('href')).toBe('../hongtong/search/');
    await page.context().close();
  });

  test.each([undefined, 'large', 'larger'] as const)(
    'nothing is wider than the phone in %s print',
    async (print) => {
      const page = await open('search/?q=高龄津贴', print ? { print } : {});
      await expect.poll(() => state(page)).toBe('ready');
      await page.click('#results summary');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      await page.context().close();
    },
  );

  test('a county with a damaged index is named, and its last search stays in reach from the page', async () => {
    const shards = join(out, 'daning/search/index/list.bin');
    const whole = readFileSync(shards);
    writeFileSync(shards, 'damaged');
    expect(await write()).toMatchObject({ isNew: true, left: ['daning'] });
    expect(readFileSync(join(out, 'search/index.html'), 'utf8')).toContain('../daning/search/');
    writeFileSync(shards, whole);
    expect(await write()).toMatchObject({ isNew: true, pages: 4, left: [] });
    expect(await write()).toMatchObject({ isNew: false, pages: 4 });
  });
});

test('a phone of 2020 chooses a county, and finds its answers and those of the others', async () => {
  const browser = await launchOldChromium();
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(url('search/?county=fenxi&all=yes&q=补助'));
    const shown = (list: string) => page.evaluate<string>(`document.querySelector('${list}').innerText`);
    await expect.poll(() => shown('#results'), { timeout: 60_000 }).toContain('种核桃有补助');
    await expect.poll(() => shown('#others-results'), { timeout: 60_000 }).toContain('种莲菜有补助');
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
  }
});
