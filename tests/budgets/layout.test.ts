/** Targets are large enough for a finger, text is large enough, and no page scrolls sideways. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { budgets } from '../../src/documents/budgets.ts';
import { useBrowser } from '../support/browse.ts';
import { allAddresses, onePageOfEachType } from '../support/built-site.ts';
import { sidewaysScrollPx, smallTargets } from './page-checks.ts';

const browsing = useBrowser();

describe.each(onePageOfEachType())('%s', (_, address) => {
  test('has targets large enough for a finger', async () => {
    expect(await browsing.look(address, {}, (page) => smallTargets(page, budgets.targetPx.normal))).toEqual(
      [],
    );
  });

  test('has targets large enough for an old finger in large print', async () => {
    const visit = { print: 'large' as const };
    expect(await browsing.look(address, visit, (page) => smallTargets(page, budgets.targetPx.large))).toEqual(
      [],
    );
  });

  test.each([
    ['at 360 pixels', 360, undefined],
    ['at 320 pixels', 320, undefined],
    ['at 360 pixels in large print', 360, 'large' as const],
    ['at 320 pixels in the largest print', 320, 'larger' as const],
  ])('does not scroll sideways %s', async (_width, width, print) => {
    const visit = { viewport: { width, height: 740 }, ...(print && { print }) };
    expect(await browsing.look(address, visit, sidewaysScrollPx)).toBe(0);
  });

  test('does not scroll sideways when a chat app makes all text 1.7 times as large', async () => {
    const setSize = (page: Page, size: string) =>
      page.evaluate((fontSize) => {
        document.documentElement.style.fontSize = fontSize;
      }, size);
    const wide = await browsing.look(address, {}, async (page) => {
      await setSize(page, `${18 * 1.7}px`);
      const found = await sidewaysScrollPx(page);
      await setSize(page, '');
      return found;
    });
    expect(wide).toBe(0);
  });
});

test.each(allAddresses())('%s does not scroll sideways', async (address) => {
  expect(await browsing.look(address, {}, sidewaysScrollPx)).toBe(0);
});

test.each([
  ['18 px', undefined, budgets.textPx.normal],
  ['24 px in large print', 'large' as const, budgets.textPx.large],
  ['30 px in the largest', 'larger' as const, budgets.textPx.larger],
])('text is %s, with space between lines and paragraphs', async (_, print, size) => {
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
  expect(found.line / found.size).toBeGreaterThanOrEqual(budgets.lineHeight);
  expect(found.space / found.line).toBeGreaterThanOrEqual(budgets.paragraphSpace - 0.001);
});
