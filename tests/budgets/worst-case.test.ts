/**
 * Content with every field at its limit is within the budgets: on small screens in every text size, by finger, keyboard and screen
 * reader, in Chromium 80, without scripts, and on paper.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Served } from '../../scripts/serve/server.ts';
import { budgets } from '../../src/documents/budgets.ts';
import { launchOldChromium, type OldBrowser } from '../browsers/old-chromium.ts';
import { useBrowser } from '../support/browse.ts';
import { filesOf, serveSite } from '../support/built-site.ts';
import {
  axeSource,
  axeViolations,
  invalidHtml,
  STYLE_RULES,
  sidewaysScrollPx,
  smallTargets,
} from './page-checks.ts';
import { buildWorstCase, listPages, worstCasePages } from './worst-case/site.ts';

const browsing = useBrowser({ dir: buildWorstCase, script: axeSource });

/** Tables whose box is wider than the screen, that do not scroll in it, or that do not say so; cells too narrow to read. */
const badTables = (page: Page) =>
  page.evaluate(() => {
    const screen = document.documentElement.clientWidth;
    return Array.from(document.querySelectorAll<HTMLTableElement>('main table')).flatMap((table) => {
      const box = table.parentElement ?? table;
      const name = `${table.rows[0]?.textContent.slice(0, 12)}`;
      const isWider = table.scrollWidth > box.clientWidth + 1;
      const em = parseFloat(getComputedStyle(table).fontSize);
      const narrow = Array.from(table.querySelectorAll<HTMLElement>('th, td')).filter((cell) => {
        const style = getComputedStyle(cell);
        const room = cell.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
        const range = document.createRange();
        range.selectNodeContents(cell);
        return range.getBoundingClientRect().height > em * 2.5 && room < em * 3.9;
      });
      return [
        ...(box.getBoundingClientRect().right > screen ? [`${name}: its box is cut off`] : []),
        ...(isWider && getComputedStyle(box).overflowX !== 'auto' ? [`${name}: does not move`] : []),
        ...(isWider === box.hasAttribute('tabindex') ? [] : [`${name}: focus without need, or none`]),
        ...(isWider === /滑动/.test(box.getAttribute('aria-label') ?? '') ? [] : [`${name}: says wrongly`]),
        ...narrow.map((cell) => `${name}: ${cell.textContent.slice(0, 12)} has too few characters a line`),
      ];
    });
  });

describe.each(worstCasePages)('%s with every field at its limit', (_, address) => {
  test.each([
    ['at 360 pixels', 360, undefined],
    ['at 320 pixels', 320, undefined],
    ['at 360 pixels in large print', 360, 'large' as const],
    ['at 320 pixels in large print', 320, 'large' as const],
    ['at 360 pixels in the largest print', 360, 'larger' as const],
    ['at 320 pixels in the largest print', 320, 'larger' as const],
  ])('does not scroll sideways %s, and its tables scroll on their own', async (_width, width, print) => {
    const visit = { viewport: { width, height: 740 }, ...(print && { print }) };
    await browsing.look(address, visit, async (page) => {
      expect(await sidewaysScrollPx(page)).toBe(0);
      expect(await badTables(page)).toEqual([]);
    });
  });

  test('is accessible to all, in light and in dark mode', async () => {
    expect(await browsing.look(address, {}, axeViolations)).toEqual([]);
    const dark = { colorScheme: 'dark', print: 'large' } as const;
    expect(await browsing.look(address, dark, (page) => axeViolations(page, STYLE_RULES))).toEqual([]);
  });

  test('has targets large enough for a finger', async () => {
    const large = { print: 'large' as const };
    expect(await browsing.look(address, {}, (page) => smallTargets(page, budgets.targetPx.normal))).toEqual(
      [],
    );
    expect(await browsing.look(address, large, (page) => smallTargets(page, budgets.targetPx.large))).toEqual(
      [],
    );
  });

  test('is whole without scripts: its wide tables scroll and are reached by keyboard', async () => {
    await browsing.look(address, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('button:visible').count()).toBe(0);
      const box = page.locator('.table-wide').first();
      expect(await box.getAttribute('tabindex')).toBe('0');
      expect(await box.getAttribute('aria-label')).toContain('滑动');
    });
  });

  test('is complete on paper: no column and no number of a list is cut off', async () => {
    await browsing.visit(address, { viewport: PAPER }, async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await cutOff(page)).toEqual([]);
    });
  });
});

/** A4 minus its margins, in CSS pixels. */
const PAPER = { width: Math.round((190 / 25.4) * 96), height: Math.round((277 / 25.4) * 96) };

/** Content outside of the paper: elements, and list numbers that are wider than the padding of their list. */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    const paper = document.documentElement.clientWidth;
    const pen = document.createElement('canvas').getContext('2d');
    const isSeen = (element: Element) => element.getClientRects().length > 0;
    const beside = Array.from(document.querySelectorAll('body *'))
      .filter((element) => isSeen(element) && getComputedStyle(element).position !== 'absolute')
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < -1 || right > paper + 1;
      })
      .map((element) => `${element.tagName} ${element.textContent?.slice(0, 20)}`);
    const lists = Array.from(document.querySelectorAll('ol')).filter(isSeen);
    const numbers = lists.flatMap((list) => {
      const style = getComputedStyle(list);
      if (style.listStyleType === 'none' || style.listStylePosition === 'inside' || !pen) return [];
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const last = `${list.start + list.children.length - 1}. `;
      // In a nested list they extend into the padding of the outer one.
      let room = 0;
      for (let each: Element | null = list; each; each = each.parentElement?.closest('ol, ul') ?? null) {
        room += parseFloat(getComputedStyle(each).paddingLeft);
      }
      return pen.measureText(last).width > room ? [`number ${last} needs more than ${room}`] : [];
    });
    return [...beside, ...numbers];
  });

test('a policy of 45 steps and 12 telephone numbers is one sheet, which says what it omits', async () => {
  await browsing.visit('/policies/worst/', { viewport: PAPER }, async (page) => {
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: 'print' });
    const sheet = page.locator('.sheet');
    const [columns, call, whole] = await Promise.all(
      ['.sheet-columns', '.sheet-call', '.sheet'].map((part) => page.locator(part).boundingBox()),
    );
    expect((columns?.y ?? 0) + (columns?.height ?? 0)).toBeLessThanOrEqual(call?.y ?? 0);
    expect((call?.y ?? 0) + (call?.height ?? 0)).toBeLessThanOrEqual((whole?.y ?? 0) + (whole?.height ?? 0));
    const told = await sheet.locator('.sheet-columns ol > li').count();
    const text = (await sheet.textContent()) ?? '';
    expect(text).toContain(`后面还有${45 - told}步，扫一扫看全文`);
    expect(text).toContain('还有8个电话，扫一扫看全文');
  });
});

test.each(listPages)('%s does not scroll sideways with documents at their limits', async (_, address) => {
  const largest = { viewport: { width: 320, height: 740 }, print: 'larger' as const };
  expect(await browsing.look(address, {}, sidewaysScrollPx)).toBe(0);
  expect(await browsing.look(address, largest, sidewaysScrollPx)).toBe(0);
});

test('every page is valid HTML', async () => {
  expect(await invalidHtml(buildWorstCase())).toEqual([]);
});

test('no page exceeds the limit in HTML and CSS', () => {
  const sizeOf = (file: string) => gzipSync(readFileSync(join(buildWorstCase(), file)), { level: 9 }).length;
  const style = filesOf('.css', buildWorstCase()).reduce((sum, file) => sum + sizeOf(file), 0);
  const heavy = worstCasePages.filter(
    ([, address]) => sizeOf(`${address}index.html`) + style > budgets.pageBytes,
  );
  expect(heavy).toEqual([]);
});

describe('on a phone of 2020', () => {
  let browser: OldBrowser;
  let served: Served;
  beforeAll(async () => {
    served = await serveSite(buildWorstCase());
    browser = await launchOldChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  test.each(worstCasePages)(
    '%s with every field at its limit does not scroll sideways, and its tables scroll',
    async (_, address) => {
      const page = await browser.newPage();
      for (const [width, size] of [
        [360, ''],
        [320, 'larger'],
      ] as const) {
        await page.setViewport({ width, height: 740 });
        await page.goto(new URL(address, served.url).href);
        await page.evaluate(`localStorage.setItem('mingbai:size', '${size}')`);
        await page.reload();
        const found = await page.evaluate<{
          overhang: number;
          boxes: number;
          moving: number;
          narrowest: number;
        }>(`(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true;
        const boxes = Array.from(document.querySelectorAll('.table-wide'));
        return {
          overhang: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          boxes: boxes.length,
          moving: boxes.filter((box) => box.scrollWidth > box.clientWidth && getComputedStyle(box).overflowX === 'auto').length,
        };
      })()`);
        expect(found, `${width} ${size}`).toEqual({ overhang: 0, boxes: found.boxes, moving: found.boxes });
        expect(found.boxes).toBeGreaterThan(4);
      }
      await page.close();
    },
  );
});
