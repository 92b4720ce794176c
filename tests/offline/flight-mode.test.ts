/** A villager saves the site once; on the field, without a network, everything works. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchCurrentChromium } from '../browsers/current-chromium.ts';
import { allAddresses, onePageOfEachType, siteDir } from '../support/built-site.ts';
import { newPhone, type Phone } from './phone.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let browser: Browser;
let server: TestServer;
let phone: Phone;

beforeAll(async () => {
  browser = await launchCurrentChromium();
  server = await startTestServer(siteDir);
  phone = await newPhone(browser, server.url);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test('the size is shown before saving, and a message reports when it is done', async () => {
  await phone.open('offline/');
  await phone.standing('unsaved');
  const choices = await phone.page.locator('.pocket button').allTextContents();
  expect(choices).toEqual([
    expect.stringMatching(/^存到手机（约0\.\d兆）$/),
    expect.stringMatching(/^连海报图片一起存（约\d\.\d兆）$/),
  ]);
  await phone.save('all');
  expect(await phone.standing('saved')).toMatch(/^存好了，没有网也能看。\n内容是2026年\d+月\d+日的。/);
  expect(phone.trouble()).toEqual([]);
  await server.stop();
});

describe.each(onePageOfEachType())('without a network, %s', (_, address) => {
  test('opens with its styles, and shows its build date', async () => {
    await phone.open(address.slice(1));
    expect(await phone.page.locator('h1').textContent()).not.toBe('');
    expect(await phone.page.locator('main > [role=status]').first().textContent()).toMatch(
      /手机里存的，内容是/,
    );
    const bar = phone.page.locator('.bar');
    expect(await bar.evaluate((element) => getComputedStyle(element).position)).toBe('fixed');
    expect(phone.trouble()).toEqual([]);
  });
});

describe('without a network', () => {
  test('every address of the site opens', async () => {
    for (const address of allAddresses()) {
      await phone.open(address.slice(1));
      expect(await phone.page.locator('html').getAttribute('data-kept'), address).toMatch(/^2026-/);
    }
    expect(phone.trouble()).toEqual([]);
  });

  test('the search finds results', async () => {
    await phone.open('search/?q=低保');
    await phone.page.locator('#results[data-state="ready"] li').first().waitFor();
    expect(await phone.page.locator('#results li').first().textContent()).toContain('低保');
    expect(phone.trouble()).toEqual([]);
  });

  test('an amount is worked out from a typed number', async () => {
    await phone.open('policies/yang-lao-bao-xian/');
    await phone.page.locator('#part-amount summary').click();
    await phone.page.locator('#amount-zhang-hu').fill('一万三千九百元');
    await phone.page.locator('#part-amount button').click();
    expect(await phone.page.locator('[data-answer]').textContent()).toContain('每月大约263元');
    expect(phone.trouble()).toEqual([]);
  });

  test('the finder lists the policies a household may apply for', async () => {
    await phone.open('finder/');
    await phone.page.getByText('有残疾人').click();
    await phone.page.locator('.finder [data-found] li:visible').first().waitFor();
    expect(phone.trouble()).toEqual([]);
  });

  test('the questions of the finder sort the policies', async () => {
    await phone.open('finder/');
    await phone.page.getByRole('button', { name: '开始问' }).click();
    await phone.page.locator('[data-question]').getByRole('button', { name: '说不准' }).click();
    await phone.page.waitForURL(/#jia=.*unsure/);
    expect(await phone.page.locator('[data-count]').textContent()).toMatch(/要再问一句[1-9]/);
    expect(phone.trouble()).toEqual([]);
  });

  test('the print size can be changed', async () => {
    await phone.open('policies/di-bao/');
    await phone.page.locator('.large-print').click();
    expect(await phone.page.locator('html').getAttribute('class')).toContain('large');
  });

  test('the text for a chat group is shown, and the poster', async () => {
    await phone.page.locator('.share [data-picture]').first().click();
    const poster = phone.page.locator('.share figure img');
    await expect.poll(() => poster.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1080);
    expect(phone.trouble()).toEqual([]);
    await phone.open('share/policies/di-bao/message.txt');
    expect(await phone.page.locator('body').textContent()).toContain('【家里收入太低，可以申请低保】');
  });

  test('an address without its trailing slash, and a code from a poster, open the right page', async () => {
    await phone.open('policies/di-bao');
    expect(new URL(phone.page.url()).pathname).toBe('/policies/di-bao/');
  });

  test('a page that is not on the phone gets a kind message with the pages that are', async () => {
    await phone.open('policies/gibt-es-nicht/');
    expect(await phone.page.locator('h1').textContent()).toBe('这一页没有存在手机里');
    await phone.page.locator('main').getByRole('link', { name: '找谁问' }).click();
    expect(new URL(phone.page.url()).pathname).toBe('/contacts/');
    expect(phone.trouble()).toEqual([]);
  });

  test('the offline page says that the site is saved', async () => {
    await phone.open('offline/');
    expect(await phone.standing('saved')).toMatch(/^存好了/);
  });
});
