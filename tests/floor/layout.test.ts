/** A finger hits what it aims at, text is large enough, and no page has to be pushed sideways. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { floor } from '../../src/documents/floor.ts';
import { useBrowser } from '../site/browse.ts';
import { allAddresses, onePageOfEachType } from '../site/built-site.ts';

const browsing = useBrowser();

/** Pixels by which a page is wider than the screen. */
const overhang = (page: Page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    return document.documentElement.scrollWidth - document.documentElement.clientWidth;
  });

/** Targets smaller than `least`, save links inside a sentence, which line height keeps apart (WCAG 2.5.8). */
const smallTargets = (page: Page, least: number) =>
  page.evaluate((side) => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    const inSentence = (element: Element) => {
      const around = element.closest('p, li, dd, dt, td');
      return (
        getComputedStyle(element).display === 'inline' &&
        around !== null &&
        (around.textContent ?? '').trim().length > (element.textContent ?? '').trim().length
      );
    };
    // A label is a target of its own where what it labels is too small to be one: a tick box.
    const targets =
      'a, button, summary, select, input:not([type=checkbox], [type=radio], [type=hidden]), label';
    return Array.from(document.querySelectorAll<HTMLElement>(targets))
      .filter(
        (element) => !element.matches('label') || element.querySelector('[type=checkbox], [type=radio]'),
      )
      .filter((element) => element.offsetParent !== null || getComputedStyle(element).position === 'fixed')
      .filter((element) => !inSentence(element) && !element.matches('.skip'))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.height < side - 0.5 || box.width < side - 0.5)
      .map(
        ({ element, box }) => `${element.tagName} ${element.textContent?.trim()} ${box.width}×${box.height}`,
      );
  }, least);

describe.each(onePageOfEachType())('%s', (_, address) => {
  test('can be hit with a finger', async () => {
    expect(await browsing.look(address, {}, (page) => smallTargets(page, floor.targetPx.normal))).toEqual([]);
  });

  test('can be hit with an old finger in large print', async () => {
    const visit = { print: 'large' as const };
    expect(await browsing.look(address, visit, (page) => smallTargets(page, floor.targetPx.large))).toEqual(
      [],
    );
  });

  test.each([
    ['at 360 pixels', 360, undefined],
    ['at 320 pixels', 320, undefined],
    ['at 360 pixels in large print', 360, 'large' as const],
    ['at 320 pixels in the largest print', 320, 'larger' as const],
  ])('is not pushed sideways %s', async (_width, width, print) => {
    const visit = { viewport: { width, height: 740 }, ...(print && { print }) };
    expect(await browsing.look(address, visit, overhang)).toBe(0);
  });

  test('holds when a chat app makes all text 1.7 times as large', async () => {
    const setSize = (page: Page, size: string) =>
      page.evaluate((fontSize) => {
        document.documentElement.style.fontSize = fontSize;
      }, size);
    const wide = await browsing.look(address, {}, async (page) => {
      await setSize(page, `${18 * 1.7}px`);
      const found = await overhang(page);
      await setSize(page, '');
      return found;
    });
    expect(wide).toBe(0);
  });
});

test.each(allAddresses())('%s is not pushed sideways', async (address) => {
  expect(await browsing.look(address, {}, overhang)).toBe(0);
});

test.each([
  ['18 px', undefined, floor.textPx.normal],
  ['24 px in large print', 'large' as const, floor.textPx.large],
  ['30 px in the largest', 'larger' as const, floor.textPx.larger],
])('text is %s, with air between lines and paragraphs', async (_, print, size) => {
  const found = await browsing.look('/policies/di-bao/', print ? { print } : {}, (page) =>
    page.evaluate(() => {
      const paragraph = document.querySelector('.prose p:not(.gloss) + p:not(.gloss)') ?? document.body;
      const style = getComputedStyle(paragraph);
      return {
        size: parseFloat(style.fontSize),
        line: parseFloat(style.lineHeight),
        space: parseFloat(style.marginTop),
      };
    }),
  );
  expect(found.size).toBeCloseTo(size, 1);
  expect(found.line / found.size).toBeGreaterThanOrEqual(floor.lineHeight);
  expect(found.space / found.line).toBeGreaterThanOrEqual(floor.paragraphSpace - 0.001);
});
