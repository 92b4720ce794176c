/** The desk in Firefox: opened, typed into, saved, previewed, without a fault of its script. Left out where there is no Firefox. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFirefox } from '../../scripts/browser-paths.ts';
import { puppeteerIn } from '../browsers/puppeteer.ts';
import { onePolicy, site, temporaryFolder, writeFiles } from '../build/content-folder.ts';
import { startHistory } from './desk-in-browser.ts';
import { type OpenedDesk, openDesk } from './open-desk.ts';

/** The members of puppeteer that this test uses. */
interface FirefoxPage {
  goto(url: string): Promise<unknown>;
  setViewport(size: { width: number; height: number }): Promise<void>;
  waitForSelector(selector: string, options: { timeout: number }): Promise<unknown>;
  evaluate<T>(expression: string): Promise<T>;
  click(selector: string): Promise<void>;
  keyboard: { type(text: string): Promise<void>; press(key: string): Promise<void> };
  on(event: 'pageerror', listener: (error: Error) => void): void;
}
interface FirefoxBrowser {
  newPage(): Promise<FirefoxPage>;
  close(): Promise<void>;
}
interface Puppeteer {
  launch(options: { executablePath: string; browser: 'firefox'; args: string[] }): Promise<FirefoxBrowser>;
}

const firefox = findFirefox();
const TIMEOUT = { timeout: 30_000 };
const folder = temporaryFolder();
const faults: string[] = [];
let desk: OpenedDesk;
let browser: FirefoxBrowser;
let page: FirefoxPage;

beforeAll(async () => {
  if (firefox === undefined) return;
  const content = join(folder, 'content');
  writeFiles(content, { ...site, ...onePolicy });
  startHistory(folder);
  desk = await openDesk(['edit', '--no-open', '--content', content, '--today', '2026-11-24']);
  browser = await puppeteerIn<Puppeteer>('puppeteer').launch({
    executablePath: firefox,
    browser: 'firefox',
    args: [],
  });
  page = await browser.newPage();
  page.on('pageerror', ({ message }) => {
    // Asked once whether it is allowed, by code that goes on without it.
    if (!/^Content-Security-Policy: .*blocked a JavaScript eval/.test(message)) faults.push(message);
  });
  await page.setViewport({ width: 1366, height: 768 });
});
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.skipIf(firefox === undefined)(
  'what is typed into the fields and the body is saved, and on the page beside them',
  async () => {
    await page.goto(desk.url);
    await page.waitForSelector('.rows li', TIMEOUT);
    await page.evaluate("location.hash = '#/policies/di-bao'");
    await page.waitForSelector('.ProseMirror', TIMEOUT);
    await page.click('#field-title');
    await page.keyboard.press('End');
    await page.keyboard.type('，来问');
    await page.click('.ProseMirror');
    await page.keyboard.type('在火狐里写的。');
    await page.waitForSelector('[role=status].saved', TIMEOUT);
    await page.waitForSelector('.phone iframe', TIMEOUT);
    const text = () => readFileSync(join(folder, 'content', 'policies', 'di-bao.mdx'), 'utf8');
    await expect.poll(text, TIMEOUT).toContain('title: 家里困难，可以申请低保，来问\n');
    await expect.poll(text, TIMEOUT).toContain('在火狐里写的。');
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
    expect(faults).toEqual([]);
  },
);
