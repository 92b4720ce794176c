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
    await answer(page).waitFor();
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
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('suan-deng-ji');
  });
});

test('a number is typed as people write it, and the address opens with it again', async () => {
  const address = await browsing.visit(PENSION, {}, async (page) => {
    await open(page);
    const field = page.getByLabel('账户里一共有多少元');
    expect(await field.getAttribute('inputmode')).toBe('decimal');
    await field.fill('账户里有１万3千9百元');
    await field.press('Enter');
    expect(await answer(page).textContent()).toContain('按您填的，每月大约263元。');
    expect(await answer(page).textContent()).toContain('自己存的：13900元 ÷ 139 = 100元');
    expect(await answer(page).textContent()).toMatch(/这是估算的[\s\S]*12333/);
    const { pathname, search, hash } = new URL(page.url());
    expect(search).toBe('');
    return pathname + hash;
  });
  await browsing.visit(address, {}, async (page) => {
    await answer(page).waitFor();
    expect(await answer(page).textContent()).toContain('每月大约263元');
  });
});

test('what is unclear or left out is asked again at its question, which gets the focus', async () => {
  await browsing.visit(PENSION, {}, async (page) => {
    await open(page);
    const field = page.getByLabel('账户里一共有多少元');
    for (const [typed, again] of [
      ['', '还没填'],
      ['-5', '最少填 0'],
      ['一万多', '没看明白「一万多」'],
    ] as const) {
      await field.fill(typed);
      await compute(page);
      expect(await page.locator('[role=alert]:visible').textContent()).toContain(again);
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      expect(await answer(page).isVisible()).toBe(false);
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    }
  });
});

test('what reads numbers is loaded by opening the box, and again after a failed download', async () => {
  // A request of the service worker would not be the page's.
  await browsing.visit(PENSION, { serviceWorkers: 'block' }, async (page) => {
    const loaded = () => page.locator('script[src*="-amounts."]').count();
    expect(await loaded()).toBe(0);
    await page.route('**/typed-amounts.*', (route) => route.abort(), { times: 1 });
    const failed = page.waitForEvent('requestfailed');
    await open(page);
    // Before that, opening the box again would wait for the first download.
    await failed;
    expect(await page.locator('#part-amount').textContent()).toContain('自己存的：13900元 ÷ 139 = 100元');
    expect(await page.locator('#part-amount form').isVisible()).toBe(false);
    await open(page);
    await open(page);
    await page.locator('#part-amount form').waitFor();
  });
});

test('the answer is read aloud with the page, the form is not', async () => {
  await browsing.visit(PENSION, {}, async (page) => {
    await open(page);
    await page.getByLabel('账户里一共有多少元').fill('13900');
    await compute(page);
    expect(await answer(page).evaluate((element) => element.closest('[data-unread]'))).toBeNull();
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
    const visit = { viewport, ...(print && { print }) };
    await browsing.visit(DISABLED, visit, async (page) => {
      await open(page);
      await page.getByLabel('没领', { exact: true }).check();
      await page.getByLabel('智力、精神残疾三级或四级').check();
      await compute(page);
      expect(await answer(page).textContent()).toContain('每月大约61元');
      await expectRoomForFingers(page, viewport.width, print ? 60 : 44);
    });
    await browsing.visit(PENSION, visit, async (page) => {
      await open(page);
      await page.getByLabel('账户里一共有多少元').fill('一万三千九百');
      await compute(page);
      expect(await answer(page).textContent()).toContain('每月大约263元');
      await expectRoomForFingers(page, viewport.width, print ? 60 : 44);
    });
  },
);

async function expectRoomForFingers(page: Page, widthPx: number, heightPx: number): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(widthPx);
  const heights = await page
    .locator('#part-amount label.card, #part-amount input:not([type=radio]), #part-amount button')
    .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().height));
  expect(heights.length).toBeGreaterThan(1);
  for (const height of heights) expect(height).toBeGreaterThanOrEqual(heightPx);
}
