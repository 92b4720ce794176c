/** Records and single files at the desk: begun, filled in, read from a spreadsheet, and compared with the others. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordCollections } from '../../src/schema/collection-name.ts';
import { axeFindings, type DeskInBrowser, openDeskInBrowser } from './desk-in-browser.ts';

const finder =
  '# 首页上问的\n- id: who\n  ask: 您家有谁？ # 头一个\n  choices:\n    - id: lao-ren\n      label: 有老人\n      audiences: [lao-ren]\n';
let open: DeskInBrowser;
beforeAll(async () => {
  open = await openDeskInBrowser({ files: { 'finder.yml': finder } });
});
afterAll(() => open?.close());

const field = (path: string) => open.page.locator(`[id="field-${path}"]`);

test.each(recordCollections)(
  'a new file of %s is begun with a name from its title, and says at each field what it lacks',
  async (collection) => {
    const { page } = open;
    await open.go('');
    await page.getByLabel('新建一个').selectOption(collection);
    await page.locator('form.new .wide input').fill('石口村');
    await expect.poll(() => page.locator('.slug input').inputValue()).toBe('shi-kou-cun');
    await page.getByRole('button', { name: '开始写' }).click();
    await page.locator('.summary.error').waitFor();
    expect(page.url()).toContain(`#/${collection}/shi-kou-cun`);
    expect(open.text(`content/${collection}/shi-kou-cun.yml`)).toContain('石口村');
    const missing = await page.locator('.field.invalid .findings').allTextContents();
    expect(missing.length).toBeGreaterThan(0);
    expect(missing.join('')).not.toMatch(/[a-z]+: |（\w+）/);
    expect(await page.locator('main.form h1').textContent()).toBe('石口村');
    expect(await axeFindings(page)).toEqual([]);
  },
);

test('a record is finished at its form, and shown on its page beside it', async () => {
  const { page } = open;
  await open.go('places/shi-kou-cun');
  await field('kind').selectOption('county');
  await open.saved();
  await page.locator('.summary.good').waitFor();
  expect(open.text('content/places/shi-kou-cun.yml')).toBe(
    '# 地方：县、乡镇和村。\nid: shi-kou-cun\nname: 石口村\nkind: county\n',
  );
  const frame = page.frameLocator('iframe').last();
  await frame.getByRole('heading', { name: '石口村', level: 1 }).waitFor();
});

test("the site's name and telephone are changed at their form, beside the home page, and nothing else in the file", async () => {
  const { page } = open;
  await open.go('site/site');
  await field('name').fill('改名的明白纸');
  await field('telephone').fill('12345');
  await expect
    .poll(() => open.text('content/site.yml'))
    .toBe('name: 改名的明白纸\nurl: https://www.county.example/\ntelephone: "12345"\n');
  const frame = page.frameLocator('iframe').last();
  await frame.locator('header', { hasText: '改名的明白纸' }).first().waitFor();
  await field('url').fill('没有这样的网址');
  await page.locator('.field.invalid label', { hasText: '网站地址' }).waitFor();
  await field('url').fill('https://www.county.example/');
  await open.saved();
});

test('a question of the finder is changed and another one added, with the comments and the rest as they were', async () => {
  const { page } = open;
  await open.go('finder/finder');
  await field('questions-0-ask').fill('您家里有谁？');
  await expect.poll(() => open.text('content/finder.yml')).toBe(finder.replace('您家有谁', '您家里有谁'));
  await field('questions').locator('> .button', { hasText: '加一项' }).click();
  await field('questions-1-ask').fill('遇上了什么事？');
  await field('questions-1-id').fill('what');
  await expect.poll(() => open.text('content/finder.yml')).toContain('遇上了什么事？');
  expect(open.text('content/finder.yml')).toContain(finder.replace('您家有谁', '您家里有谁').trimEnd());
  await page.locator('.field.invalid', { hasText: '选项' }).first().waitFor();
});

test('a list of telephones becomes records, its columns by their headings, where unsure by the choice of the editor', async () => {
  const { page } = open;
  await open.go('');
  const rows = '哪里,值班号\n对竹镇便民服务中心,0357-5123456\n永安镇卫生院,0357-5123457\n李四,13812345678\n';
  const upload = page.getByLabel('选一个文件读进来');
  await upload.setInputFiles({ name: '电话.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByLabel('一行是一个').selectOption('contacts');
  await dialog.getByRole('button', { name: '一行做成一个' }).click();
  await expect.poll(() => dialog.getByRole('alert').textContent()).toContain('还没说清');
  await dialog.getByLabel('哪里当作').selectOption({ label: '单位' });
  await dialog.getByLabel('值班号当作').selectOption({ label: '电话' });
  await dialog.getByRole('button', { name: '一行做成一个' }).click();
  await dialog.getByRole('heading', { name: '做好了 2 个' }).waitFor();
  expect(await dialog.textContent()).toContain('手机号');
  await page.keyboard.press('Escape');
  await page.locator('.rows li', { hasText: '永安镇卫生院' }).waitFor();
  expect(open.text('content/contacts/yong-an-zhen-wei-sheng-yuan.yml')).toContain('phone: 0357-5123457');
});

test('a price list becomes a table in a draft', async () => {
  const { page } = open;
  await open.go('');
  const rows = '品种,单价（元）\n核桃苗,5\n连翘苗,3\n';
  const upload = page.getByLabel('选一个文件读进来');
  await upload.setInputFiles({ name: '苗木价格.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
  await page.getByRole('button', { name: /做成一篇草稿里的表格/ }).click();
  await page.locator('.ProseMirror td', { hasText: '连翘苗' }).waitFor();
});

test('what only a comparison with other files finds comes to its field a moment later, from the text that is not saved', async () => {
  const { page } = open;
  await open.go('contacts/yong-an-zhen-wei-sheng-yuan');
  await field('name').fill('政务热线');
  await field('phone').fill('12345');
  await page.locator('.field:has(> #field-name) .findings', { hasText: '已经有一样的' }).waitFor();
  await field('name').fill('永安镇卫生院');
  await page.locator('.findings', { hasText: '已经有一样的' }).waitFor({ state: 'detached' });
});
