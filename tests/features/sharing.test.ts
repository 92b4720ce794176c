/** A cadre sends a policy: by any way that the phone allows, otherwise by hand. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { shortAddress } from '../../src/documents/short-address.ts';
import { useBrowser } from '../support/browse.ts';

const browsing = useBrowser();
const address = '/policies/di-bao/';
const short = `https://mingbai.example${shortAddress('policies', 'di-bao')}`;

/** Opens the policy on a phone on which `prepare` runs before any script of the page. */
async function onPhone<T>(prepare: string, look: (page: Page) => Promise<T>): Promise<T> {
  const page = await browsing.open('/about/');
  await page.context().addInitScript(prepare);
  await page.goto(browsing.url(address));
  try {
    return await look(page);
  } finally {
    await page.context().close();
  }
}

const copyButton = (page: Page) => page.getByRole('button', { name: '复制文字' });
const said = (page: Page) => page.locator('.share [data-said]').textContent();

test('without scripts: the text to copy by hand, and plain links to poster, code and script', async () => {
  await browsing.visit(address, { javaScriptEnabled: false }, async (page) => {
    expect(await page.locator('.share textarea').inputValue()).toContain(short);
    const links = await page
      .locator('.share a')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href')));
    for (const file of ['poster.png', 'qr.png', 'broadcast.txt']) {
      expect(links).toContain(`/share/policies/di-bao/${file}`);
    }
    expect(await page.locator('.share [data-chat]').isVisible()).toBe(false);
  });
});

test('the texts are served as Chinese text', async () => {
  await browsing.visit('/about/', {}, async (page) => {
    for (const file of ['message.txt', 'broadcast.txt', 'sms.txt']) {
      const response = await page.request.get(browsing.url(`/share/policies/di-bao/${file}`));
      expect(response.headers()['content-type']).toBe('text/plain; charset=utf-8');
    }
  });
});

describe('the text', () => {
  test('is copied with one tap, and a screen reader announces it', async () => {
    const prepare = `Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text } } })`;
    await onPhone(prepare, async (page) => {
      await copyButton(page).click();
      await expect.poll(() => said(page)).toContain('复制好了');
      expect(await page.evaluate('window.copied')).toContain(short);
      expect(await page.locator('.share [data-said]').getAttribute('aria-live')).toBe('polite');
    });
  });

  test('is copied by the older API on a phone without the new one', async () => {
    const prepare = `Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.execCommand = () => { window.copied = document.querySelector('.share textarea').value.slice(0, 5); return true }`;
    await onPhone(prepare, async (page) => {
      await copyButton(page).click();
      await expect.poll(() => said(page)).toContain('复制好了');
      expect(await page.evaluate('window.copied')).toBe('【家里收入');
      expect(await page.locator('.share textarea').isVisible()).toBe(false);
    });
  });

  test('is shown to be copied by hand if the app refuses both', async () => {
    const prepare = `Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => { throw new Error() } } });
      document.execCommand = () => false`;
    await onPhone(prepare, async (page) => {
      await copyButton(page).click();
      await expect.poll(() => said(page)).toContain('长按');
      expect(await page.locator('.share textarea').isVisible()).toBe(true);
    });
  });
});

test('the phone’s own share sheet receives the text, if there is one', async () => {
  await onPhone(`navigator.share = async (data) => { window.shared = data }`, async (page) => {
    await page.getByRole('button', { name: '转发' }).click();
    expect(await page.evaluate('window.shared')).toEqual({
      title: '家里收入太低，可以申请低保',
      text: expect.stringContaining(short),
    });
  });
  await onPhone(`navigator.share = undefined`, async (page) => {
    expect(await page.getByRole('button', { name: '转发' }).isVisible()).toBe(false);
  });
});

test('in a chat app the page explains its own menu', async () => {
  const userAgent =
    'Mozilla/5.0 (Linux; Android 10) Chrome/107.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.50';
  await browsing.visit(address, { userAgent }, async (page) => {
    expect(await page.locator('.share [data-chat]').textContent()).toContain('右上角');
    expect(await page.locator('.share [data-chat]').isVisible()).toBe(true);
  });
  await browsing.visit(address, {}, async (page) => {
    expect(await page.locator('.share [data-chat]').isVisible()).toBe(false);
  });
});

test('poster and code open large on this page, one at a time', async () => {
  await browsing.visit(address, {}, async (page) => {
    await page.getByRole('link', { name: '看海报' }).click();
    expect(await page.locator('.share figure').textContent()).toContain('长按');
    await page.getByRole('link', { name: '二维码' }).click();
    const pictures = page.locator('.share img');
    expect(await pictures.count()).toBe(1);
    expect(await pictures.getAttribute('src')).toMatch(/\/share\/policies\/di-bao\/qr\.png$/);
    expect(await pictures.getAttribute('alt')).toContain('低保');
    await page.getByRole('link', { name: '二维码' }).click();
    expect(await pictures.count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe(address);
  });
});
