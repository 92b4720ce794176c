/** One browser and one served site per test file, and pages for different readers. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { Served } from '../../scripts/serve/server.ts';
import { launchCurrentChromium } from '../browsers/current-chromium.ts';
import { serveSite, siteDir } from './built-site.ts';

export interface Visit extends BrowserContextOptions {
  /** Text size, as stored on the phone. */
  print?: 'large' | 'larger';
}

export interface Browsing {
  /** Opens a page as the reader of `visit`; the caller closes its context. */
  open(address: string, visit?: Visit): Promise<Page>;
  /** Runs `look` on a page and closes it. */
  visit<T>(address: string, visit: Visit, look: (page: Page) => Promise<T>): Promise<T>;
  /**
   * Runs `look` on a page in a context that stays open for later calls, which is much faster. For checks that change neither storage
   * nor a page that is checked again.
   */
  look<T>(address: string, visit: Visit, look: (page: Page) => Promise<T>): Promise<T>;
  url(address: string): string;
  /** The browser, once started. */
  browser(): Browser;
}

export interface BrowsingOptions {
  /** The built site; by default the one that `npm test` has built. */
  dir?: () => string;
  base?: string;
  /** A script added to each page. */
  script?: string;
}

/** Screen of a cheap phone, in CSS pixels. */
const PHONE = { width: 360, height: 740 };

/** Starts a browser and serves the site for the tests of a file. */
export function useBrowser(options: BrowsingOptions = {}): Browsing {
  let browser: Browser;
  let served: Served;
  const { base = '/', script } = options;
  const readers = new Map<string, Page>();

  beforeAll(async () => {
    served = await serveSite(options.dir?.() ?? siteDir, base);
    browser = await launchCurrentChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  const url = (address: string) => new URL(address, served.url).href;
  const open = async (address: string, { print, ...context }: Visit = {}) => {
    const room = await browser.newContext({ viewport: PHONE, ...context });
    if (script) await room.addInitScript(script);
    if (print) await room.addInitScript((size) => localStorage.setItem('mingbai:size', size), print);
    const page = await room.newPage();
    await page.goto(url(address));
    return page;
  };
  return {
    url,
    browser: () => browser,
    open,
    async visit(address, visit, look) {
      const page = await open(address, visit);
      try {
        return await look(page);
      } finally {
        await page.context().close();
      }
    },
    async look(address, visit, look) {
      const reader = JSON.stringify({ viewport: PHONE, ...visit });
      let page = readers.get(reader);
      // The service worker would slow each page by a fifth; the page is the same.
      if (!page) page = await open(address, { serviceWorkers: 'block', ...visit });
      else if (page.url() !== url(address)) await page.goto(url(address));
      readers.set(reader, page);
      return look(page);
    },
  };
}
