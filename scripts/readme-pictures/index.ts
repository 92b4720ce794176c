/**
 * Makes the pictures of the two READMEs in docs/pictures from the built example site: `npm run build`, then run this file on
 * the Node of the packages.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { projectDir } from '../../src/settings.ts';
import { launchCurrentChromium } from '../../tests/browsers/current-chromium.ts';
import { serveSite, siteDir } from '../../tests/support/built-site.ts';
import { checkOutput } from './check-output.ts';

const FOLDER = join(projectDir, 'docs', 'pictures');
/** READMEs are opened on slow networks as well. */
const MAX_PICTURE_BYTES = 150 * 1024;
const PHONE = { width: 360, height: 740 };
/** A4 without the sheet's margins, at 96 dpi. */
const PAPER = { width: 718, height: 1047 };
const MARGIN_PX = 38;
/** Of poster and sheet in the README. */
const PAPER_HEIGHT_PX = 760;
const BACKGROUND = '#e8e0d4';
const GAP_PX = 16;

interface Reader extends BrowserContextOptions {
  /** The text size that the reader has chosen. */
  print?: 'large';
}

/** Opens a page as a reader would; returns the result of `take`. */
async function visit(
  browser: Browser,
  url: string,
  { print, ...context }: Reader,
  take: (page: Page) => Promise<Buffer>,
): Promise<Buffer> {
  const reader = await browser.newContext({ viewport: PHONE, serviceWorkers: 'block', ...context });
  if (print) await reader.addInitScript((size) => localStorage.setItem('mingbai:size', size), print);
  const page = await reader.newPage();
  await page.goto(url);
  const picture = await take(page);
  await reader.close();
  return picture;
}

const screen = (page: Page): Promise<Buffer> => page.screenshot();

async function results(page: Page): Promise<Buffer> {
  await page.waitForSelector('#results[data-state="ready"]');
  return page.screenshot();
}

async function paper(page: Page): Promise<Buffer> {
  await page.emulateMedia({ media: 'print' });
  return sharp(await page.screenshot())
    .extend({ left: MARGIN_PX, right: MARGIN_PX, top: MARGIN_PX, bottom: MARGIN_PX, background: 'white' })
    .toBuffer();
}

/** Places pictures side by side, aligned at the top, with gaps. */
async function placeSideBySide(pictures: readonly Buffer[]): Promise<Buffer> {
  const sizes = await Promise.all(pictures.map((picture) => sharp(picture).metadata()));
  let left = GAP_PX;
  const placed = pictures.map((input, index) => {
    const at = { input, left, top: GAP_PX };
    left += (sizes[index]?.width ?? 0) + GAP_PX;
    return at;
  });
  const height = Math.max(...sizes.map((size) => size.height ?? 0)) + 2 * GAP_PX;
  return sharp({ create: { width: left, height, channels: 3, background: BACKGROUND } })
    .composite(placed)
    .png()
    .toBuffer();
}

/** Writes a picture with few colours; throws if it is still too large for a README. */
async function write(name: string, picture: Buffer, colours = 32): Promise<void> {
  const bytes = await sharp(picture).png({ palette: true, colours, dither: 0, effort: 10 }).toBuffer();
  if (bytes.length > MAX_PICTURE_BYTES) throw new Error(`${name} has ${bytes.length} bytes.`);
  writeFileSync(join(FOLDER, name), bytes);
  process.stdout.write(`docs/pictures/${name}: ${Math.ceil(bytes.length / 1024)} KB\n`);
}

/** The text of a terminal as a picture. */
async function terminal(browser: Browser, text: string): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 200 } });
  await page.setContent(
    '<pre style="margin:0;padding:20px;background:#1c1a17;color:#f3eee6;white-space:pre-wrap;font:17px/1.6 monospace"></pre>',
  );
  await page.locator('pre').evaluate((element, given) => {
    element.textContent = given;
  }, text);
  return page.locator('pre').screenshot();
}

const asHigh = (picture: Buffer): Promise<Buffer> =>
  sharp(picture).resize({ height: PAPER_HEIGHT_PX }).toBuffer();

mkdirSync(FOLDER, { recursive: true });
const served = await serveSite();
const browser = await launchCurrentChromium();
try {
  const look = (address: string, reader: Reader, take: (page: Page) => Promise<Buffer>) =>
    visit(browser, new URL(address, served.url).href, reader, take);
  const pages = [
    await look('/', {}, screen),
    await look('/policies/di-bao/', {}, screen),
    await look('/policies/di-bao/', { print: 'large' }, screen),
    await look('/policies/xiao-e-xin-dai/', { colorScheme: 'dark' }, screen),
  ];
  await write('pages.png', await placeSideBySide(pages));
  await write(
    'search.png',
    await placeSideBySide([
      await look('/search/?q=dibao', {}, results),
      await look('/search/?q=残疾人有补贴吗', {}, results),
    ]),
  );
  const poster = readFileSync(join(siteDir, 'share', 'policies', 'di-bao', 'poster.png'));
  const sheet = await look('/policies/di-bao/', { viewport: PAPER }, paper);
  await write(
    'poster-and-sheet.png',
    await placeSideBySide(await Promise.all([poster, sheet].map(asHigh))),
    // Small text on white is mostly greys.
    12,
  );
  await write('check.png', await terminal(browser, checkOutput()));
} finally {
  await browser.close();
  await served.close();
}
