/**
 * An editor's day at the desk in a real browser, from a Word file to a page that is published by a real `serve-git`, corrected and taken back.
 * With DESK_PICTURES=FOLDER each step is written there as a picture.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasLocation } from '../../src/public-folder/find-location.ts';
import { launchCurrentChromium } from '../browsers/current-chromium.ts';
import { mingbai, onePolicy, site, temporaryFolder, writeFiles } from '../build/content-folder.ts';
import { type OpenedDesk, openDesk } from './open-desk.ts';
import { paragraph, wordFile } from './word-file.ts';

const top = temporaryFolder();
const [repository, siteDir, folder] = [join(top, 'county.git'), join(top, 'site'), join(top, 'editor')];
let desk: OpenedDesk;
let browser: Browser;
let page: Page;
let pictures = 0;

beforeAll(async () => {
  const content = join(top, 'content');
  writeFiles(content, { ...site, ...onePolicy });
  const made = await mingbai('serve-git', repository, '--site', siteDir, '--content', content);
  const clone = /git clone .* (\S+) mingbai/.exec(made.out)?.[0]?.replace(/ mingbai$/, ` ${folder}`);
  if (clone === undefined) throw new Error(made.out + made.err);
  spawnSync('sh', ['-c', clone]);
  for (const [name, value] of [
    ['user.name', '小王'],
    ['user.email', 'wang@county.example'],
  ] as const)
    spawnSync('git', ['-C', folder, 'config', name, value]);
  desk = await openDesk(['edit', '--no-open', '--content', join(folder, 'content'), '--today', '2026-11-24']);
  browser = await launchCurrentChromium();
  page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  page.setDefaultTimeout(20_000);
});
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
  rmSync(top, { recursive: true, force: true });
});

/** Writes a picture of the window, if asked for. */
async function picture(name: string): Promise<void> {
  pictures += 1;
  const into = process.env.DESK_PICTURES;
  if (into !== undefined) await page.screenshot({ path: join(into, `${pictures}-${name}.png`) });
}

const field = (path: string) => page.locator(`[id="field-${path}"]`);
/** A published page, without line-break opportunities. */
const live = (address: string) =>
  readFileSync(join(siteDir, 'current', address, 'index.html'), 'utf8').replace(/<wbr[^>]*>/g, '');

async function fill(path: string, text: string): Promise<void> {
  await field(path).fill(text);
}
/** Adds a text to a list. */
async function add(path: string, text: string): Promise<void> {
  const list = field(path);
  const count = await list.locator('ol.list > li').count();
  const last = list.locator('ol.list > li input').last();
  if (count === 0 || (await last.inputValue()) !== '')
    await list.getByRole('button', { name: '加一条' }).click();
  await list.locator('ol.list > li input').last().fill(text);
}
async function choose(path: string, words: string): Promise<void> {
  await field(path).fill(words);
  await page.locator(`[id="field-${path}-options"] [role=option]`).first().waitFor();
  await page.keyboard.press('Enter');
}
const saved = () => page.locator('[role=status].saved').waitFor();
const frameText = async () => {
  const frame = page.frames().find((each) => each.url().includes('/draft/'));
  return (await frame?.locator('main').textContent())?.replace(/\u200b/g, '') ?? '';
};

/** Presses 发布, writes a sentence, and returns what the server answered. */
async function publish(message: string): Promise<string> {
  await saved();
  await page.locator('header.bar').getByRole('button', { name: '发布', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(message);
  await dialog.getByRole('button', { name: '发布', exact: true }).click();
  const answer = await dialog.locator('.answer').textContent({ timeout: 200_000 });
  await picture('published');
  await page.keyboard.press('Escape');
  return answer ?? '';
}

test('the desk opens with the list, and the token leaves the address', async () => {
  await page.goto(desk.url);
  await page.getByRole('heading', { name: '编辑台' }).waitFor();
  expect(page.url()).not.toContain(desk.token);
  await page.locator('.rows li').first().waitFor();
  await picture('list');
});

test('a Word file becomes a draft with a report of what was read', async () => {
  const buffer = Buffer.from(
    wordFile(
      paragraph('关于发放高温补贴的通知', 'a3') +
        paragraph('环卫工人和建筑工人夏天在外面干活，每月可以领高温补贴。') +
        paragraph('去县人社局申请，带身份证。'),
    ),
  );
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  await page
    .getByLabel('选一个文件读进来')
    .setInputFiles({ name: '关于发放高温补贴的通知.docx', mimeType, buffer });
  await page.locator('.report').waitFor();
  expect(await page.locator('.report').textContent()).toContain('原文');
  expect(await page.locator('.summary').textContent()).toContain('改好才能发布');
  await picture('imported');
});

test('each key is on the page beside the form, and every missing field says so until it is written', async () => {
  await fill('title', '夏天在外面干活，有高温补贴，不管您是哪里的人都可以来申请');
  await field('title').locator('xpath=..').locator('.findings .error').first().waitFor();
  await picture('too-long');
  await fill('title', '夏天在外面干活，有高温补贴');
  await expect.poll(frameText, { timeout: 20_000 }).toContain('夏天在外面干活，有高温补贴');
  await fill('summary', '在太阳底下干活的人，夏天每月能领一笔补贴。');
  await choose('action', '孝亲');
  await choose('audiences', '老人');
  await add('keyPoints', '夏天在外面干活就能领');
  await add('benefit', '每月一笔补贴');
  await add('eligibility', '夏天在露天干活的人');
  const steps = field('steps');
  if ((await steps.locator('ol.groups > li').count()) === 0)
    await steps.getByRole('button', { name: '加一项' }).first().click();
  await fill('steps-0-title', '去县人社局申请');
  await add('documents', '身份证');
  await choose('contacts', '政务');
  const basis = field('basis');
  if ((await basis.locator('ol.groups > li').count()) === 0)
    await basis.getByRole('button', { name: '加一项' }).first().click();
  await fill('basis-0-title', '防暑降温措施管理办法');
  await fill('basis-0-issuer', '人力资源社会保障部');
  await fill('reviewedOn', '2026-11-24');
  await fill('reviewBy', '2027-05-20');
  await fill('reviewer', '县人社局');
  await saved();
  await picture('filled');
});

test('a half-width comma is put right by one press', async () => {
  await fill('summary', '在太阳底下干活的人,夏天每月能领一笔补贴。');
  await page.getByRole('button', { name: '改好' }).first().click();
  await expect.poll(() => field('summary').inputValue()).toBe('在太阳底下干活的人，夏天每月能领一笔补贴。');
  await saved();
});

test('a photograph from a phone is put in, small and without its place', async () => {
  const buffer = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#4a7' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 39/1 0/1' } })
    .jpeg()
    .toBuffer();
  await page.locator('.ProseMirror').click();
  await page.getByLabel('选照片').setInputFiles({ name: '工地.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByRole('dialog', { name: '照片上是什么' }).getByRole('textbox').fill('工地上的遮阳棚');
  await picture('photograph');
  await page.keyboard.press('Enter');
  const frame = page.frameLocator('iframe').last();
  await frame.getByAltText('工地上的遮阳棚').waitFor({ state: 'attached', timeout: 20_000 });
  const [name = ''] = readdirSync(join(folder, 'public/images'));
  const added = readFileSync(join(folder, 'public/images', name));
  expect([(await sharp(added).metadata()).width, hasLocation(added)]).toEqual([1600, false]);
});

/** Opens an address of the county's site on a phone, as its web server would answer it. */
async function onPhone(url: string): Promise<Page> {
  const phone = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await phone.route('https://www.county.example/**', (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname);
    const file = join(
      siteDir,
      path.startsWith('/_review/') ? '' : 'current',
      path.replace(/\/$/, '/index.html'),
    );
    return existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404, body: '' });
  });
  await phone.goto(url);
  return phone;
}
/** The branches for review on the server. */
const reviewBranches = () =>
  spawnSync('git', ['-C', repository, 'for-each-ref', '--format=%(refname)', 'refs/heads/review'], {
    encoding: 'utf8',
  }).stdout.trim();

/** Presses 送审 and returns the address. */
async function sendForReview(): Promise<string> {
  await saved();
  await page.locator('header.bar').getByRole('button', { name: '送审' }).click();
  return page.getByLabel('送审的地址').inputValue({ timeout: 200_000 });
}

test('the reviewer opens the draft on a phone, from the server, and nothing of it is published yet', async () => {
  const url = await sendForReview();
  await picture('review');
  expect(url).toMatch(
    /^https:\/\/www\.county\.example\/_review\/[\w-]{22}\/policies\/gao-wen-bu-tie-tong-zhi\/$/,
  );
  const phone = await onPhone(url);
  expect(await phone.locator('.desk-band').textContent()).toContain('还没发布');
  expect(await phone.locator('h1').textContent()).toContain('高温补贴');
  await phone.getByAltText('工地上的遮阳棚').waitFor({ state: 'attached' });
  await phone.close();
  expect(reviewBranches()).toMatch(/^refs\/heads\/review\/gao-wen-bu-tie-tong-zhi-[0-9a-f]{8}$/);
  await page.keyboard.press('Escape');
  expect(existsSync(join(siteDir, 'current/policies/gao-wen-bu-tie-tong-zhi'))).toBe(false);
});

test('a review that is called back is gone from the server, the next one has another address', async () => {
  const before = await sendForReview();
  await page.getByRole('button', { name: '不审了，撤掉' }).click();
  await page.getByRole('dialog').getByText('撤掉了').waitFor({ timeout: 200_000 });
  await page.keyboard.press('Escape');
  expect([reviewBranches(), readdirSync(join(siteDir, '_review'))]).toEqual(['', []]);
  expect(await sendForReview()).not.toBe(before);
  await page.keyboard.press('Escape');
});

test('the page is live after one press', async () => {
  await saved();
  await expect
    .poll(() => page.locator('.summary').textContent(), { timeout: 20_000 })
    .not.toContain('改好才能发布');
  expect(await publish('新写高温补贴')).toMatch(/发布/);
  const html = live('policies/gao-wen-bu-tie-tong-zhi');
  expect(html).toContain('夏天在外面干活，有高温补贴');
  // The photograph went with the text, without being chosen.
  expect(html).toContain('工地上的遮阳棚');
  // What is published needs no review.
  await expect.poll(reviewBranches, { timeout: 20_000 }).toBe('');
});

test('a wrong telephone is corrected, and the correction is taken back', async () => {
  await page.getByRole('link', { name: '← 全部' }).click();
  await page.getByPlaceholder('标题里的字').fill('政务热线');
  await page.locator('ul.rows a').first().click();
  await fill('phone', '12346');
  expect(await publish('改政务热线的号码')).toMatch(/发布/);
  expect(live('contacts')).toContain('tel:12346');
  await page.getByRole('link', { name: '← 全部' }).click();
  await page.getByRole('link', { name: '发布过的' }).click();
  const undo = page.getByRole('button', { name: '撤回：改政务热线的号码' });
  await undo.waitFor();
  await picture('history');
  await undo.click();
  await page.getByRole('dialog').locator('.answer').waitFor({ timeout: 200_000 });
  expect(live('contacts')).toContain('tel:12345');
  expect(live('contacts')).not.toContain('tel:12346');
});
