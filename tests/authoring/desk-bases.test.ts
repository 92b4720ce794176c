/** The desk of a county that takes documents from its province: shown, made its own in single fields, published, and left out. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../build/content-folder.ts';
import { type CountyClone, cloneCounty } from './bases-fixture.ts';
import { axeFindings, type DeskInBrowser, openDeskInBrowser } from './desk-in-browser.ts';

const top = temporaryFolder();
let county: CountyClone;
let open: DeskInBrowser;

beforeAll(async () => {
  vi.stubEnv('MINGBAI_BASES', join(top, 'bases'));
  county = await cloneCounty(top);
  open = await openDeskInBrowser({ clone: county.folder });
});
afterAll(async () => {
  await open?.close();
  vi.unstubAllEnvs();
  rmSync(top, { recursive: true, force: true });
});

const inherited = () => open.page.locator('section:has(> #inherited-label) .rows li');
const live = (address: string) =>
  readFileSync(join(county.site, address, 'index.html'), 'utf8').replace(/<wbr[^>]*>/g, '');
const pageText = () => open.page.frameLocator('.phone iframe:not(.loading)').locator('main').textContent();
const publish = async (message: string) => {
  const { page } = open;
  await page.getByRole('button', { name: /^发布/ }).first().click();
  await page.getByLabel('用一句话说').fill(message);
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
  await page.getByRole('dialog', { name: '发布了' }).waitFor({ timeout: 120_000 });
  await page.keyboard.press('Escape');
};

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
  expect(await page.locator('.read-only').textContent()).toContain('家里困难，可以申请低保');
  await expect.poll(() => page.locator('.read-only').textContent()).toContain('政务热线');
  expect(await page.locator('main.form input, main.form textarea').count()).toBe(0);
  await expect.poll(pageText).toContain('省里说：哪里都一样。');
  expect(await axeFindings(page)).toEqual([]);
  const before = county.inProvince('policies/di-bao.mdx');
  const { revision } = await desk.call<{ revision: string }>('GET', 'documents/policies/di-bao');
  const edits = [{ path: ['title'], value: '改了上级的' }];
  await desk.call('PUT', 'documents/policies/di-bao', { revision, edits }, 404);
  expect(county.inProvince('policies/di-bao.mdx')).toBe(before);
  expect(county.git('status', '--porcelain')).toBe('');
});

test("a telephone made the county's own is published, and all else of it goes on to come from the province", async () => {
  const { page } = open;
  await open.go('contacts/tel-12345');
  await page.getByRole('button', { name: '改成我们县的' }).click();
  await expect.poll(() => page.locator('#field-phone').isEnabled()).toBe(true);
  expect(await page.locator('#field-phone').inputValue()).toBe('12345');
  await page.locator('#field-phone').fill('0357-5123456');
  await page.locator('[role=status]:not(.saved)').waitFor();
  await open.saved();
  expect(open.text('content/contacts/tel-12345.yml')).toBe('inherits: rest\nphone: 0357-5123456\n');
  expect(await page.locator('.base-words').textContent()).toContain('上级写的是：12345');
  expect(await axeFindings(page)).toEqual([]);
  await page.locator('#field-name').fill('县里的热线');
  await page.locator('[role=status]:not(.saved)').waitFor();
  await page.getByRole('button', { name: '名称照上级的' }).click();
  expect(await page.locator('#field-name').inputValue()).toBe('政务热线');
  await expect
    .poll(() => open.text('content/contacts/tel-12345.yml'))
    .toBe('inherits: rest\nphone: 0357-5123456\n');
  await open.saved();
  await publish('改成县里的电话');
  expect(live('policies/di-bao')).toContain('0357-5123456');
  expect(live('policies/di-bao')).toContain('政务热线');
  expect(live('policies/di-bao')).toContain('省里说：哪里都一样。');
  expect(county.git('status', '--porcelain')).toBe('');
});

test("one paragraph with a name is the county's own, and the base keeps the rest of the body", async () => {
  const { page } = open;
  await open.go('policies/di-bao');
  await page.getByRole('button', { name: '改成我们县的' }).click();
  await page.locator('.ProseMirror').waitFor();
  expect(await page.locator('.ProseMirror').textContent()).not.toContain('<');
  await page.locator('.component.Part p').click();
  await page.keyboard.press('End');
  await page.keyboard.type('也可以去县政务大厅。', { delay: 10 });
  await expect
    .poll(() => open.text('content/policies/di-bao.mdx'))
    .toBe(
      '---\ninherits: rest\n---\n\n<Part name="在哪里办">\n\n去乡镇政府。也可以去县政务大厅。\n\n</Part>\n',
    );
  await expect.poll(pageText).toContain('也可以去县政务大厅。');
  expect(await pageText()).toContain('省里说：哪里都一样。');
  await open.saved();
});

test('the county gives its own words up, and has those of the province again', async () => {
  const { page } = open;
  await page.getByRole('button', { name: '不要我们的，照上级的' }).click();
  await page.getByRole('button', { name: '照上级的', exact: true }).click();
  await page.getByRole('button', { name: '改成我们县的' }).waitFor();
  await expect.poll(pageText).not.toContain('也可以去县政务大厅。');
  expect(county.git('status', '--porcelain')).toBe('');
});

test('a page that the county does without goes on to answer at its address, and can be had again', async () => {
  const { page } = open;
  await open.go('pages/zen-me-ban');
  await page.getByRole('button', { name: '我们县不用' }).click();
  expect(await page.getByRole('button', { name: '不用这一篇' }).isDisabled()).toBe(true);
  await page.getByLabel('没有接着管的').fill('我们县另有办法，请打政务热线。');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '不用这一篇' }).click();
  await page.getByRole('heading', { name: '不会写字怎么办' }).waitFor();
  await page.getByText('我们县不用，网站上没有它').waitFor();
  await page.getByRole('link', { name: '全部' }).click();
  await page.getByText('上级有，我们不用').waitFor();
  await page.getByRole('button', { name: /^发布（/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
  await page.getByRole('dialog', { name: '发布了' }).waitFor({ timeout: 120_000 });
  await page.keyboard.press('Escape');
  expect(live('zen-me-ban')).toContain('我们县另有办法');
  await open.go('pages/zen-me-ban');
  await page.getByRole('button', { name: '不要我们的，照上级的' }).click();
  await page.getByRole('button', { name: '照上级的', exact: true }).click();
  await page.getByRole('button', { name: '改成我们县的' }).waitFor();
  expect(open.text('content/addresses.yml')).not.toContain('withdrawn:');
});

test('what the province changed of what the county has its own is told at the field, until a person has looked', async () => {
  const { page } = open;
  await open.go('');
  await county.changeProvince({
    'contacts/tel-12345.yml': county
      .inProvince('contacts/tel-12345.yml')
      .replace('phone: 12345', 'phone: 12346'),
  });
  await page.getByText('上级改了，请看一看').waitFor();
  await open.go('contacts/tel-12345');
  const finding = page.locator('#field-phone-findings');
  await finding.waitFor();
  expect(await finding.textContent()).toContain(
    '上级原来：「12345」；上级现在：「12346」；这里：「0357-5123456」',
  );
  expect(await finding.textContent()).not.toContain('npx');
  expect(await page.locator('.base-words').textContent()).toContain('上级写的是：12346');
  expect(await axeFindings(page)).toEqual([]);
  await finding.getByRole('button', { name: '看过了' }).click();
  await finding.waitFor({ state: 'detached' });
  expect(open.text('content/contacts/tel-12345.yml')).toBe('inherits: rest\nphone: 0357-5123456\n');
  expect(county.git('status', '--porcelain')).toBe('');
  await open.go('');
  await page.getByRole('button', { name: /^发布（/ }).waitFor();
  expect(await page.getByText('上级改了，请看一看').count()).toBe(0);
});

test.each([
  ['a computer', 1280, 800],
  ['a telephone', 360, 740],
])('nothing is wider than the screen on %s', async (_, width, height) => {
  const { page } = open;
  await page.setViewportSize({ width, height });
  for (const address of ['', 'policies/di-bao', 'contacts/tel-12345']) {
    await open.go(address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(width);
  }
});

test('no word of programmers is shown', async () => {
  const words = /提交|分支|仓库|推送|合并|commit|git|inherits|extends|[Mm]arkdown|MDX/;
  for (const address of ['', 'policies/di-bao', 'contacts/tel-12345']) {
    await open.go(address);
    expect(await open.page.locator('body').textContent(), address).not.toMatch(words);
  }
});
