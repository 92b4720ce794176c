/** Nothing that an editor types is lost: without a network, without the program, with two at once, after a crash. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings, type DeskInBrowser, openDeskInBrowser } from './desk-in-browser.ts';
import { type OpenedDesk, openDesk } from './open-desk.ts';

const POLICY = 'content/policies/di-bao.mdx';
const NAMES = {
  GIT_AUTHOR_NAME: '小王',
  GIT_AUTHOR_EMAIL: 'wang@x.example',
  GIT_COMMITTER_NAME: '小王',
  GIT_COMMITTER_EMAIL: 'wang@x.example',
};
let open: DeskInBrowser;
let restarted: OpenedDesk | undefined;
beforeAll(async () => {
  open = await openDeskInBrowser({ environment: NAMES });
});
afterAll(async () => {
  await restarted?.stop();
  await open?.close();
});

const title = (page: Page) => page.locator('#field-title');
const status = (page: Page, name: string) => page.locator(`header.bar [role=status].${name}`).waitFor();

/** A second editor, with a browser of its own. */
async function openOther(
  desk: Pick<OpenedDesk, 'url' | 'origin'>,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await open.browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(desk.url);
  await page.locator('.rows li').first().waitFor();
  await page.goto(`${desk.origin}/desk/#/policies/di-bao`);
  await page.locator('main.form h1').waitFor();
  return { context, page };
}

test('without a connection the desk says so and goes on; what was typed is saved when it is back', async () => {
  await open.go('policies/di-bao');
  await open.page.context().setOffline(true);
  await title(open.page).fill('断网时写的低保');
  await status(open.page, 'offline');
  await open.page.locator('#field-summary').fill('断网时还在写。');
  expect(open.text(POLICY)).not.toContain('断网');
  expect(await axeFindings(open.page)).toEqual([]);
  await open.page.context().setOffline(false);
  await open.saved();
  expect(open.text(POLICY)).toContain('title: 断网时写的低保\nsummary: 断网时还在写。\n');
});

test('where two changed the same field, both are shown, one is chosen, and all else of both is kept', async () => {
  await open.go('policies/di-bao');
  const other = await openOther(open.desk);
  await open.page.context().setOffline(true);
  await title(open.page).fill('我写的题目');
  await open.page.locator('#field-summary').fill('我写的一句。');
  await status(open.page, 'offline');
  await title(other.page).fill('他写的题目');
  await other.page.locator('#field-reviewer').fill('他写的单位');
  await status(other.page, 'saved');
  await open.page.context().setOffline(false);
  const dialog = open.page.getByRole('dialog', { name: '有人也改了同一处' });
  await dialog.waitFor();
  const choice = dialog.getByRole('group', { name: '标题' });
  expect(await choice.textContent()).toMatch(/我写的题目.*他写的题目/s);
  expect(await axeFindings(open.page)).toEqual([]);
  await choice.getByLabel('我写的').check();
  await dialog.getByRole('button', { name: '就这样，存好' }).click();
  await open.saved();
  const text = open.text(POLICY);
  expect(text).toContain('title: 我写的题目\nsummary: 我写的一句。\n');
  expect(text).toContain('reviewer: 他写的单位');
  await expect.poll(() => title(other.page).inputValue()).toBe('我写的题目');
  await other.context.close();
});

test('a page that dies within a second of a key has it all when it is opened again', async () => {
  const { context, page } = await openOther(open.desk);
  await title(page).fill('死掉以前写的');
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  expect(open.text(POLICY)).not.toContain('死掉以前写的');
  const again = await context.newPage();
  await again.goto(open.desk.url);
  await again.locator('.rows li').first().waitFor();
  await again.goto(`${open.desk.origin}/desk/#/policies/di-bao`);
  await expect.poll(() => title(again).inputValue()).toBe('死掉以前写的');
  await status(again, 'saved');
  expect(open.text(POLICY)).toContain('title: 死掉以前写的\n');
  await context.close();
});

/** Presses Tab until an element has the focus. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  const MAX_STOPS = 250;
  for (let stops = 0; stops < MAX_STOPS; stops += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

test('the keyboard alone leads from the list through the form to the published change', async () => {
  const { page } = open;
  await open.go('');
  await tabTo(page, 'input[type=search]');
  await page.keyboard.type('死掉以前');
  await expect.poll(() => page.locator('.rows li').count()).toBe(1);
  await tabTo(page, '.rows a');
  await page.keyboard.press('Enter');
  await page.locator('.ProseMirror').waitFor();
  await tabTo(page, '#field-title');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('只用键盘改的题目');
  // Through the whole form, the body included, to the preview: nothing holds the focus.
  await tabTo(page, '.ProseMirror');
  await page.keyboard.type('键盘写的一句。');
  await tabTo(page, '[role=tab]');
  await page.keyboard.press('ArrowRight');
  await page.locator('[role=tab][aria-selected=true]', { hasText: '大字' }).waitFor();
  await open.saved();
  await tabTo(page, 'header.bar .button.main', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: '发布' }).waitFor();
  await tabTo(page, 'dialog input[type=text]');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('改题目');
  await page.keyboard.press('Enter');
  await page.locator('dialog .answer:not(.refused)').waitFor();
  await page.keyboard.press('Escape');
  const log = spawnSync('git', ['-C', open.folder, 'show', '--format=%s', 'HEAD'], { encoding: 'utf8' });
  expect(log.stdout).toMatch(/^改题目\n.*只用键盘改的题目.*键盘写的一句。/s);
});

test('a program that was stopped and started again gets what an open window still holds', async () => {
  await open.go('policies/di-bao');
  const { port } = new URL(open.desk.origin);
  await open.desk.stop();
  await title(open.page).fill('程序停了还在写');
  await status(open.page, 'offline');
  const content = join(open.folder, 'content');
  restarted = await openDesk(['edit', '--no-open', '--content', content, '--today', '2026-11-24'], {
    PORT: port,
  });
  const page = await open.page.context().newPage();
  await page.goto(restarted.url);
  await open.saved();
  expect(open.text(POLICY)).toContain('title: 程序停了还在写\n');
});
