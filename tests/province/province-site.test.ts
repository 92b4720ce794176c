/** A villager of a province with 100 counties finds the own one, on any phone; a cadre sees what the others have. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Served } from '../../scripts/serve/server.ts';
import { budgets } from '../../src/documents/budgets.ts';
import { launchOldChromium, type OldBrowser } from '../browsers/old-chromium.ts';
import {
  axeSource,
  axeViolations,
  invalidHtml,
  sidewaysScrollPx,
  smallTargets,
} from '../budgets/page-checks.ts';
import { mingbai, temporaryFolder } from '../build/content-folder.ts';
import { hashFiles } from '../build/file-hashes.ts';
import { useBrowser, type Visit } from '../support/browse.ts';
import { filesOf, serveSite } from '../support/built-site.ts';
import {
  ELSEWHERE,
  FENXI,
  HONGTONG,
  makeCounties,
  OLD,
  outOf,
  provinceFile,
  RUN_OUT,
} from './made-counties.ts';

const DAY = ['--today', '2026-11-28'];
const top = temporaryFolder();
const out = outOf(top);
const file = join(top, 'province.yml');
const front = () => mingbai('province', 'front', file, ...DAY);
/** Every file of the pages, not of the counties. */
const pages = () =>
  Object.fromEntries(
    Object.entries(hashFiles(out)).filter(([path]) => !/^(?:xian-\d+|\.province)\//.test(path)),
  );
const read = (path: string) => readFileSync(join(out, path), 'utf8');

const addresses = [
  '',
  'policies/',
  'policies/zheng-ce-3/',
  'rates/',
  'rates/biao-zhun/',
  'digest/',
  '404.html',
];

// The command is run once for all tests of the file.
beforeAll(async () => {
  makeCounties(top);
  expect(await front()).toMatchObject({ code: 0, out: expect.stringContaining('全省的首页做好了') });
}, 900_000);
afterAll(() => rmSync(top, { recursive: true, force: true }));

const browsing = useBrowser({ dir: () => out, base: '/sheng/', script: axeSource });
const at = (path: string) => `/sheng/${path}`;
const visit = <T>(path: string, as: Visit, look: (page: Page) => Promise<T>) =>
  browsing.visit(at(path), as, look);

describe.each(addresses)('/%s', (path) => {
  test('is valid for a screen reader, in dark and in large print', async () => {
    for (const as of [{}, { colorScheme: 'dark' as const }, { print: 'large' as const }])
      expect(await browsing.look(at(path), as, axeViolations)).toEqual([]);
  });

  test('has targets for a finger, and does not scroll sideways', async () => {
    expect(await browsing.look(at(path), {}, (page) => smallTargets(page, budgets.targetPx.normal))).toEqual(
      [],
    );
    const large = { print: 'large' as const };
    expect(
      await browsing.look(at(path), large, (page) => smallTargets(page, budgets.targetPx.large)),
    ).toEqual([]);
    for (const [width, print] of [
      [320, undefined],
      [360, 'larger' as const],
    ] as const) {
      const as = { viewport: { width, height: 740 }, ...(print && { print }) };
      expect(await browsing.look(at(path), as, sidewaysScrollPx)).toBe(0);
    }
  });

  test('is as small as a page of a county', () => {
    const html = read(path.endsWith('.html') ? path : `${path}index.html`);
    const sizeOf = (name: string) => gzipSync(readFileSync(join(out, name)), { level: 9 }).length;
    const loaded = (pattern: RegExp) =>
      Array.from(html.matchAll(pattern), ([, url = '']) => url.replace('/sheng/', ''));
    const styles = loaded(/<link rel="stylesheet" href="([^"]+)"/g);
    const scripts = loaded(/<script [^>]*src="([^"]+)"/g);
    const sum = (names: string[]) => names.reduce((bytes, name) => bytes + sizeOf(name), 0);
    expect([styles.length, scripts.length > 0]).toEqual([1, true]);
    expect(gzipSync(html, { level: 9 }).length + sum(styles)).toBeLessThan(budgets.pageBytes);
    expect(sum(scripts)).toBeLessThan(budgets.scriptBytes);
  });
});

test('every page is valid, leads only to pages that there are, and loads nothing from elsewhere', async () => {
  // Of the 180 policies, which differ in their words, those up to 23: some have rates, some a text of a county's own.
  const files = filesOf('.html', out).filter(
    (path) => !/^xian-\d+\/|^policies\/zheng-ce-(?:2[4-9]|[3-9]\d|\d{3})\//.test(path),
  );
  expect(files.filter((path) => path.startsWith('policies/')).length).toBeGreaterThan(20);
  expect(await invalidHtml(out, files)).toEqual([]);
  for (const path of addresses) {
    const html = read(path.endsWith('.html') ? path : `${path}index.html`);
    expect(html).toContain("default-src 'none'");
    const targets = Array.from(html.matchAll(/ (?:href|src)="(\/[^"#]*)/g), ([, url = '']) => url);
    const dead = targets.filter((url) => {
      const below = url.replace(/^\/sheng\//, '');
      // The pages of counties are made up here; their home pages are there.
      if (/^xian-\d+\/./.test(below)) return false;
      return !existsSync(join(out, below.endsWith('/') || below === '' ? `${below}index.html` : below));
    });
    expect(dead).toEqual([]);
    expect(
      html.match(/<(?:script|link|img)[^>]*(?:src|href)="https?:\/\/(?!www\.province\.example)/g),
    ).toBeNull();
  }
});

describe('the choice of the county', () => {
  test('needs no script: a hundred links by letter, in the order of pinyin', async () => {
    const names = await visit('', { javaScriptEnabled: false }, (page) =>
      page.locator('[data-county-list] a').allInnerTexts(),
    );
    expect(names).toHaveLength(100);
    expect(names[0]).toBe('安泽县');
    const letters = await visit('', { javaScriptEnabled: false }, (page) =>
      page.locator('[data-letters] a').allInnerTexts(),
    );
    expect(letters.length).toBeGreaterThan(15);
    expect(letters).toEqual([...new Set(letters)].toSorted());
    await visit('', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('form').isVisible()).toBe(false);
      await page.click('text=汾西县');
      expect(page.url()).toBe(browsing.url(at(`${FENXI}/`)));
    });
  });

  test.each([
    ['ht', '洪洞县'],
    ['hongdong', '洪洞县'],
    ['fenxix', '汾西县'],
    ['汾西', '汾西县'],
  ])('「%s」 leaves %s, and Enter leads there', async (typed, name) => {
    await visit('', {}, async (page) => {
      await page.fill('form input', typed);
      expect(await page.locator('[data-county-list] a:visible').allInnerTexts()).toEqual([name]);
      await page.press('form input', 'Enter');
      await page.waitForURL(/\/xian-\d+\/$/);
    });
  });

  test('says so if there is no such county, and shows all again', async () => {
    await visit('', {}, async (page) => {
      await page.fill('form input', '没有');
      expect(await page.textContent('[data-found]')).toContain('没有这样的县');
      await page.fill('form input', '');
      expect(await page.locator('[data-county-list] a:visible').count()).toBe(100);
    });
  });

  test('is kept on the phone, comes first everywhere, and can be forgotten', async () => {
    await visit('', {}, async (page) => {
      await page.click(`[data-county="${HONGTONG}"]`);
      await page.goto(browsing.url(at('')));
      expect((await page.textContent('[data-chosen-link]'))?.trim()).toBe('去洪洞县');
      await page.goto(browsing.url(at('policies/zheng-ce-3/')));
      expect((await page.textContent('[data-counties] li'))?.trim()).toBe('洪洞县');
      await page.goto(browsing.url(at('rates/biao-zhun/')));
      expect((await page.textContent('tr[aria-current] th'))?.trim()).toBe('洪洞县');
      await page.goto(browsing.url(at('')));
      await page.click('[data-forget]');
      await page.reload();
      expect(await page.locator('[data-chosen]').isVisible()).toBe(false);
    });
  });

  test('works where the phone stores nothing', async () => {
    const page = await browsing.open(at(''));
    try {
      await page.addInitScript(() => {
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('refused', 'SecurityError');
          },
        });
      });
      await page.reload();
      await page.fill('form input', 'ht');
      expect(await page.locator('[data-county-list] a:visible').allInnerTexts()).toEqual(['洪洞县']);
      await page.click('[data-county-list] a:visible');
      expect(page.url()).toBe(browsing.url(at(`${HONGTONG}/`)));
    } finally {
      await page.context().close();
    }
  });

  test('leads to a county on another host, and says which is of another day', () => {
    const html = read('index.html');
    expect(html).toContain(`href="https://other.example/mingbai/" data-county="${ELSEWHERE}"`);
    expect(html).toMatch(new RegExp(`data-county="${OLD}"[^]*?11月20日[^]*?的内容`));
  });
});

test('the table of a rate has all counties, the highest first, and scrolls in its own box', async () => {
  const as = { viewport: { width: 320, height: 740 } };
  const [rows, box] = await visit('rates/biao-zhun/', as, async (page) => [
    await page.locator('tbody tr').allInnerTexts(),
    await page.evaluate(() => {
      const found = document.querySelector('.table-box');
      return found && [found.scrollWidth > found.clientWidth, found.getAttribute('tabindex')];
    }),
  ]);
  expect([rows.length, box]).toEqual([100, [true, '0']]);
  const amounts = rows.slice(0, -1).map((row) => Number(/(\d+)元/.exec(row)?.[1]));
  expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
  const last = read('rates/biao-zhun/index.html').split(`data-row="${RUN_OUT}"`)[1]?.split('</tr>')[0] ?? '';
  expect(last.replace(/<[^>]*>|\s/g, '')).toContain('新的数还没公布');
  expect(last).not.toContain('元');
});

test('news of many counties is told once, and leads to the choice of the county', async () => {
  const text = await visit('digest/', { javaScriptEnabled: false }, (page) => page.textContent('main'));
  expect(text?.match(/编的政策第5条/g)).toHaveLength(1);
  expect(text).toContain('100个县，选您的县看');
  expect(text).toContain('还有2件');
  expect(read('feed.xml').match(/<entry>/g)).toHaveLength(16);
});

test('Chromium 80 shows the list and finds a county', async () => {
  let browser: OldBrowser | undefined;
  let served: Served | undefined;
  try {
    served = await serveSite(out, '/sheng/');
    browser = await launchOldChromium();
    const page = await browser.newPage();
    const trouble: string[] = [];
    page.on('pageerror', (error) => trouble.push(error.message));
    await page.setViewport({ width: 360, height: 740 });
    await page.goto(served.url);
    await page.evaluate(
      "const field = document.querySelector('form input'); field.value = 'fxx'; field.dispatchEvent(new Event('input'))",
    );
    expect(
      await page.evaluate(
        "Array.from(document.querySelectorAll('[data-county-list] li:not([hidden])')).map((item) => item.innerText).join()",
      ),
    ).toBe('汾西县');
    expect(await page.evaluate('parseFloat(getComputedStyle(document.body).fontSize)')).toBe(
      budgets.textPx.normal,
    );
    expect(trouble).toEqual([]);
  } finally {
    await browser?.close();
    await served?.close();
  }
});

describe('the pages are whole or not there', () => {
  test('nothing is made again without a change', async () => {
    expect((await front()).out).toContain('没有变');
  });

  test('a run that was killed while it placed them is finished by the next', async () => {
    const before = pages();
    const pending = join(out, '.province/front/pending');
    mkdirSync(join(pending, 'site'), { recursive: true });
    copyFileSync(join(out, '.province/front/stamp.json'), join(pending, 'stamp.json'));
    // As if the others had been moved.
    for (const name of ['index.html', 'rates', 'digest'])
      renameSync(join(out, name), join(pending, 'site', name));
    expect((await front()).out).toContain('没有变');
    expect([pages(), existsSync(pending)]).toEqual([before, false]);
  });

  test('files of somebody else are not written over', async () => {
    const other = temporaryFolder();
    makeCounties(other);
    writeFileSync(join(outOf(other), 'index.html'), 'mine');
    const { code, err } = await mingbai('province', 'front', join(other, 'province.yml'), ...DAY);
    expect([code, err]).toEqual([1, expect.stringContaining('已经有 index.html')]);
    expect(readFileSync(join(outOf(other), 'index.html'), 'utf8')).toBe('mine');
    rmSync(other, { recursive: true });
  });

  test('a county cannot have the name of one of the pages', async () => {
    const path = join(top, 'wrong.yml');
    writeFileSync(path, provinceFile().replace('id: xian-0', 'id: rates'));
    const { code, err } = await mingbai('province', 'front', path, ...DAY);
    expect([code, err]).toEqual([1, expect.stringContaining('全省自己的网页用的名字')]);
  });
});
