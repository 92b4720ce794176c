/** No line of a title ends within a word, for any phone, width and print size. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Served } from '../../scripts/serve/server.ts';
import { launchCurrentChromium } from '../browsers/current-chromium.ts';
import { launchOldChromium } from '../browsers/old-chromium.ts';
import { useBrowser } from '../support/browse.ts';
import { onePageOfEachType, serveSite, siteDir } from '../support/built-site.ts';
import { type BrokenText, badBreaks, readLines } from './line-breaks.ts';
import { buildWorstCase, listPages, worstCasePages } from './worst-case/site.ts';

interface Screen {
  show(address: string): Promise<void>;
  /** The lines at a width and print size. */
  lines(width: number, print: string): Promise<BrokenText[]>;
  close(): Promise<void>;
}

const inPrint = (print: string) =>
  `document.documentElement.classList.remove('large', 'larger');
   if ('${print}') document.documentElement.classList.add('${print}');
   for (const fold of document.querySelectorAll('details')) fold.open = true`;

async function currentScreen(): Promise<Screen> {
  const browser = await launchCurrentChromium();
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
  return {
    show: async (url) => void (await page.goto(url)),
    async lines(width, print) {
      await page.setViewportSize({ width, height: 740 });
      await page.evaluate(inPrint(print));
      return page.evaluate<BrokenText[]>(readLines);
    },
    close: () => browser.close(),
  };
}

async function oldScreen(): Promise<Screen> {
  const browser = await launchOldChromium();
  const page = await browser.newPage();
  return {
    show: async (url) => void (await page.goto(url)),
    async lines(width, print) {
      await page.setViewport({ width, height: 740 });
      await page.evaluate(inPrint(print));
      return page.evaluate<BrokenText[]>(readLines);
    },
    close: () => browser.close(),
  };
}

const widths = [
  [320, ''],
  [320, 'large'],
  [320, 'larger'],
  [360, ''],
  [360, 'large'],
  [360, 'larger'],
  [1280, ''],
  [1280, 'larger'],
] as const;

/** The engines break most lines at the same places: the old one is tested at its narrowest, its widest and in between. */
const oldWidths = [
  [320, ''],
  [320, 'larger'],
  [360, 'large'],
  [1280, ''],
] as const;

const sites = [
  ['the example', () => siteDir, onePageOfEachType],
  ['the worst-case site', buildWorstCase, () => [...worstCasePages, ...listPages]],
] as const;

describe.each([
  ['Chromium of today', currentScreen, widths],
  ['Chromium 80', oldScreen, oldWidths],
] as const)('in %s', (_browser, openScreen, tried) => {
  describe.each(sites)('%s', (_site, dir, pages) => {
    let [screen, served]: [Screen?, Served?] = [];
    beforeAll(async () => {
      served = await serveSite(dir());
      screen = await openScreen();
    });
    afterAll(async () => {
      await screen?.close();
      await served?.close();
    });

    test.each(pages())('%s: no line of a title ends within a word', async (_what, address) => {
      if (!screen || !served) throw new Error('No browser.');
      await screen.show(new URL(address, served.url).href);
      const found: string[] = [];
      for (const [width, print] of tried) {
        const texts = await screen.lines(width, print);
        expect(texts.length).toBeGreaterThan(0);
        found.push(...texts.flatMap(badBreaks).map((bad) => `${width} ${print} ${bad}`));
      }
      expect(found).toEqual([]);
    });
  });
});

const browsing = useBrowser();

test('titles in search results break only where the build found that they may', async () => {
  const visit = { viewport: { width: 320, height: 740 }, print: 'larger' as const };
  await browsing.visit('/search/?q=补贴', visit, async (page) => {
    await page.locator('#results[data-state=ready]').waitFor();
    expect(await page.locator('#results strong wbr').count()).toBeGreaterThan(5);
    const title = await page.locator('#results strong').first().textContent();
    expect(title).not.toMatch(/\u200b/);
    expect((await page.evaluate<BrokenText[]>(readLines)).flatMap(badBreaks)).toEqual([]);
  });
});

test('a title is copied, found and read by a screen reader as it was written', async () => {
  await browsing.visit('/policies/can-ji-bu-tie/', {}, async (page) => {
    const { written, copied, isFound } = await page.evaluate(() => {
      const [title, selection] = [document.querySelector('h1'), getSelection()];
      if (!title || !selection) throw new Error('No title.');
      selection.selectAllChildren(title);
      const copied = selection.toString();
      selection.removeAllRanges();
      const { find } = window as unknown as { find(text: string): boolean };
      return { written: document.title.split('｜')[0], copied, isFound: find(title.textContent ?? '') };
    });
    expect(copied).toBe(written);
    expect(isFound).toBe(true);
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const headings = nodes.filter(({ role }) => role?.value === 'heading').map(({ name }) => name?.value);
    expect(headings).toContain(written);
  });
});
