/** A villager with a phone of 2020 sees every page laid out, and the functions added by scripts work there as well. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Served } from '../../scripts/serve/server.ts';
import { budgets } from '../../src/documents/budgets.ts';
import { shortAddress } from '../../src/documents/short-address.ts';
import { launchOldChromium, type OldBrowser, type OldPage } from '../browsers/old-chromium.ts';
import { onePageOfEachType, serveSite } from '../support/built-site.ts';

let browser: OldBrowser;
let served: Served;
let page: OldPage;
let trouble: string[] = [];

beforeAll(async () => {
  served = await serveSite();
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
  await served?.close();
});

const open = async (address: string) => {
  trouble = [];
  await page.goto(new URL(address, served.url).href);
};

test('the browser is Chromium 80', async () => {
  expect(await browser.version()).toContain('/80.');
});

describe.each(onePageOfEachType())('%s', (_, address) => {
  test('is laid out, in readable print, without an error', async () => {
    await open(address);
    const look = await page.evaluate<{
      size: number;
      bar: string;
      bottom: number;
      overhang: number;
      title: string;
    }>(`({
      size: parseFloat(getComputedStyle(document.body).fontSize),
      bar: getComputedStyle(document.querySelector('.bar')).position,
      bottom: Math.round(document.querySelector('.bar').getBoundingClientRect().bottom),
      overhang: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      title: document.querySelector('h1').innerText,
    })`);
    expect(look).toEqual({
      size: budgets.textPx.normal,
      bar: 'fixed',
      bottom: 740,
      overhang: 0,
      title: expect.stringMatching(/./),
    });
    expect(trouble).toEqual([]);
  });
});

test('large print is one tap away and remembered', async () => {
  await open('/');
  await page.click('.large-print');
  await open('/policies/');
  expect(await page.evaluate('parseFloat(getComputedStyle(document.body).fontSize)')).toBe(
    budgets.textPx.large,
  );
  await page.click('.large-print');
  await page.click('.large-print');
  expect(await page.evaluate('parseFloat(getComputedStyle(document.body).fontSize)')).toBe(
    budgets.textPx.normal,
  );
});

test('a ticked box is still ticked after a reload', async () => {
  await open('/policies/di-bao/');
  await page.click('.tick-list input');
  await page.reload();
  expect(await page.evaluate("document.querySelector('.tick-list input').checked")).toBe(true);
});

test('the list of policies can be filtered', async () => {
  await open('/policies/?status=ended');
  expect(await page.evaluate("document.querySelectorAll('[data-policy]:not([hidden])').length")).toBe(1);
});

test('the text is copied, or shown to be copied by hand, and the poster opens large', async () => {
  await open('/policies/di-bao/');
  await page.click('.share [data-copy]');
  await expect
    .poll(() => page.evaluate("document.querySelector('.share [data-said]').textContent"))
    .toMatch(/复制好了|长按/);
  await page.click('.share [data-picture]');
  expect(await page.evaluate("document.querySelectorAll('.share figure img').length")).toBe(1);
  expect(trouble).toEqual([]);
});

test('a short address redirects to its document', async () => {
  await open(shortAddress('policies', 'di-bao'));
  // While the page changes there may be none to ask.
  const pathname = () => page.evaluate('location.pathname').catch(() => undefined);
  await expect.poll(pathname).toBe('/policies/di-bao/');
});
