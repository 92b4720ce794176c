/** The site is published again while somebody reads: no page mixes two versions, online and offline. */
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchCurrentChromium } from '../browsers/current-chromium.ts';
import { newPhone, type Phone } from './phone.ts';
import { startTestServer, type TestServer } from './test-server.ts';
import { makeVersion } from './versions.ts';

let browser: Browser;
let [first, second] = ['', ''];
let server: TestServer;
let phone: Phone;

beforeAll(async () => {
  browser = await launchCurrentChromium();
  first = await makeVersion({ day: '2026-11-24', mark: 'a' });
  second = await makeVersion({ day: '2026-12-24', mark: 'b' });
});
afterAll(async () => {
  await browser?.close();
  for (const dir of [first, second]) rmSync(dirname(dir), { recursive: true, force: true });
});
beforeEach(async () => {
  server = await startTestServer(first);
  phone = await newPhone(browser, server.url);
});
afterEach(async () => {
  await phone.close();
  await server.close();
});

/** The version of a page, and that of its styles. */
const marks = () =>
  phone.page.evaluate(() => [
    document.documentElement.dataset.mark,
    getComputedStyle(document.documentElement).getPropertyValue('--mark').trim(),
  ]);

test('a search page that is open while the site and the copy change still searches, without a network', async () => {
  await phone.save('text');
  await phone.open('search/');
  const other = await phone.page.context().newPage();
  await server.publish(second);
  await other.goto(new URL('offline/', server.url).href);
  await other.locator('.pocket button').filter({ hasText: '换成新的' }).click();
  await other.locator('.pocket [data-said]').filter({ hasText: '2026年12月24日的' }).waitFor();
  await other.close();
  await server.stop();
  await phone.page.locator('#q').fill('低保');
  await phone.page.locator('#results[data-state="ready"] li').first().waitFor();
  expect(await marks()).toEqual(['a', 'a']);
  await phone.open('search/');
  expect(await marks()).toEqual(['b', 'b']);
  expect(phone.trouble()).toEqual([]);
});

test('pages have the styles of their own version before, while and after the site changes', async () => {
  await phone.save('text');
  await phone.open('policies/');
  expect(await marks()).toEqual(['a', 'a']);
  await server.publish(second);
  await phone.open('policies/');
  expect(await marks()).toEqual(['b', 'b']);
  await server.stop();
  await phone.open('notices/');
  expect(await marks()).toEqual(['a', 'a']);
  // Read in its new version: it was cached with its own styles.
  await phone.open('policies/');
  expect(await marks()).toEqual(['b', 'b']);
});

test('if the styles of a new page fail to load, the saved page is shown instead', async () => {
  await phone.save('text');
  await server.publish(second);
  server.cut(/\.css$/);
  await phone.open('policies/');
  expect(await marks()).toEqual(['a', 'a']);
  expect(await phone.page.locator('main > [role=status]').textContent()).toContain('2026年11月24日');
});

test('if a page is truncated, the saved page is shown whole', async () => {
  await phone.save('text');
  server.cut(/^\/policies\/di-bao\/$/);
  await phone.open('policies/di-bao/');
  expect(await phone.page.locator('footer').count()).toBe(1);
  expect(await phone.page.locator('html').getAttribute('data-kept')).toBe('2026-11-24');
});

test('a page that was read opens again without a network, though nothing was saved', async () => {
  await phone.open('policies/di-bao/');
  await phone.page.evaluate(() => navigator.serviceWorker.ready);
  await phone.open('stories/');
  await server.stop();
  await phone.open('stories/');
  expect(await marks()).toEqual(['a', 'a']);
  await phone.open('glossary/');
  const listed = phone.page.locator('[data-readable] a');
  expect(await listed.allTextContents()).toEqual(
    expect.arrayContaining(['家里收入太低，可以申请低保', '找谁问']),
  );
});
