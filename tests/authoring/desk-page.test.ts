/** The page of the editing desk as an editor uses it: with the keyboard alone, on a small screen, with a screen reader's tree. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectDir } from '../../src/settings.ts';
import { launchCurrentChromium } from '../browsers/current-chromium.ts';
import { onePolicy, site, temporaryFolder, writeFiles } from '../build/content-folder.ts';
import { axeFindings, startHistory } from './desk-in-browser.ts';

const folder = temporaryFolder();
const content = join(folder, 'content');
const policy = Object.keys(onePolicy).find((file) => file.startsWith('policies/')) ?? '';
const fileText = () => readFileSync(join(content, policy), 'utf8');
let child: ChildProcess;
let browser: Browser;
let page: Page;
let address = '';

beforeAll(async () => {
  writeFiles(content, { ...site, ...onePolicy });
  startHistory(folder);
  const args = [join(projectDir, 'scripts', 'mingbai.ts'), 'edit', '--no-open', '--content', content];
  child = spawn(process.execPath, [...args, '--today', '2026-11-24'], {
    cwd: projectDir,
    env: { ...process.env, PORT: '0' },
  });
  address = await new Promise<string>((resolve) => {
    let said = '';
    child.stdout?.on('data', (data) => {
      said += data;
      const url = /打开：(http\S+)/.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
  browser = await launchCurrentChromium();
  page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  page.setDefaultTimeout(20_000);
});
afterAll(async () => {
  await browser?.close();
  child?.kill('SIGINT');
  rmSync(folder, { recursive: true, force: true });
});

const saved = () => page.locator('[role=status].saved').waitFor();

test('an editor finds a document and opens it with the keyboard alone', async () => {
  await page.goto(address);
  await page.getByRole('searchbox').fill('没有的字');
  await expect.poll(() => page.locator('.rows li').count()).toBe(0);
  await page.getByRole('searchbox').fill('');
  await page.getByLabel('哪一类').last().selectOption('policies');
  expect(await axeFindings(page)).toEqual([]);
  await page.locator('.rows a').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('.ProseMirror').waitFor();
});

test('a typed title is saved by itself, and no other line of the file changes', async () => {
  const before = fileText().split('\n');
  await page.locator('#field-title').fill('改过的题目');
  await page.locator('[role=status]:not(.saved)').waitFor();
  await saved();
  const after = fileText().split('\n');
  expect(after.filter((line, index) => line !== before[index])).toEqual(['title: 改过的题目']);
  expect(after.length).toBe(before.length);
  await page.keyboard.press('Control+z');
  await expect.poll(() => fileText().split('\n')).toEqual(before);
});

test('the changed page is shown before its last picture has arrived, and until then the one before', async () => {
  const titleIn = (frame: string) => page.frameLocator(frame).locator('h1').textContent();
  const shown = '.phone iframe:not(.loading)';
  const before = await titleIn(shown);
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/never.png', () => undefined);
  await page.route('**/draft/**/policies/**', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('<main', '<img src="never.png" alt=""><main');
    await held;
    await route.fulfill({ response, body });
  });
  await page.locator('#field-title').fill('图片还没到');
  await page.locator('.phone iframe.loading').waitFor({ state: 'attached' });
  expect(await titleIn(shown)).toBe(before);
  answer();
  await expect.poll(() => titleIn(shown), { timeout: 15_000 }).toBe('图片还没到');
  expect(await page.locator('.phone iframe').count()).toBe(1);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await saved();
});

test('a finding that a rule is certain of is put right by one press, and the file changes with the form', async () => {
  const summary = page.locator('#field-summary');
  const before = await summary.inputValue();
  await summary.fill('收入低的人家,可以申请,按月领钱。');
  await page.getByRole('button', { name: '改好' }).first().click();
  await expect.poll(() => summary.inputValue()).toBe('收入低的人家，可以申请，按月领钱。');
  expect(fileText()).toContain('summary: 收入低的人家，可以申请，按月领钱。');
  await summary.fill(before);
  await saved();
});

test('an item is added with Enter and put first with Alt and the arrow', async () => {
  const items = page.locator('#field-benefit ol.list input');
  await items.last().focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toMatch(/^field-benefit-\d+$/);
  await page.keyboard.type('新的一条');
  for (let left = (await items.count()) - 1; left > 0; left -= 1) {
    await page.keyboard.press('Alt+ArrowUp');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.id))
      .toBe(`field-benefit-${left - 1}`);
  }
  expect(await items.first().inputValue()).toBe('新的一条');
  await saved();
});

test('a sentence and a box come into the body without a tag being seen', async () => {
  await page.locator('.ProseMirror').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('记得要回执', { delay: 20 });
  await page.getByRole('button', { name: '记住', exact: true }).click();
  expect(await page.locator('.ProseMirror').textContent()).not.toContain('<');
  await expect.poll(() => fileText()).toContain('<Note>\n\n记得要回执\n\n</Note>');
  await page.getByRole('button', { name: '看原文' }).click();
  expect(await page.getByLabel('正文的原文').inputValue()).toContain('<Note>');
  await page.getByRole('button', { name: '看样子' }).click();
  await page.locator('.ProseMirror').waitFor();
});

test('a screen reader meets no fault in the form, its findings and its dialogs', async () => {
  await page.locator('#field-title').fill('');
  await page.locator('#field-title[aria-invalid=true]').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  for (const name of ['送审', '更多']) {
    await page.locator('header.bar').getByRole('button', { name }).click();
    await page.getByRole('dialog').waitFor();
    expect(await axeFindings(page), name).toEqual([]);
    await page.keyboard.press('Escape');
  }
});

test.each([
  ['the smallest usual computer', 1366, 768],
  ['a tablet', 820, 1180],
  ['a telephone', 360, 740],
])('nothing is wider than the screen on %s', async (_, width, height) => {
  await page.setViewportSize({ width, height });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
});

test('no word of programmers is shown', async () => {
  const words = /提交|分支|仓库|推送|合并|commit|git|[Mm]arkdown|MDX/;
  expect(await page.locator('body').textContent()).not.toMatch(words);
  await page.goto(`${address.split('#')[0]}#/history`);
  await page.getByRole('heading', { name: '发布过的' }).waitFor();
  expect(await page.locator('body').textContent()).not.toMatch(words);
});
