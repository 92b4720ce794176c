/**
 * Photographs on phones: each has at most 60 KB, nothing moves when it loads, and a reader who saves data chooses first. The example
 * content has no photographs: the test makes its own, of three megapixels; unit tests have twelve.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serveFolder } from '../../scripts/serve/server.ts';
import { budgets } from '../../src/documents/budgets.ts';
import { examplePhotograph } from '../../src/photographs/example-photograph.ts';
import { launchOldChromium, type OldBrowser, type OldPage } from '../browsers/old-chromium.ts';
import { mingbai, onePolicy, site, temporaryFolder, writeFiles } from '../build/content-folder.ts';
import { newPhone } from '../offline/phone.ts';
import { makeReadOnlySite, unlock } from '../offline/portable-site.ts';
import { useBrowser } from '../support/browse.ts';
import { brokenLinks } from '../support/links.ts';

const folder = temporaryFolder();
const out = join(folder, 'out');
const BASE = '/mingbai/';
const WORDS = '村民在地头听红薯种植课';
const PAGE = 'policies/di-bao/';

beforeAll(async () => {
  const images = join(folder, 'public', 'images');
  mkdirSync(images, { recursive: true });
  cpSync('public', join(folder, 'public'), { recursive: true });
  const [field, road] = [
    await examplePhotograph({ widthPx: 2016, heightPx: 1512, grain: 0.3 }),
    await examplePhotograph({ widthPx: 2016, heightPx: 1512, grain: 0.2, orientation: 6 }),
  ];
  writeFileSync(join(images, 'field.jpg'), field);
  writeFileSync(join(images, 'road.jpg'), road);
  // A long text first: photographs far below are not fetched before the reader scrolls to them.
  const far = '\n去乡镇政府问一问，材料带齐，当天就能登记。\n'.repeat(60);
  const policy = `${onePolicy['policies/di-bao.mdx']}\n![${WORDS}](/images/field.jpg)\n${far}\n![修好的路](/images/road.jpg)\n`;
  const siteFile = site['site.yml'].replace('example/', 'example/mingbai/');
  writeFiles(join(folder, 'content'), { ...onePolicy, 'site.yml': siteFile, 'policies/di-bao.mdx': policy });
  process.env.MINGBAI_PUBLIC = join(folder, 'public');
  process.env.MINGBAI_CACHE = join(folder, 'cache');
  const built = await mingbai(
    'build',
    '--content',
    join(folder, 'content'),
    '--out',
    out,
    '--today',
    '2026-11-24',
  );
  expect([built.code, built.err]).toEqual([0, '']);
});
afterAll(() => {
  delete process.env.MINGBAI_PUBLIC;
  delete process.env.MINGBAI_CACHE;
  rmSync(folder, { recursive: true });
});

/** The files of photographs among the requested addresses. */
const photographsAmong = (urls: readonly string[]) =>
  urls.flatMap((url) => {
    if (url.startsWith('data:')) return [];
    const path = new URL(url).pathname.slice(BASE.length);
    return /^(?:assets\/photographs|images)\//.test(path) ? [path] : [];
  });
const bytesOf = (path: string) => statSync(join(out, path)).size;
/** Milliseconds within which a browser sends all its requests. */
const QUIET_MS = 500;
const quiet = () => new Promise((resolve) => setTimeout(resolve, QUIET_MS));
/** Positions of the parts of the page that a photograph could move. */
const PLACES = `Array.from(document.querySelectorAll('.photo, .photo img, .photo-offer, .prose > p'), (element) =>
  Math.round(element.getBoundingClientRect().top + scrollY)).slice(0, 6)`;
const GO_TO_PHOTOGRAPH = "document.querySelector('.photo').scrollIntoView({ block: 'center' })";

test('the page refers to existing files, and the original photograph is not among them', () => {
  expect(brokenLinks(out, BASE)).toEqual([]);
  expect(readFileSync(join(out, PAGE, 'index.html'), 'utf8')).not.toContain('images/field.jpg');
  expect(bytesOf('images/field.jpg')).toBeLessThanOrEqual(budgets.photographBytes);
});

test('a second build reuses the photographs of the first, and has the same bytes', async () => {
  const names = ['field', 'road'].map((name) => readFileSync(join(out, 'images', `${name}.jpg`)));
  const html = readFileSync(join(out, PAGE, 'index.html'));
  const again = join(folder, 'again');
  await mingbai('build', '--content', join(folder, 'content'), '--out', again, '--today', '2026-11-24');
  expect(readFileSync(join(again, PAGE, 'index.html')).equals(html)).toBe(true);
  expect(['field', 'road'].map((name) => readFileSync(join(again, 'images', `${name}.jpg`)))).toEqual(names);
});

const PHONE = { deviceScaleFactor: 3, viewport: { width: 360, height: 740 } };
/** Its own requests are held or refused: those of the service worker would not be. */
const WITHOUT_WORKER = { ...PHONE, serviceWorkers: 'block' } as const;
const browsing = useBrowser({ dir: () => out, base: BASE });

/** Opens the page of the photographs, and returns its requests so far. */
async function open(
  before?: () => void,
): Promise<{ page: Page; asked: string[]; close: () => Promise<void> }> {
  const page = await browsing.open('offline/missing/', PHONE);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  if (before) await page.addInitScript(before);
  await page.goto(browsing.url(PAGE));
  await quiet();
  return { page, asked, close: () => page.context().close() };
}

describe('on a phone with a pixel ratio of 3, in the current Chromium', () => {
  test('a photograph is fetched once, as AVIF, in at most 60 KB', async () => {
    const { page, asked, close } = await open();
    await page.evaluate(GO_TO_PHOTOGRAPH);
    await quiet();
    const files = photographsAmong(asked);
    expect(files).toEqual([expect.stringMatching(/-large\.avif$/)]);
    expect(files.map(bytesOf)[0]).toBeLessThanOrEqual(budgets.photographBytes);
    await page.locator('.photo').nth(1).scrollIntoViewIfNeeded();
    await expect.poll(() => photographsAmong(asked).length).toBe(2);
    await close();
  });

  test('nothing moves when it loads', async () => {
    const page = await browsing.open('offline/missing/', WITHOUT_WORKER);
    let letThrough = () => {};
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route('**/assets/photographs/**', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(browsing.url(PAGE));
    await page.evaluate(GO_TO_PHOTOGRAPH);
    await quiet();
    const before = await page.evaluate(PLACES);
    letThrough();
    await expect
      .poll(() =>
        page
          .locator('.photo img')
          .first()
          .evaluate((image: HTMLImageElement) => image.naturalWidth),
      )
      .toBeGreaterThan(0);
    expect(await page.evaluate(PLACES)).toEqual(before);
    await page.context().close();
  });

  test('one that does not load shows its description, and can be requested again', async () => {
    const page = await browsing.open('offline/missing/', WITHOUT_WORKER);
    await page.route('**/assets/photographs/**', (route) => route.abort());
    await page.goto(browsing.url(PAGE));
    await page.evaluate(GO_TO_PHOTOGRAPH);
    const offer = page.locator('.photo-offer').first();
    await expect.poll(() => offer.textContent()).toBe(`${WORDS}没下载下来，再试一次`);
    await page.unroute('**/assets/photographs/**');
    await offer.locator('button').click();
    await expect
      .poll(() =>
        page
          .locator('.photo img')
          .first()
          .evaluate((image: HTMLImageElement) => image.naturalWidth),
      )
      .toBeGreaterThan(0);
    expect(await offer.isVisible()).toBe(false);
    await page.context().close();
  });

  test('without scripts it is shown as well', async () => {
    await browsing.visit(PAGE, { ...PHONE, javaScriptEnabled: false }, async (page) => {
      const image = page.locator('.photo img').first();
      await image.scrollIntoViewIfNeeded();
      await expect
        .poll(() => image.evaluate((each: HTMLImageElement) => each.naturalWidth))
        .toBeGreaterThan(0);
      expect(await image.getAttribute('alt')).toBe(WORDS);
      expect(await page.locator('.save-data').isVisible()).toBe(false);
    });
  });
});

describe('a reader who saves data', () => {
  test('chooses before any photograph is fetched, and sees its size and its description', async () => {
    const { page, asked, close } = await open(() => localStorage.setItem('mingbai:photographs', 'tap'));
    await page.evaluate(GO_TO_PHOTOGRAPH);
    await quiet();
    expect(photographsAmong(asked)).toEqual([]);
    const offer = page.locator('.photo-offer').first();
    const [, most = ''] =
      /^村民在地头听红薯种植课看这张照片（最多\s(\d+)\sKB）$/.exec((await offer.textContent()) ?? '') ?? [];
    const button = offer.locator('button');
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(budgets.targetPx.normal);
    await button.click();
    await expect.poll(() => photographsAmong(asked).length).toBe(1);
    const [file = ''] = photographsAmong(asked);
    expect(bytesOf(file)).toBeLessThanOrEqual(Number(most) * 1024);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IMG');
    await close();
  });

  test('need not choose if the browser has a data saver, and can choose otherwise', async () => {
    const { page, asked, close } = await open(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    });
    await page.evaluate(GO_TO_PHOTOGRAPH);
    await quiet();
    expect(photographsAmong(asked)).toEqual([]);
    await page.locator('.save-data').click();
    await page.reload();
    await page.evaluate(GO_TO_PHOTOGRAPH);
    await expect.poll(() => photographsAmong(asked).length).toBeGreaterThan(0);
    await close();
  });

  test('can switch in the page; fetched photographs remain, the others wait', async () => {
    const { page, asked, close } = await open();
    await page.evaluate(GO_TO_PHOTOGRAPH);
    await expect.poll(() => photographsAmong(asked).length).toBe(1);
    await page.locator('.save-data').evaluate((button: HTMLElement) => button.click());
    expect(await page.locator('.save-data').textContent()).toContain('照片都直接看');
    await page.locator('.photo').nth(1).scrollIntoViewIfNeeded();
    await quiet();
    expect(photographsAmong(asked)).toHaveLength(1);
    expect(await page.locator('.photo img').first().isVisible()).toBe(true);
    expect(await page.locator('.photo-offer').count()).toBe(1);
    await close();
  });
});

describe('without a network', () => {
  const naturalWidth = (page: Page) =>
    page
      .locator('.photo img')
      .first()
      .evaluate((image: HTMLImageElement) => image.naturalWidth);

  test('a phone that saved the pictures shows each in the saved size', async () => {
    const phone = await newPhone(browsing.browser(), browsing.url(''), { deviceScaleFactor: 3 });
    await phone.save('all');
    await phone.page.context().setOffline(true);
    await phone.open(PAGE);
    await phone.page.evaluate(GO_TO_PHOTOGRAPH);
    await expect.poll(() => naturalWidth(phone.page)).toBeGreaterThan(0);
    const kept = await phone.page.evaluate(async () => {
      const rooms = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      const requests = await Promise.all(rooms.map((room) => room.keys()));
      return requests.flat().flatMap(({ url }) => /(?:photographs|images)\/.*$/.exec(url) ?? []);
    });
    expect(kept.sort()).toEqual([1, 2].map(() => expect.stringMatching(/^photographs\/\w+-middle\.webp$/)));
    expect(phone.trouble()).toEqual([]);
    await phone.close();
  });

  test('the portable site shows them', async () => {
    const card = await makeReadOnlySite(folder, join(folder, 'content'));
    const page = await (await browsing.browser().newContext(PHONE)).newPage();
    await page.goto(card.url(`${PAGE}index.html`));
    await page.evaluate(GO_TO_PHOTOGRAPH);
    await expect.poll(() => naturalWidth(page)).toBeGreaterThan(0);
    expect(
      await page
        .locator('.photo img')
        .first()
        .evaluate((image: HTMLImageElement) => image.currentSrc),
    ).toMatch(/^file:.*-large\.avif$/);
    await page.context().close();
    unlock(card);
  });
});

describe('in Chromium 80', () => {
  let browser: OldBrowser;
  let served: Awaited<ReturnType<typeof serveFolder>>;
  let page: OldPage;
  let asked: string[] = [];
  beforeAll(async () => {
    served = await serveFolder({ dir: out, base: BASE, port: 0 });
    browser = await launchOldChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  beforeEach(async () => {
    asked = [];
    page = await browser.newPage();
    await page.setViewport({ width: 360, height: 740, deviceScaleFactor: 3 });
    page.on('request', (request) => asked.push(request.url()));
  });
  const visit = async () => {
    await page.goto(new URL(PAGE, served.url).href);
    await quiet();
  };

  test('a photograph is fetched once, as WebP, in at most 60 KB, and nothing moves when it loads', async () => {
    let letThrough = () => {};
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.setRequestInterception(true);
    page.on('request', async (request) => {
      if (photographsAmong([request.url()]).length > 0) await held;
      await request.continue();
    });
    // The page counts as loaded when its photographs are loaded.
    const arrival = page.goto(new URL(PAGE, served.url).href);
    await expect.poll(() => photographsAmong(asked).length).toBe(1);
    const before = await page.evaluate(PLACES);
    letThrough();
    await arrival;
    await page.evaluate(GO_TO_PHOTOGRAPH);
    await expect
      .poll(() => page.evaluate("document.querySelector('.photo img').naturalWidth"))
      .toBeGreaterThan(0);
    const files = photographsAmong(asked);
    expect(files).toEqual([expect.stringMatching(/-large\.webp$/)]);
    expect(files.map(bytesOf)[0]).toBeLessThanOrEqual(budgets.photographBytes);
    expect(await page.evaluate(PLACES)).toEqual(before);
  });

  test('a reader who saves data chooses first', async () => {
    await page.evaluateOnNewDocument("localStorage.setItem('mingbai:photographs', 'tap')");
    await visit();
    await page.evaluate(GO_TO_PHOTOGRAPH);
    await quiet();
    expect(photographsAmong(asked)).toEqual([]);
    await page.click('.photo-offer button');
    await expect.poll(() => photographsAmong(asked).length).toBe(1);
  });
});
