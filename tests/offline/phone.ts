/** A phone with current Chromium that visits a test server and collects console errors. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export interface Phone {
  page: Page;
  /** Console errors since the last call. */
  trouble(): string[];
  /** Opens a page, by its path without a leading slash. */
  open(address: string): Promise<void>;
  /** Waits for the offline page to show a state, and returns its message. */
  standing(...states: string[]): Promise<string>;
  /** Opens the offline page and saves: texts, or pictures as well. */
  save(what: 'text' | 'all'): Promise<void>;
  /** Taps the choice that begins with this text. */
  choose(label: string): Promise<void>;
  close(): Promise<void>;
}

/** A new phone with empty storage. */
export async function newPhone(
  browser: Browser,
  siteUrl: string,
  options: BrowserContextOptions = {},
): Promise<Phone> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('console', (message) => {
    // For a plain text Chromium requests /favicon.ico of the host, which no site below a path has.
    if (message.location().url.endsWith('/favicon.ico')) return;
    if (['error', 'warning'].includes(message.type())) trouble.push(`${page.url()}: ${message.text()}`);
  });
  const open = async (address: string) => {
    await page.goto(new URL(address, siteUrl).href);
  };
  const standing = async (...states: string[]) => {
    await page.locator(states.map((state) => `.pocket[data-state="${state}"]`).join(', ')).waitFor();
    return (await page.locator('.pocket [data-said]').textContent()) ?? '';
  };
  const choose = (label: string) =>
    page.locator('.pocket [data-choices] button').filter({ hasText: label }).click();
  return {
    page,
    trouble: () => trouble.splice(0),
    open,
    standing,
    choose,
    async save(what) {
      await open('offline/');
      await standing('unsaved', 'saved');
      // Otherwise the worker's first update check would be among the requests of saving.
      await page.evaluate(() => navigator.serviceWorker.ready);
      await choose(what === 'text' ? '存到手机' : '海报图片');
      await standing('saved');
    },
    close: () => context.close(),
  };
}
