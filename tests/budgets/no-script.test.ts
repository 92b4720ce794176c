/** Without JavaScript every page is whole: its text, its lists, its links; and it shows no control that does nothing. */
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browse.ts';
import { onePageOfEachType } from '../support/built-site.ts';

const browsing = useBrowser();
const without = { javaScriptEnabled: false };

describe.each(onePageOfEachType())('%s', (_, address) => {
  test('shows its title and its text', async () => {
    await browsing.look(address, without, async (page) => {
      expect(await page.locator('h1').textContent()).not.toBe('');
      expect((await page.locator('main').textContent())?.length).toBeGreaterThan(40);
      expect(await page.locator('.bar a').count()).toBe(4);
    });
  });

  test('has no button that does nothing', async () => {
    await browsing.look(address, without, async (page) => {
      // A form works without scripts: its button leads to the search.
      expect(await page.locator('button:visible:not(form[action] [type=submit])').count()).toBe(0);
      expect(await page.locator('select:visible').count()).toBe(0);
    });
  });
});

test('a villager gets from home to a policy and its telephone by links alone', async () => {
  await browsing.visit('/', without, async (page) => {
    await page.getByRole('link', { name: '残疾人', exact: true }).click();
    await page.getByRole('link', { name: /补贴/ }).first().click();
    expect(await page.locator('h1').textContent()).toContain('残疾');
    expect(await page.locator('a[href^="tel:"]').first().getAttribute('href')).toMatch(/^tel:\d+$/);
  });
});

test('policies are filtered by plain pages', async () => {
  await browsing.visit('/policies/', without, async (page) => {
    await page.getByText('按「能不能办」找').click();
    await page.getByRole('link', { name: '已经结束', exact: true }).click();
    expect(new URL(page.url()).pathname).toBe('/policies/status/ended/');
    expect(await page.locator('main .card').count()).toBe(1);
  });
});

test('past notices unfold', async () => {
  await browsing.visit('/notices/', without, async (page) => {
    await page.getByText('已经过去的').click();
    expect(await page.locator('[data-list="past"] .card:visible').count()).toBeGreaterThan(0);
  });
});
