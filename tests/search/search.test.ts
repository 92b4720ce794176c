/** A villager finds the right page by a half-remembered word, on an old phone and on a new one. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Served } from '../../scripts/serve/server.ts';
import { launchOldChromium, type OldBrowser } from '../browsers/old-chromium.ts';
import { useBrowser } from '../support/browse.ts';
import { serveSite } from '../support/built-site.ts';
import { askAll, readQueries, readUnanswered, recall } from './query-set.ts';

const browsing = useBrowser();
const queries = readQueries();
const texts = queries.map(({ query }) => query);
/** Queries of different scripts or shapes. */
const OTHERS = [
  '0357-12345',
  '+86 12345',
  '12345678',
  '0357-9876543',
  '王昇',
  'wang xu ping',
  'བོད་ཡིག',
  'كاپالەت',
  'ꆈꌠ',
  '10万元',
  'anzhi',
];
let inCurrent: string[][];
let inOld: string[][];
let othersInCurrent: string[][];
let othersInOld: string[][];
let served: Served;
let old: OldBrowser;

beforeAll(async () => {
  [inCurrent, othersInCurrent] = await browsing.visit('/search/', {}, async (page) => [
    await page.evaluate<string[][]>(askAll(texts)),
    await page.evaluate<string[][]>(askAll(OTHERS)),
  ]);
  served = await serveSite();
  old = await launchOldChromium();
  const page = await old.newPage();
  await page.goto(`${served.url}search/`);
  inOld = await page.evaluate<string[][]>(askAll(texts));
  othersInOld = await page.evaluate<string[][]>(askAll(OTHERS));
});
afterAll(async () => {
  await old?.close();
  await served?.close();
});

describe('the set of queries', () => {
  test('has at least 150, of every kind', () => {
    expect(queries.length).toBeGreaterThanOrEqual(150);
    expect(new Set(queries.map(({ kind }) => kind)).size).toBe(16);
  });

  test('refers only to existing pages', async () => {
    const pages = [...new Set(queries.flatMap(({ answers }) => answers))];
    await browsing.visit('/', {}, async (page) => {
      for (const address of pages) {
        expect((await page.request.get(browsing.url(address))).status(), address).toBe(200);
      }
    });
  });

  test('is answered within the first three results in at least 97 of 100 cases', () => {
    const { share, missed } = recall(queries, inCurrent, 3);
    expect(share, missed.join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  test('has the same answers in Chromium 80', () => {
    expect(inOld).toEqual(inCurrent);
    expect(othersInOld).toEqual(othersInCurrent);
    expect(othersInCurrent[0]?.[0]).toBe('/contacts/#tel-12345');
  });
});

const ask = async (query: string) =>
  browsing.visit(`/search/?q=${encodeURIComponent(query)}`, {}, async (page) => {
    await page.waitForSelector(
      '#results[data-state=ready], #results[data-state=empty], #results[data-state=error]',
      { state: 'attached' },
    );
    return {
      state: await page.locator('#results').getAttribute('data-state'),
      titles: await page.locator('#results strong').allTextContents(),
      message: (await page.locator('#search-message').textContent()) ?? '',
      index: await page.locator('#search-index').isVisible(),
      links: await page
        .locator('#results li')
        .evaluateAll((items) => items.map((item) => item.querySelectorAll('a:not([href^="tel:"])').length)),
    };
  });

const resultsAreAtTheTop = (page: Page) =>
  page.waitForFunction(() => {
    const first = document.querySelector('#results li');
    return (first?.getBoundingClientRect().top ?? Infinity) < 200;
  });

describe('a telephone number', () => {
  test('that no page contains gets a message, with the number against fraud, 96110, to ring at once', async () => {
    await browsing.visit('/search/?q=0357-9876543', {}, async (page) => {
      await page.waitForSelector('#results[data-state=empty]', { state: 'attached' });
      const message = page.locator('#search-message');
      expect(await message.textContent()).toContain('没有一页写着这个号码：「0357-9876543」');
      const call = message.getByRole('link', { name: '打 96110 反诈热线' });
      expect(await call.getAttribute('href')).toBe('tel:96110');
      expect((await call.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    });
  });

  test('is not recognised in an amount or a year', async () => {
    for (const query of ['5987元', '2087年']) {
      const { message, state } = await ask(query);
      expect([state, message.includes('96110')]).toEqual(['empty', false]);
      expect(message).toContain('没有找到');
    }
  });
});

describe('a question about fraud', () => {
  test.each(['手续费', '交500元手续费贷10万是真的吗', '電話裡叫我先交保證金', '刷流水'])(
    '%s: stop, ring 96110, then the page against fraud, before anything else',
    async (query) => {
      await browsing.visit(`/search/?q=${encodeURIComponent(query)}`, {}, async (page) => {
        await page.waitForSelector('#results[data-state=ready]', { state: 'attached' });
        const message = page.locator('#search-message');
        expect(await message.textContent()).toContain('先停下，什么都别给');
        const call = message.getByRole('link', { name: '打 96110 反诈热线' });
        expect(await call.getAttribute('href')).toBe('tel:96110');
        const addresses = await page
          .locator('#results li > a:first-child')
          .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
        expect(addresses.slice(0, 2)).toEqual(['/true-or-fraud/', '/contacts/#tel-96110']);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      });
    },
  );
});

test('a query that no page is about gets a message with the right telephone number, and is not stored as a recent search', async () => {
  const unanswered = readUnanswered();
  expect(unanswered.length).toBeGreaterThanOrEqual(40);
  await browsing.visit('/search/', {}, async (page) => {
    for (const { query, phone } of unanswered) {
      await page.evaluate(askAll([query]));
      const message = page.locator('#search-message');
      expect(await message.textContent(), query).toMatch(/^没有找到/);
      expect(await message.locator('a[href^="tel:"]').getAttribute('href'), query).toBe(`tel:${phone}`);
    }
    expect(await page.evaluate(() => localStorage.getItem('mingbai:searches'))).toBeNull();
  });
});

test.each([
  '家里穷怎么办低保去哪里带什么',
  '孩子上中专有没有补助',
  '家里着火了没饭吃',
  '想在家门口找活干',
  '去年的小额贷款还能办吗',
  '六十岁没交过社保',
  '养猪想贷款',
])('%s, a sentence with some words that no page contains, is answered', async (query) => {
  expect((await ask(query)).message).toMatch(/找到 \d+ 条/);
});

describe('a word that no page contains', () => {
  test.each(['anzhi', 'shanghai', 'taobao', 'guahao'])(
    '%s finds no page with A4, and gets the message that nothing was found',
    async (query) => {
      const { state, titles, message } = await ask(query);
      expect([state, titles]).toEqual(['empty', []]);
      expect(message).toContain('没有找到');
    },
  );

  test('finds the name that sounds like most of it, marked as not found exactly', async () => {
    const { titles, message } = await ask('wangxuping');
    expect(titles[0]).toContain('徐平');
    expect(message).toContain('没有找到');
  });
});

test('a telephone number in a result can be tapped: its link is below the result, no link is inside another', async () => {
  await browsing.visit('/search/?q=打官司', {}, async (page) => {
    await page.waitForSelector('#results[data-state=ready]', { state: 'attached' });
    expect(await page.locator('#results a a').count()).toBe(0);
    const items = await page.locator('#results li').evaluateAll((all) =>
      all.map((item) => ({
        text: item.querySelector('a')?.textContent ?? '',
        calls: Array.from(item.querySelectorAll('a[href^="tel:"]'), (call) => call.getAttribute('href')),
      })),
    );
    expect(items.some(({ text }) => text.includes('12348'))).toBe(true);
    for (const { text, calls } of items)
      if (text.includes('12348')) expect(calls, text).toContain('tel:12348');
    const height = (await page.locator('#results a[href^="tel:"]').first().boundingBox())?.height;
    expect(height).toBeGreaterThanOrEqual(44);
  });
});

describe('results', () => {
  test('of a shared search are at the top, in large print as well', async () => {
    await browsing.visit(`/search/?q=${encodeURIComponent('低保')}`, { print: 'large' }, async (page) => {
      await resultsAreAtTheTop(page);
      // No keyboard is shown.
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    });
  });

  test('are at the top after typing, and the phone’s keyboard is closed', async () => {
    await browsing.visit('/search/', { print: 'large' }, async (page) => {
      await page.locator('#q').fill('低保');
      await page.locator('#q').press('Enter');
      await resultsAreAtTheTop(page);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-message');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('#results li') !== null)).toBe(true);
    });
  });

  test('are read from the address, have one link each, and the query is repeated', async () => {
    const { state, titles, links, message } = await ask('低保');
    expect([state, titles[0]]).toEqual(['ready', '家里收入太低，可以申请低保']);
    expect(message).toMatch(/^「低保」找到 \d+ 条/);
    expect(new Set(links)).toEqual(new Set([1]));
  });

  test('list an ended policy after the one that replaced it, and mark it', async () => {
    await browsing.visit('/search/?q=小额信贷', {}, async (page) => {
      await page.waitForSelector('#results[data-state=ready]', { state: 'attached' });
      const titles = await page.locator('#results strong').allTextContents();
      expect(titles.findIndex((title) => title.includes('缺本钱'))).toBeLessThan(
        titles.findIndex((title) => title.includes('已结束')),
      );
      expect(await page.locator('#results .badge[data-status=ended]').count()).toBe(1);
    });
  });

  test('are filtered, and the address contains the filters', async () => {
    await browsing.visit('/search/?q=贷款&type=notice', {}, async (page) => {
      await page.waitForSelector('#results[data-state=ready]', { state: 'attached' });
      const addresses = await page
        .locator('#results li > a:first-child')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect(addresses.every((address) => address?.startsWith('/notices/'))).toBe(true);
    });
  });

  test('are only open policies and coming notices, if the reader chooses so', async () => {
    await browsing.visit('/search/?q=小额信贷', {}, async (page) => {
      const ended = page.locator('#results .badge[data-status=ended]');
      await ended.waitFor();
      await page.getByText('缩小范围').click();
      await page.getByLabel('只看还能办、还能去的').check();
      await ended.waitFor({ state: 'detached' });
      expect(await page.locator('#results li').count()).toBeGreaterThan(0);
      expect(new URL(page.url()).searchParams.get('open')).toBe('yes');
      await page.reload();
      await page.waitForSelector('#results[data-state=ready]', { state: 'attached' });
      expect(await ended.count()).toBe(0);
      expect(await page.getByLabel('只看还能办、还能去的').isChecked()).toBe(true);
    });
  });

  test('are shown six at a time, a screen and a half, and those already shown do not move', async () => {
    await browsing.visit('/search/?q=钱', {}, async (page) => {
      const titles = page.locator('#results strong');
      await page.waitForSelector('#results[data-state=ready]', { state: 'attached' });
      const first = await titles.allTextContents();
      expect(first).toHaveLength(6);
      await page.getByRole('button', { name: '再看几条' }).click();
      await titles.nth(6).waitFor();
      expect((await titles.allTextContents()).slice(0, 6)).toEqual(first);
    });
  });

  test('are shown as soon as the first three are loaded, and do not change when the others are loaded', async () => {
    const page = await browsing.open('/robots.txt');
    let come: () => void = () => undefined;
    const others = new Promise<void>((resolve) => {
      come = resolve;
    });
    let asked = 0;
    await page.context().route('**/*.pf_fragment', async (route) => {
      asked += 1;
      if (asked > 3) await others;
      await route.continue();
    });
    await page.goto(browsing.url('/search/'));
    await page.locator('#q').fill('贷款');
    await page.waitForSelector('#results[data-state=begun]', { state: 'attached' });
    // A reader who opens one of them now finds the search again on the way back.
    expect(new URL(page.url()).searchParams.get('q')).toBe('贷款');
    const [items, message] = [page.locator('#results li'), page.locator('#search-message')];
    expect(await items.count()).toBe(3);
    const said = await message.textContent();
    expect(said).toContain('先看最合适的 6 条');
    const first = await items.first().elementHandle();
    come();
    await page.waitForSelector('#results[data-state=ready]', { state: 'attached' });
    expect(await items.count()).toBe(6);
    expect(await first?.evaluate((item) => item.isConnected)).toBe(true);
    expect(await message.textContent()).toBe(said);
    await page.context().close();
  });

  test('are shown while the reader types, from the second character on', async () => {
    await browsing.visit('/search/', {}, async (page) => {
      await page.locator('#q').pressSequentially('低');
      await page.waitForTimeout(400);
      expect(await page.locator('#results').getAttribute('data-state')).toBeNull();
      await page.locator('#q').pressSequentially('保');
      await page.waitForSelector('#results[data-state=ready]', { state: 'attached' });
      expect(new URL(page.url()).searchParams.get('q')).toBe('低保');
      await page.locator('#q').fill('');
      await expect.poll(() => page.getAttribute('#results', 'data-state')).toBeNull();
      expect(await page.locator('#search-index').isVisible()).toBe(true);
    });
  });
});

describe('an unusual query', () => {
  test.each([
    ['only punctuation', '，。！？', 'empty'],
    ['an emoji', '🙂', 'empty'],
    ['markup', '<img src=x onerror=alert(1)>低保', 'ready'],
    ['a made-up word', 'qqwwvv', 'empty'],
  ])('%s does no harm', async (_, query, expected) => {
    const { state, index } = await ask(query);
    expect(state).toBe(expected);
    if (state === 'empty') expect(index).toBe(true);
  });

  test('of ten thousand characters is shortened to its beginning', async () => {
    await browsing.visit('/search/', {}, async (page) => {
      await page.locator('#q').fill('低保贷款'.repeat(2500));
      await page.waitForSelector('#results[data-state=ready]', { state: 'attached' });
      expect(page.url().length).toBeLessThan(1000);
    });
  });

  test('without an answer links to groups of people and a telephone number', async () => {
    const { message, index } = await ask('qqwwvv');
    expect(message).toContain('12345');
    expect(index).toBe(true);
  });

  test('that no page contains gets a message, with pages that share characters with it marked as such', async () => {
    const { state, message, titles, index } = await ask('鑫龘薯');
    expect(state).toBe('ready');
    expect(message).toContain('没有找到');
    expect(message).toContain('12345');
    expect(titles.some((title) => title.includes('红薯'))).toBe(true);
    expect(index).toBe(true);
  });
});

test('on a phone that has not saved the site, index files are fetched directly, not through the service worker', async () => {
  await browsing.visit('/search/', {}, async (page) => {
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const ways: boolean[] = [];
    page.context().on('response', (response) => {
      if (/\.pf_fragment$/.test(response.url())) ways.push(response.fromServiceWorker());
    });
    await page.goto(browsing.url('/search/?q=贷款'));
    await page.waitForSelector('#results[data-state=ready]', { state: 'attached' });
    expect(ways.length).toBeGreaterThan(0);
    expect(ways).not.toContain(true);
  });
});

test('for a shared search the worker, the list and the result pages are fetched before the scripts of the page', async () => {
  const page = await browsing.open('/robots.txt');
  const result = page.context().waitForEvent('request', (request) => request.url().endsWith('.pf_fragment'));
  // The page's own scripts are loaded last.
  await page.context().route(/\/assets\/(?:page|search)\.\w+\.js$/, async (route) => {
    await result;
    await route.continue();
  });
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(browsing.url('/search/?q=低保'));
  await page.waitForSelector('#results[data-state=ready]', { state: 'attached' });
  const scriptAt = asked.findIndex((path) => /\/search\.\w+\.js$/.test(path));
  for (const file of [/search-worker/, /list\.bin$/, /pf_index$/]) {
    const at = asked.findIndex((path) => file.test(path));
    expect(at, String(file)).toBeGreaterThan(0);
    expect(at, String(file)).toBeLessThan(scriptAt);
  }
  await page.context().close();
});

test('if the early worker fails to load the page starts another, and the search is answered', async () => {
  const page = await browsing.open('/robots.txt');
  let times = 0;
  await page.context().route(/\/assets\/search-worker\.\w+\.js/, (route) => {
    times += 1;
    // The page's own request, and that of the worker.
    return times <= 2 ? route.fulfill({ status: 503, body: '' }) : route.continue();
  });
  await page.goto(browsing.url('/search/?q=低保'));
  await page.waitForSelector('#results[data-state=ready], #results[data-state=error]', { state: 'attached' });
  if ((await page.locator('#results').getAttribute('data-state')) === 'error') {
    await page.getByRole('button', { name: '再试一次' }).click();
  }
  await page.waitForSelector('#results[data-state=ready]', { state: 'attached' });
  await page.context().close();
});

describe('what only some searches need', () => {
  const DONE = '#results[data-state=ready], #results[data-state=empty], #results[data-state=error]';
  /** The scripts that a shared search loads; `route` prepares the browser. */
  const scriptsOf = async (query: string, route: (page: Page) => Promise<void> = async () => undefined) => {
    const page = await browsing.open('/robots.txt');
    const scripts: string[] = [];
    page.context().on('request', (request) => {
      // The service worker saves all scripts of the site, at times before the results are complete.
      if (request.serviceWorker() !== null) return;
      const name = /\/assets\/([a-z-]+)\.\w+\.js/.exec(request.url())?.[1];
      if (name !== undefined) scripts.push(name);
    });
    await route(page);
    await page.goto(browsing.url(`/search/?q=${encodeURIComponent(query)}`));
    await page.waitForSelector(DONE, { state: 'attached' });
    return { page, scripts };
  };

  test('is not loaded for a plain one', async () => {
    const { page, scripts } = await scriptsOf('低保');
    expect(scripts).toContain('search-worker');
    expect(scripts).not.toContain('search-fraud');
    expect(scripts).not.toContain('gunzip');
    await page.context().close();
  });

  test('is loaded for one about fraud, whose warning comes with the first results', async () => {
    const { page, scripts } = await scriptsOf('先交手续费才放款');
    expect(scripts).toContain('search-fraud');
    expect(await page.locator('#search-message').textContent()).toContain('什么都别给');
    await page.context().close();
  });

  test('if the check for fraud cannot be loaded, there is a message and no answer without it', async () => {
    let isBroken = true;
    const { page } = await scriptsOf('先交手续费才放款', async (opened) => {
      await opened
        .context()
        .route(/\/assets\/search-fraud\./, (route) => (isBroken ? route.abort() : route.continue()));
    });
    expect(await page.locator('#results').getAttribute('data-state')).toBe('error');
    expect(await page.locator('#results li').count()).toBe(0);
    isBroken = false;
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.waitForSelector('#results[data-state=ready]', { state: 'attached' });
    expect(await page.locator('#search-message').textContent()).toContain('什么都别给');
    await page.context().close();
  });

  test('is loaded for pinyin, which finds the page', async () => {
    const { page, scripts } = await scriptsOf('dibao');
    expect(scripts).toContain('search-alphanumeric');
    expect(await page.locator('#results strong').first().textContent()).toContain('低保');
    await page.context().close();
  });

  test('if the code for letters and digits cannot be loaded, there is a message with a retry', async () => {
    let isBroken = true;
    const { page } = await scriptsOf('dibao', async (opened) => {
      await opened
        .context()
        .route(/\/assets\/search-alphanumeric\./, (route) => (isBroken ? route.abort() : route.continue()));
    });
    expect(await page.locator('#results').getAttribute('data-state')).toBe('error');
    isBroken = false;
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.waitForSelector('#results[data-state=ready]', { state: 'attached' });
    expect(await page.locator('#results strong').first().textContent()).toContain('低保');
    await page.context().close();
  });

  test('a browser that does not decompress itself loads the code for it, and finds the same', async () => {
    const { page, scripts } = await scriptsOf('低保', async (opened) => {
      await opened.context().route(/\/assets\/search-worker\./, async (route) => {
        const response = await route.fetch();
        await route.fulfill({
          response,
          body: `self.DecompressionStream = undefined;${await response.text()}`,
        });
      });
    });
    expect(scripts).toContain('gunzip');
    expect(await page.locator('#results').getAttribute('data-state')).toBe('ready');
    expect(await page.locator('#results strong').first().textContent()).toContain('低保');
    await page.context().close();
  });
});

test('for a shared search the results are loaded first, and the files to cache afterwards', async () => {
  const page = await browsing.open('/robots.txt');
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(browsing.url('/search/?q=低保'));
  await expect.poll(() => asked.includes('/sw.js'), { timeout: 10_000 }).toBe(true);
  const last = asked.findLastIndex((path) => path.startsWith('/search/index/fragment/'));
  expect(last).toBeGreaterThan(0);
  expect(asked.indexOf('/sw.js')).toBeGreaterThan(last);
  await page.context().close();
});

describe('when the index cannot be loaded', () => {
  test.each([
    ['is missing', { status: 404, body: 'no' }],
    ['is truncated', { status: 200, body: 'x' }],
  ])(
    'because a part %s, a message offers to try again, and the index of pages still works',
    async (_, answer) => {
      const page = await browsing.open('/about/');
      let broken = true;
      await page
        .context()
        .route('**/search/index/**', (route) => (broken ? route.fulfill(answer) : route.continue()));
      await page.goto(browsing.url('/search/?q=低保'));
      await page.waitForSelector('#results[data-state=error]', { state: 'attached' });
      expect(await page.locator('#search-index a').count()).toBeGreaterThan(20);
      broken = false;
      await page.getByRole('button', { name: '再试一次' }).click();
      await page.waitForSelector('#results[data-state=ready]', { state: 'attached' });
      await page.context().close();
    },
  );
});

test('without a script the page is an index by people and by first letter', async () => {
  await browsing.visit('/search/', { javaScriptEnabled: false }, async (page) => {
    expect(await page.locator('form').isVisible()).toBe(false);
    expect(await page.locator('#search-index h3').allTextContents()).toContain('J');
    await page.getByRole('link', { name: '孩子读职校，可申请雨露补助' }).click();
    expect(new URL(page.url()).pathname).toBe('/policies/yu-lu-ji-hua/');
  });
});

describe('the last searches', () => {
  test('are offered again, on this phone only, and can be deleted', async () => {
    await browsing.visit('/search/?q=低保', {}, async (page) => {
      await page.waitForSelector('#results[data-state=ready]', { state: 'attached' });
      await page.goto(browsing.url('/search/'));
      await page.getByRole('button', { name: '低保', exact: true }).click();
      await page.waitForSelector('#results[data-state=ready]', { state: 'attached' });
      await page.goto(browsing.url('/search/'));
      await page.getByRole('button', { name: '忘掉' }).click();
      expect(await page.locator('#recent-searches').isVisible()).toBe(false);
    });
  });
});

describe('the finder', () => {
  test('lists matching policies, each with its reason, and stores the choice in the address', async () => {
    await browsing.visit('/finder/', {}, async (page) => {
      expect(await page.locator('[data-found] li:visible').count()).toBe(0);
      await page.getByLabel('有残疾人').check();
      await page.getByLabel('收入太低，日子难').check();
      const found = page.locator('[data-found] li:visible');
      expect(await found.count()).toBe(3);
      expect(await found.first().locator('[data-why]').textContent()).toContain('有残疾人');
      expect(new URL(page.url()).search).toBe('?who=can-ji&what=shou-ru-di');
      await page.reload();
      expect(await found.count()).toBe(3);
    });
  });

  test('never offers ended policies, and ignores a broken address', async () => {
    await browsing.visit('/finder/?who=%3Cb%3E,da-ren&place=nowhere', {}, async (page) => {
      expect(await page.locator('[data-found] li:visible .badge[data-status=ended]').count()).toBe(0);
      expect(await page.locator('[data-found] li:visible').count()).toBeGreaterThan(0);
    });
  });

  test('without a script links to the pages of each group', async () => {
    await browsing.visit('/finder/', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('main a:visible').count()).toBeGreaterThan(7);
      expect(await page.locator('input:visible').count()).toBe(0);
    });
  });
});
