/**
 * Screenshots of a built site as five kinds of reader see it, for a sheet that compares two builds:
 *
 *   node tests/pictures/take-pictures.ts BUILT_SITE FOLDER
 *
 * writes FOLDER/PAGE.VIEW.png, the first screen of each page. `comparison-sheet.ts` makes the sheet from two such folders.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions } from 'playwright-core';
import { launchCurrentChromium } from '../browsers/current-chromium.ts';
import { launchOldChromium } from '../browsers/old-chromium.ts';
import { serveSite } from '../support/built-site.ts';

const PHONE = { width: 360, height: 740 };
/** Square: twice as wide as a phone of the same height. */
const DESKTOP = { width: 1280, height: 1280 };

/** The pages of the sheet, by file name. */
export const pictured: readonly { page: string; title: string; address: string }[] = [
  { page: 'home', title: '首页', address: '/' },
  { page: 'policies', title: '政策', address: '/policies/' },
  { page: 'policy', title: '一个政策', address: '/policies/di-bao/' },
  { page: 'notice', title: '一个通知', address: '/notices/shen-fu-miao-hui-2027/' },
  { page: 'search', title: '搜“低保”', address: '/search/?q=低保' },
];

interface View {
  view: string;
  title: string;
  context: BrowserContextOptions;
  print?: 'larger';
}

/** Emulation in current Chromium. */
const currentViews: readonly View[] = [
  { view: 'phone', title: '360', context: { viewport: PHONE } },
  { view: 'largest', title: 'largest print', context: { viewport: PHONE }, print: 'larger' },
  { view: 'dark', title: 'dark', context: { viewport: PHONE, colorScheme: 'dark' } },
  { view: 'desktop', title: '1280', context: { viewport: DESKTOP } },
];

/** All views, in column order. */
export const views: readonly Pick<View, 'view' | 'title'>[] = [
  ...currentViews.slice(0, 3),
  { view: 'old', title: 'Chromium 80' },
  ...currentViews.slice(3),
];

/** File name of one picture. */
export function pictureFile(page: string, view: string): string {
  return `${page}.${view}.png`;
}

/** True once search results are shown, or the page has none. */
const IS_ANSWERED = `!document.querySelector('#results') || document.querySelector('#results').dataset.state === 'ready'`;

/** Takes all pictures of the site in `dir` and writes them into `folder`. */
export async function takePictures(dir: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const served = await serveSite(dir);
  try {
    await takeCurrent(served.url, folder);
    await takeOld(served.url, folder);
  } finally {
    await served.close();
  }
}

async function takeCurrent(site: string, folder: string): Promise<void> {
  const browser = await launchCurrentChromium();
  try {
    for (const { view, context, print } of currentViews) {
      const reader = await browser.newContext({ serviceWorkers: 'block', ...context });
      if (print) await reader.addInitScript((size) => localStorage.setItem('mingbai:size', size), print);
      const page = await reader.newPage();
      for (const { page: name, address } of pictured) {
        await page.goto(new URL(address, site).href);
        await waitUntil(() => page.evaluate(IS_ANSWERED));
        await page.evaluate('scrollTo(0, 0)');
        await page.screenshot({ path: join(folder, pictureFile(name, view)) });
      }
      await reader.close();
    }
  } finally {
    await browser.close();
  }
}

async function takeOld(site: string, folder: string): Promise<void> {
  const browser = await launchOldChromium();
  try {
    const page = await browser.newPage();
    await page.setViewport(PHONE);
    for (const { page: name, address } of pictured) {
      await page.goto(new URL(address, site).href);
      await waitUntil(() => page.evaluate<boolean>(IS_ANSWERED));
      await page.evaluate('scrollTo(0, 0)');
      await page.screenshot({ path: join(folder, pictureFile(name, 'old')) });
    }
  } finally {
    await browser.close();
  }
}

async function waitUntil(holds: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 100 && !(await holds()); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , dir, folder] = process.argv;
  if (!dir || !folder) throw new Error('Usage: node tests/pictures/take-pictures.ts BUILT_SITE FOLDER');
  await takePictures(dir, folder);
}
