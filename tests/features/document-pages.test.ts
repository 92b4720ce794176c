/** A page on a small screen: short, its parts a tap away, related content close together. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { budgets } from '../../src/documents/budgets.ts';
import { findSplitLists } from '../budgets/split-lists.ts';
import { STUBBED_VOICE } from '../listening/stubbed-voice.ts';
import { useBrowser } from '../support/browse.ts';
import { allAddresses } from '../support/built-site.ts';

const browsing = useBrowser();
const policies = allAddresses().filter((address) => /^\/policies\/(?!status)[^/]+\/$/.test(address));
const PHONE = { width: 360, height: 740 };
/** On a phone with a voice there is one button more: 读给我听, with the space above it. */
const READING_BUTTON_PX = 66;

test.each(policies)('%s is no longer than seven screens, including its button 读给我听', async (address) => {
  const { heightPx, folds } = await browsing.look(address, {}, (page) =>
    page.evaluate(() => ({
      heightPx: document.documentElement.scrollHeight,
      folds: Array.from(document.querySelectorAll('article details summary'), (fold) =>
        fold.textContent?.trim(),
      ),
    })),
  );
  expect(heightPx + READING_BUTTON_PX).toBeLessThanOrEqual(budgets.policyScreens * PHONE.height);
  // Each folded part has a label.
  for (const label of folds) expect(label).toMatch(/\S{2,}/);
});

test('the folded parts of a policy open without scripts, and a search in the page finds them', async () => {
  await browsing.visit('/policies/di-bao/', { javaScriptEnabled: false }, async (page) => {
    const part = page.locator('details.part').first();
    expect(await part.locator('.prose').isVisible()).toBe(false);
    await part.locator('summary').click();
    expect(await part.locator('.prose').isVisible()).toBe(true);
  });
  const found = await browsing.visit('/policies/di-bao/', {}, (page) =>
    page.evaluate(() => (window as unknown as { find(text: string): boolean }).find('老王家3口人')),
  );
  expect(found).toBe(true);
});

test('a listener hears folded parts as well, and they stay folded', async () => {
  await browsing.visit('/', {}, async (page) => {
    await page.addInitScript(STUBBED_VOICE);
    await page.goto(browsing.url('/policies/di-bao/'));
    const text = await page.locator('details.part .prose p').first().textContent();
    await page.locator('.read-aloud button').click();
    const said = await page.evaluate(() => (window as unknown as { said: string[] }).said.join(''));
    expect(said).toContain(text?.trim().slice(0, 8));
    expect(await page.locator('details.part[open]').count()).toBe(0);
  });
});

const tapTo = async (page: Page, name: string) => {
  await page.getByRole('link', { name, exact: true }).first().click();
  return page.evaluate(() => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const bar = document.querySelector('.bar')?.getBoundingClientRect();
    const { top = -1, bottom = -1 } = target?.getBoundingClientRect() ?? {};
    return { text: target?.textContent, top, isFree: !bar || bottom < bar.top || top > bar.bottom };
  });
};

test.each([
  ['', PHONE],
  ['large', PHONE],
  ['larger', { width: 320, height: 740 }],
  ['', { width: 1280, height: 900 }],
] as const)('a tap below the title leads to each part, in print "%s"', async (print, viewport) => {
  const visit = { viewport, ...(print && { print }) };
  await browsing.visit('/policies/di-bao/', visit, async (page) => {
    for (const [name, heading] of [
      ['谁能办', '谁能办'],
      ['怎么办', '怎么办'],
      ['带什么', '带什么'],
      ['打电话', '找谁问'],
    ] as const) {
      const { text, top, isFree } = await tapTo(page, name);
      expect(text).toBe(heading);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(viewport.height / 2);
      expect(isFree).toBe(true);
      await page.evaluate(() => scrollTo(0, 0));
    }
  });
});

test('the distance between parts of a page is larger than between its paragraphs, and a heading is nearer to its own text', async () => {
  const gaps = await browsing.look('/policies/can-ji-bu-tie/', {}, (page) =>
    page.evaluate(() => {
      const boxOf = (element?: Element | null) => element?.getBoundingClientRect() ?? new DOMRect();
      const sections = Array.from(document.querySelectorAll('article section'));
      const paragraph = document.querySelector('.prose p + p');
      return {
        paragraphs: boxOf(paragraph).top - boxOf(paragraph?.previousElementSibling).bottom,
        parts: sections
          // There is no button 读给我听: a phone of the tests has no voice.
          .filter((section) => section.previousElementSibling?.matches(':not(.read-aloud)'))
          .map((section) => boxOf(section).top - boxOf(section.previousElementSibling).bottom),
        heads: sections.map(
          ({ firstElementChild: head }) => boxOf(head?.nextElementSibling).top - boxOf(head).bottom,
        ),
      };
    }),
  );
  expect(gaps.parts.length).toBeGreaterThan(0);
  for (const gap of gaps.parts) {
    expect(gap).toBeGreaterThanOrEqual(48);
    expect(gap).toBeGreaterThan(gaps.paragraphs * 1.2);
  }
  for (const gap of gaps.heads) expect(gap).toBeLessThan(gaps.paragraphs / 2);
});

test('from 960 pixels on, telephone numbers and documents to bring are next to the text and stay in sight', async () => {
  for (const width of [959, 960, 1280]) {
    const viewport = { width, height: 900 };
    await browsing.visit('/policies/di-bao/', { viewport }, async (page) => {
      const [text, side] = await Promise.all(
        ['.doc-top', '.doc-side'].map((part) => page.locator(part).boundingBox()),
      );
      const isBeside = (side?.x ?? 0) >= (text?.x ?? 0) + (text?.width ?? 0);
      expect(isBeside).toBe(width >= 960);
      expect(await page.locator('.side-code').isVisible()).toBe(width >= 960);
      if (!isBeside) return;
      await page.evaluate(() => scrollTo(0, 900));
      const call = await page.locator('.doc-side a[href^="tel:"]').first().boundingBox();
      expect(call?.y).toBeGreaterThan(0);
      expect(call?.y).toBeLessThan(viewport.height);
    });
  }
});

const printed = allAddresses().filter((address) =>
  /^\/(?:notices|stories)\/[^/]+\/$|^\/(?:about|contacts|glossary|how-to-use|accessibility|true-or-fraud)\/$/.test(
    address,
  ),
);

test.each(printed)('%s on paper: no list is separated from its heading', async (address) => {
  for (const print of [undefined, 'large', 'larger'] as const) {
    const torn = await browsing.visit(address, print ? { print } : {}, (page) =>
      findSplitLists(page, [330, 410, 500, 640, 790, 930, 1046]),
    );
    expect(torn).toEqual([]);
  }
});

test('on the printed sheet of a policy each list begins below its own heading', async () => {
  const paper = { viewport: { width: Math.round((190 / 25.4) * 96), height: 1046 } };
  await browsing.visit('/', paper, async (page) => {
    await page.emulateMedia({ media: 'print' });
    for (const address of policies) {
      await page.goto(browsing.url(address));
      const torn = await page.evaluate(() =>
        Array.from(document.querySelectorAll('.sheet-columns .sheet-heading'))
          .filter((head) => {
            const item = head.nextElementSibling?.matches('ul, ol')
              ? head.nextElementSibling.firstElementChild
              : head.nextElementSibling;
            const [own, first] = [head.getBoundingClientRect(), item?.getClientRects()[0]];
            return !first || first.top < own.bottom - 2 || Math.abs(first.left - own.left) > 60;
          })
          .map((head) => head.textContent),
      );
      expect(torn, address).toEqual([]);
    }
  });
});
