/** 算一算: a villager answers what is asked and reads the amount with its steps; a cadre sends it; without scripts the rules stand there. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from '../support/browse.ts';

const browsing = useBrowser();
const PHONE = { width: 360, height: 740 };
const DISABLED = '/policies/can-ji-bu-tie/';
const PENSION = '/policies/yang-lao-bao-xian/';
const compute = (page: Page) => page.getByRole('button', { name: '算一算' }).click();
const open = (page: Page) => page.locator('#part-amount summary').click();
const answer = (page: Page) => page.locator('[data-answer]');

test('two taps and the button give the amount with its steps, as an estimate with whom to ring', async () => {
  await browsing.visit(DISABLED, {}, async (page) => {
    await open(page);
    await page.getByLabel('领着', { exact: true }).check();
    await page.getByLabel('一级或二级').check();
    await compute(page);
    const text = await answer(page).textContent();
    expect(text).toContain('按您填的，每月大约244元。');
    expect(text).toContain('生活补贴：领着，每月122元');
    expect(text).toContain('加起来：122元 + 122元 = 244元');
    expect(await page.locator('#part-amount').textContent()).toMatch(/估算[\s\S]*12345/);
  });
});

test('the address that a cadre sends opens with the same answer, and no server sees it', async () => {
  const address = await browsing.visit(DISABLED, {}, async (page) => {
    await open(page);
    await page.getByLabel('没领', { exact: true }).check();
    await page.getByLabel('一级或二级').check();
    await compute(page);
    const { pathname, search, hash } = new URL(page.url());
    expect(search).toBe('');
    return pathname + hash;
  });
  await browsing.visit(address, {}, async (page) => {
    expect(await answer(page).isVisible()).toBe(true);
    expect(await answer(page).textContent()).toContain('每月大约122元');
  });
});

test('a question left out is asked again and gets the focus', async () => {
  await browsing.visit(DISABLED, {}, async (page) => {
    await open(page);
    await page.getByLabel('领着', { exact: true }).check();
    await compute(page);
    expect(await page.locator('[role=alert]:visible').count()).toBe(1);
    expect(await answer(page).isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('amount-deng-ji');
  });
});

test('an amount of typed numbers has its rule and its example to read, and no script', async () => {
  await browsing.visit(PENSION, {}, async (page) => {
    await open(page);
    expect(await page.locator('#part-amount').textContent()).toContain('自己存的：13900元 ÷ 139 = 100元');
    expect(await page.locator('script[src*="/amounts."]').count()).toBe(0);
  });
});

test('without scripts the rules and the worked examples stand there, and no field that does nothing', async () => {
  await browsing.visit(DISABLED, { javaScriptEnabled: false }, async (page) => {
    const text = await page.locator('#part-amount').textContent();
    expect(text).toContain('护理补贴：一级或二级，每月122元');
    expect(text).toMatch(/老赵家[\s\S]*每月大约244元/);
    expect(await page.locator('#part-amount input:visible').count()).toBe(0);
  });
});

test.each([
  ['', PHONE],
  ['larger', { width: 320, height: 740 }],
] as const)(
  'nothing is wider than the screen, and each answer is as high as a finger, in print "%s"',
  async (print, viewport) => {
    await browsing.visit(DISABLED, { viewport, ...(print && { print }) }, async (page) => {
      await open(page);
      await page.getByLabel('没领', { exact: true }).check();
      await page.getByLabel('智力、精神残疾三级或四级').check();
      await compute(page);
      expect(await answer(page).textContent()).toContain('每月大约61元');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
      const heights = await page
        .locator('#part-amount label')
        .evaluateAll((labels) => labels.map((label) => label.getBoundingClientRect().height));
      for (const height of heights) expect(height).toBeGreaterThanOrEqual(print ? 60 : 44);
    });
  },
);
