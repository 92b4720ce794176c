/** A phone of 2020 saves the site and can use all of it in flight mode. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchOldChromium, type OldBrowser, type OldPage } from '../browsers/old-chromium.ts';
import { onePageOfEachType, siteDir } from '../support/built-site.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let browser: OldBrowser;
let server: TestServer;
let page: OldPage;
const trouble: string[] = [];

beforeAll(async () => {
  server = await startTestServer(siteDir);
  browser = await launchOldChromium();
  page = await browser.newPage();
  await page.setViewport({ width: 360, height: 740 });
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) trouble.push(message.text());
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const open = (address: string) => page.goto(new URL(address, server.url).href);
const said = () => page.evaluate<string>(`document.querySelector('.pocket [data-said]').textContent`);
const count = (selector: string) =>
  page.evaluate<number>(`document.querySelectorAll(${JSON.stringify(selector)}).length`);
const patiently = { timeout: 60_000, interval: 500 };

test('the site is saved with a tap, an interrupted download is resumed, and the build date is shown', async () => {
  await open('offline/');
  await expect.poll(said, patiently).toContain('还没有存');
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  server.cut(/\.bin$/);
  await page.click('.pocket [data-choices] li:nth-child(2) button');
  await expect.poll(said, patiently).toContain('网断了');
  trouble.splice(0);
  server.cut();
  await page.click('.pocket [data-choices] button');
  await expect.poll(said, patiently).toMatch(/^存好了[\s\S]*海报图片也在/);
  expect(trouble).toEqual([]);
  await server.stop();
});

test.each(onePageOfEachType())('without a network, %s opens with its styles', async (_, address) => {
  await open(address.slice(1));
  expect(await page.evaluate(`getComputedStyle(document.querySelector('.bar')).position`)).toBe('fixed');
  expect(await page.evaluate(`document.documentElement.dataset.kept`)).toMatch(/^2026-/);
  expect(trouble).toEqual([]);
});

test('without a network the search finds results, and the poster opens', async () => {
  await open('search/?q=低保');
  await expect.poll(() => count('#results[data-state="ready"] li'), patiently).toBeGreaterThan(0);
  await open('policies/di-bao/');
  await page.click('.share [data-picture]');
  const width = () => page.evaluate(`document.querySelector('.share figure img').naturalWidth`);
  await expect.poll(width, patiently).toBe(1080);
  expect(trouble).toEqual([]);
});

test('without a network a page that is not on the phone gets a kind message', async () => {
  await open('policies/gibt-es-nicht/');
  expect(await page.evaluate(`document.querySelector('h1').textContent`)).toBe('这一页没有存在手机里');
  expect(await count('[data-readable] a')).toBeGreaterThan(3);
});
