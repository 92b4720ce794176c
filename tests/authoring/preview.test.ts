/** An editor writes with the preview open: it looks like the published site, and shows in Chinese what is wrong. */
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateContent } from '../../scripts/bench/generate-content.ts';
import { withoutAdditions } from '../../scripts/preview/additions.ts';
import { NO_SHARD_TABLE } from '../../src/search/client/shard-table.ts';
import { projectDir } from '../../src/settings.ts';
import { launchCurrentChromium } from '../browsers/current-chromium.ts';
import { temporaryFolder } from '../build/content-folder.ts';
import { filesOf, serveSite, siteDir } from '../support/built-site.ts';
import { type OpenedPreview, openPreview } from './open-preview.ts';

/** The day of the built site. */
const builtOn = /data-built="([\d-]+)"/.exec(readFileSync(join(siteDir, 'index.html'), 'utf8'))?.[1] ?? '';

/** A built page as it is before the index is known: the preview makes the index when somebody searches. */
const withoutShardTable = (html: string): string =>
  html.replace(/data-shards="[^"]*"/, `data-shards="${NO_SHARD_TABLE}"`);

describe('the preview of the example', () => {
  let preview: OpenedPreview;
  beforeAll(async () => {
    preview = await openPreview(join(projectDir, 'content'), join(projectDir, 'public'), builtOn);
  });
  afterAll(() => preview?.stop());

  test('every page and every file equals the built one, except for what the preview adds', async () => {
    // Zips, the offline copy, its worker and what the province reads exist only in builds.
    const onlyBuilt = /\.zip$|^county\.json$|^offline\/[^/]+\.(?:json|txt|bin)$|^sw\.js$/;
    const different: string[] = [];
    for (const file of filesOf('', siteDir)) {
      const path = join(siteDir, file);
      if (onlyBuilt.test(file) || statSync(path).isDirectory()) continue;
      const response = await fetch(new URL(file.replace(/(^|\/)index\.html$/, '$1'), preview.url));
      const bytes = Buffer.from(await response.arrayBuffer());
      const isPage = file.endsWith('.html');
      const built = readFileSync(path);
      const isSame = isPage
        ? withoutAdditions(bytes.toString('utf8')) === withoutShardTable(built.toString('utf8'))
        : bytes.equals(built);
      if (!isSame) different.push(`${response.status} ${file}`);
      if (isPage) expect(bytes.toString('utf8'), file).toContain('_preview/script.js');
    }
    expect(different).toEqual([]);
  });

  test('the page has the style, the icons and the scripts of the built one', async () => {
    const refusals: string[] = [];
    const browser = await launchCurrentChromium();
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) refusals.push(message.text());
    });
    const built = await serveSite();
    const look = () =>
      page.evaluate(() => ({
        size: getComputedStyle(document.body).fontSize,
        ground: getComputedStyle(document.documentElement).backgroundColor,
        title: getComputedStyle(document.querySelector('h1') as Element).fontSize,
        icons: Array.from(
          document.querySelectorAll('main svg'),
          (icon) => icon.getBoundingClientRect().width,
        ),
        scripts: document.documentElement.className,
        height: document.documentElement.scrollHeight,
      }));
    await page.goto(new URL('policies/di-bao/', built.url).href);
    const published = await look();
    await page.goto(new URL('policies/di-bao/', preview.url).href);
    const seen = await look();
    await Promise.all([browser.close(), built.close()]);
    expect(seen).toEqual(published);
    expect(refusals).toEqual([]);
  });

  test('no address returns a file outside of the site', async () => {
    for (const way of [
      '..%2f..%2f..%2fpackage.json',
      'images/..%2f..%2f..%2f..%2fpackage.json',
      '%2e%2e%5cpackage.json',
    ]) {
      const response = await fetch(`${preview.url}${way}`);
      expect(await response.text(), way).not.toContain('"dependencies"');
    }
  });

  test('a file that only a build makes is reported as such', async () => {
    const response = await fetch(new URL('share/policies/di-bao/all.zip', preview.url));
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('npx mingbai start');
  });

  test('the terminal output is short and Chinese', () => {
    expect(preview.terminal().trim().split('\n').slice(-2)).toEqual([
      `预览好了，在浏览器里打开：${preview.url}`,
      '存一次盘，网页就变一次，草稿也看得到。按 Ctrl+C 停下。',
    ]);
    expect(preview.terminal()).not.toMatch(/\[(?:ERROR|WARN)\]|astro|watching/i);
  });
});

describe('while an editor writes', () => {
  let folder: string;
  let preview: OpenedPreview;
  let browser: Browser;
  let page: Page;
  const path = (name: string) => join(folder, 'content', name);
  const write = (name: string, text: string) => writeFileSync(path(name), text);
  const change = (name: string, from: string | RegExp, to: string) => {
    const before = readFileSync(path(name), 'utf8');
    expect(before).toMatch(from);
    write(name, before.replace(from, to));
    return () => write(name, before);
  };
  const open = (address: string) => page.goto(new URL(address, preview.url).href);
  /** Waits until the open page shows a text, without a reload by the reader. */
  const shows = (text: string) => page.getByText(text).first().waitFor({ timeout: 20_000 });
  const showsNoMore = (text: string) =>
    page.getByText(text).first().waitFor({ state: 'detached', timeout: 20_000 });

  beforeAll(async () => {
    folder = temporaryFolder();
    for (const name of ['content', 'public']) {
      cpSync(join(projectDir, name), join(folder, name), { recursive: true });
    }
    preview = await openPreview(join(folder, 'content'), join(folder, 'public'), builtOn);
    browser = await launchCurrentChromium();
    page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  });
  afterAll(async () => {
    await browser?.close();
    expect(await preview?.stop()).toBe(0);
    expect(preview.terminal()).toContain('预览停下了');
    rmSync(folder, { recursive: true });
  });

  test('a saved change is shown on the page', async () => {
    await open('policies/di-bao/');
    const undo = change('policies/di-bao.mdx', /^title: .*$/m, 'title: 家里太难，找政府要低保');
    await shows('家里太难，找政府要低保');
    undo();
    await showsNoMore('家里太难，找政府要低保');
  });

  test('an unfinished draft has its page with a band, and is marked in lists', async () => {
    await open('policies/');
    write('policies/qu-nuan.mdx', '---\ndraft: true\ntitle: 今年冬天有取暖补贴\n---\n\n天冷了。\n');
    await shows('今年冬天有取暖补贴');
    // The script of the preview marks it after the page is there.
    await page.getByText('今年冬天有取暖补贴').first().locator('..').getByText('草稿').waitFor();
    await open('policies/qu-nuan/');
    expect(await page.locator('.preview-draft').textContent()).toMatch(/草稿，还没有发布[\s\S]*qu-nuan\.mdx/);
    await page.locator('.preview-draft summary').click();
    expect(await page.locator('.preview-draft').textContent()).toMatch(/qu-nuan\.mdx:\d+[\s\S]*缺少「依据/);
    expect(await page.locator('main').textContent()).toContain('还没写');
    change('policies/qu-nuan.mdx', '天冷了。', '天冷了，县里发煤钱。');
    await shows('天冷了，县里发煤钱。');
    rmSync(path('policies/qu-nuan.mdx'));
    await shows('没有这一页');
    await open('policies/');
    expect(await page.locator('main').textContent()).not.toContain('今年冬天有取暖补贴');
  });

  test('an error is shown on the page in Chinese, with file and line, until it is corrected', async () => {
    await open('policies/di-bao/');
    const before = await page.locator('h1').textContent();
    const undo = change('policies/di-bao.mdx', /^reviewBy: .*$/m, 'reviewBy: 明年五月');
    await page.locator('.preview-errors').waitFor();
    const line = readFileSync(path('policies/di-bao.mdx'), 'utf8').split('reviewBy:')[0]?.split('\n').length;
    expect(await page.locator('.preview-errors').textContent()).toContain(`policies/di-bao.mdx:${line}`);
    expect(await page.locator('.preview-errors').textContent()).toContain('「下次核对」（reviewBy）');
    expect(await page.locator('h1').textContent()).toBe(before);
    await expect.poll(preview.terminal, { timeout: 20_000 }).toMatch(/policies\/di-bao\.mdx:\d+:\d+ error /);
    undo();
    await page.locator('.preview-errors').waitFor({ state: 'detached' });
    await expect.poll(preview.terminal, { timeout: 20_000 }).toContain('改好了');
  });

  test('a new file, a telephone number, a site setting and a photograph are shown as well', async () => {
    await open('contacts/');
    change('contacts/tel-12345.yml', /^name: .*$/m, 'name: 什么都能问的热线');
    await shows('什么都能问的热线');
    change('site.yml', /^name: .*$/m, 'name: 新名字明白纸');
    await shows('新名字明白纸');
    await photograph('red');
    const picture =
      '---\ntitle: 新的一页\nsummary: 看图。\nreviewedOn: 2026-11-20\nreviewBy: 2027-05-20\n---\n\n![红色](/zhao.jpg)\n';
    write('pages/xin-ye.mdx', picture);
    await open('xin-ye/');
    await shows('新的一页');
    const red = await page.locator('main img').first().getAttribute('src');
    await photograph('blue');
    const shown = () => page.locator('main img').first().getAttribute('src');
    await expect.poll(shown, { timeout: 20_000 }).not.toBe(red);
  });

  function photograph(background: string): Promise<unknown> {
    const options = { create: { width: 800, height: 600, channels: 3 as const, background } };
    return sharp(options)
      .jpeg()
      .toFile(join(folder, 'public', 'zhao.jpg'));
  }
});

test('an error that exists at the start is shown on the page, and the content once it is corrected', async () => {
  const folder = temporaryFolder();
  cpSync(join(projectDir, 'content'), join(folder, 'content'), { recursive: true });
  const file = join(folder, 'content/policies/di-bao.mdx');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/^title: .*$/m, 'title:'));
  const preview = await openPreview(join(folder, 'content'), join(projectDir, 'public'), builtOn);
  try {
    const wrong = await fetch(preview.url);
    expect(wrong.status).toBe(503);
    expect(await wrong.text()).toMatch(/policies\/di-bao\.mdx:\d+.*缺少「标题」/);
    writeFileSync(file, text);
    await expect.poll(async () => (await fetch(preview.url)).status, { timeout: 20_000 }).toBe(200);
  } finally {
    await preview.stop();
    rmSync(folder, { recursive: true });
  }
});

describe('the preview of a large site that was never read', () => {
  let folder: string;
  let preview: OpenedPreview;
  const NOTICE = 'content/notices/xin-dai-dao-qi-2025.mdx';
  const start = () =>
    openPreview(join(folder, 'content'), join(projectDir, 'public'), builtOn, {
      MINGBAI_CACHE: join(folder, 'cache'),
    });
  const textOf = async (address: string) => (await fetch(new URL(address, preview.url))).text();

  beforeAll(async () => {
    folder = temporaryFolder();
    generateContent(join(folder, 'content'), 200);
    const file = join(folder, NOTICE);
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n卡号 6222021234567890128。\n\n<script>1</script>\n`);
    preview = await start();
  });
  afterAll(async () => {
    await preview?.stop();
    rmSync(folder, { recursive: true });
  });

  test('shows pages at once, and the errors in bodies when all are read', async () => {
    expect(await textOf('policies/te-kun-gong-yang/')).toContain('村里人常说的“五保户”');
    await expect
      .poll(() => preview.terminal(), { timeout: 60_000 })
      .toMatch(/2025\.mdx:\d+[\s\S]*请照上面说的改好/);
    expect(await textOf('')).toMatch(/2025\.mdx:\d+/);
    expect(preview.terminal()).toContain('privacy/bank-card');
  });

  test('saves what it read for the next start, even if it is stopped at once', async () => {
    await preview.stop();
    const entries = readdirSync(join(folder, 'cache', 'read')).length;
    preview = await start();
    expect(entries).toBeGreaterThan(0);
    // Everything is cached: the errors are known before it is ready.
    expect(preview.terminal()).toMatch(/2025\.mdx:\d+[\s\S]*预览好了/);
  });
});
