/** A cadre gets this week's texts and posters, and prints the sheets for the next home visits. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { useBrowser } from '../support/browse.ts';
import { siteDir } from '../support/built-site.ts';

const browsing = useBrowser();

test('village and audience filter everything, and the address contains the choice', async () => {
  await browsing.visit('/toolkit/', {}, async (page) => {
    const all = await page.locator('[data-policy]:visible').count();
    await page.locator('input[name="audience"][value="can-ji"]').check();
    await page.locator('select[name="place"]').selectOption('tuan-bai');
    const shown = await page.locator('[data-policy]:visible').count();
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(all);
    expect(page.url()).toMatch(/\?place=tuan-bai&audience=can-ji$/);
    await page.reload();
    expect(await page.locator('[data-policy]:visible').count()).toBe(shown);
  });
});

test('no policy is listed twice', async () => {
  await browsing.visit('/toolkit/', {}, async (page) => {
    const slugs = await page
      .locator('[data-sheet]')
      .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
    expect(slugs.length).toBeGreaterThan(3);
    expect(new Set(slugs).size).toBe(slugs.length);
  });
});

test('the ticked policies are printed, each on a sheet, and nothing else', async () => {
  const page = await browsing.open('/about/');
  await page.context().addInitScript('window.print = () => { window.isPrinting = true }');
  await page.goto(browsing.url('/toolkit/'));
  const print = page.getByRole('button', { name: '打印勾上的' });
  expect(await print.isDisabled()).toBe(true);
  const boxes = page.locator('[data-sheet]');
  await boxes.nth(0).check();
  await boxes.nth(2).check();
  expect(await page.locator('[data-said-print]').textContent()).toBe('勾了2个，打2张纸。');
  await print.click();
  // The page's CSP forbids eval, by which waitForFunction polls.
  await expect.poll(() => page.evaluate('window.isPrinting')).toBe(true);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.toolkit').isVisible()).toBe(false);
  expect(await page.locator('h1').isVisible()).toBe(false);
  await page.context().close();
});

test('without a network the printed sheets are offered instead', async () => {
  await browsing.visit('/toolkit/', {}, async (page) => {
    await page.locator('[data-sheet]').first().check();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '打印勾上的' }).click();
    await expect.poll(() => page.locator('[data-said-print]').textContent()).toContain('上门单');
  });
});

test('without scripts everything is listed, with links to texts, pictures and zip, and sheets by audience', async () => {
  await browsing.visit('/toolkit/', { javaScriptEnabled: false }, async (page) => {
    const links = await page
      .locator('main a')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href')));
    for (const file of ['message.txt', 'broadcast.txt', 'sms.txt', 'poster.png', 'qr.png', 'all.zip']) {
      expect(links).toContain(`/share/policies/di-bao/${file}`);
    }
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('h1').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('link', { name: '老人', exact: true }).click();
    expect(await page.locator('.slip').count()).toBeGreaterThan(1);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('本村电话').isVisible()).toBe(true);
  });
});

test('a text of this week is copied with one tap', async () => {
  const page = await browsing.open('/about/');
  await page
    .context()
    .addInitScript(
      `Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text } } })`,
    );
  await page.goto(browsing.url('/digest/'));
  await page.getByRole('button', { name: '复制文字' }).click();
  await expect.poll(() => page.evaluate('window.copied')).toBeTruthy();
  expect(await page.evaluate('window.copied')).toContain('/digest/');
  await page.context().close();
});

test('the zip of a policy contains poster, card, square, code, texts and the printed sheet', () => {
  const files = unzipSync(readFileSync(join(siteDir, 'share/policies/di-bao/all.zip')));
  expect(Object.keys(files).map((name) => name.split('/')[1])).toEqual([
    '海报.png',
    '卡片.png',
    '方图.png',
    '二维码.png',
    '群里发的文字.txt',
    '大喇叭稿.txt',
    '短信.txt',
    '打印单.html',
  ]);
});
