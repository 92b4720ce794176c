/** One browser and one served site for a file of tests, and pages as different readers have them. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { Served } from '../../scripts/serve/server.ts';
import { launchCurrentChromium } from '../browsers/current-chromium.ts';
import { serveSite, siteDir } from './built-site.ts';

export interface Visit extends BrowserContextOptions {
  /** Size of print, as it is kept on the phone. */
  print?: 'large' | 'larger';
}

export interface Browsing {
  /** Opens an address of the site as the reader of `visit` would; close the page's context when done. */
  open(address: string, visit?: Visit): Promise<Page>;
  /** Does something with a page and closes it. */
  visit<T>(address: string, visit: Visit, look: (page: Page) => Promise<T>): Promise<T>;
  /**
   * Looks at a page that the same reader turned to after the last, or is still on: much sooner there, for looks that change
   * nothing on the phone, nor on a page that is looked at again.
   */
  look<T>(address: string, visit: Visit, look: (page: Page) => Promise<T>): Promise<T>;
  url(address: string): string;
  /** The browser itself, once it has started. */
  browser(): Browser;
}

export interface BrowsingOptions {
  /** The built site, by default the one that `npm test` has built. */
  dir?: () => string;
  base?: string;
  /** A script that each page has besides its own. */
  script?: string;
}

/** The screen of a cheap phone, in CSS pixels. */
const PHONE = { width: 360, height: 740 };

/** Starts a browser and serves the site before the tests of a file, and stops both after them. */
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
      // Through a service worker each page would come a fifth later, and look the same.
      if (!page) page = await open(address, { serviceWorkers: 'block', ...visit });
      else if (page.url() !== url(address)) await page.goto(url(address));
      readers.set(reader, page);
      return look(page);
    },
  };
}
