/** The desk of a county that takes documents from its province: it shows them beside its own. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countyFiles, provinceFiles } from './bases-fixture.ts';
import { axeFindings, type DeskInBrowser, openDeskInBrowser } from './desk-in-browser.ts';

let open: DeskInBrowser;

beforeAll(async () => {
  open = await openDeskInBrowser({ own: countyFiles, beside: provinceFiles });
});
afterAll(() => open?.close());

const inherited = () => open.page.locator('section:has(> #inherited-label) .rows li');

test('an editor finds what the county takes from the province apart from its own, by the same search', async () => {
  const { page } = open;
  await page.getByRole('searchbox').fill('低保');
  await expect.poll(() => inherited().count()).toBe(1);
  expect(await inherited().first().textContent()).toContain('家里困难，可以申请低保来自上级：示例省明白纸');
  expect(await page.locator('.count').textContent()).toBe('我们的 0 篇，上级的 1 篇');
  await page.getByRole('searchbox').fill('我们县');
  await expect.poll(() => page.locator('.rows li').count()).toBe(1);
  expect(await page.getByRole('button', { name: '没有要发布的' }).isDisabled()).toBe(true);
  await page.getByRole('searchbox').fill('');
  expect(await axeFindings(page)).toEqual([]);
});

test('what comes from the province is read beside its real page, says where it comes from, and cannot be changed', async () => {
  const { page, desk } = open;
  await open.go('policies/di-bao');
  expect(await page.locator('.origin').textContent()).toContain('上级（示例省明白纸）写的');
  expect(await page.locator('#field-title').isDisabled()).toBe(true);
  expect(await page.locator('#field-title').inputValue()).toBe('家里困难，可以申请低保');
  await expect
    .poll(() => page.frameLocator('.phone iframe').locator('main').textContent())
    .toContain('省里说：哪里都一样。');
  expect(await axeFindings(page)).toEqual([]);
  const { revision } = await desk.call<{ revision: string }>('GET', 'documents/policies/di-bao');
  const edits = [{ path: ['title'], value: '改了上级的' }];
  await desk.call('PUT', 'documents/policies/di-bao', { revision, edits }, 404);
  expect(open.text('province/policies/di-bao.mdx')).toBe(provinceFiles['province/policies/di-bao.mdx']);
});
