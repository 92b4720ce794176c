/** A phone with the current Chromium that visits a village server, and remembers every complaint of its console. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export interface Phone {
  page: Page;
  /** What the console complained of since it was last looked at. */
  trouble(): string[];
  /** Opens an address of the site, from its top without a slash. */
  open(address: string): Promise<void>;
  /** Waits for the page 存到手机 to stand somehow, and gives what it says. */
  standing(...states: string[]): Promise<string>;
  /** Opens the page 存到手机 and saves: the texts, or the pictures as well. */
  save(what: 'text' | 'all'): Promise<void>;
  /** Taps the choice that begins so. */
  choose(label: string): Promise<void>;
  close(): Promise<void>;
}

/** A new phone on which nothing is kept. */
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
    // For a bare text the browser asks for an icon at the top of the host, which no site below a path can answer.
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
      // Else the worker's first look at the site would be among what saving asks for.
      await page.evaluate(() => navigator.serviceWorker.ready);
      await choose(what === 'text' ? '存到手机' : '海报图片');
      await standing('saved');
    },
    close: () => context.close(),
  };
}
