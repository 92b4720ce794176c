/** A cadre puts a document into the official account: one press in the toolkit copies it as rich text, in a new browser and in one of 2020. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Served } from '../../scripts/serve/server.ts';
import { type Reader, readers, until } from '../offline/readers.ts';
import { useBrowser } from '../support/browse.ts';
import { serveSite } from '../support/built-site.ts';

const browsing = useBrowser();
let served: Served;
beforeAll(async () => {
  served = await serveSite();
});
afterAll(() => served?.close());

/** Records what scripts put on the clipboard. */
const RECORD = `window.copied = {};
  const setData = DataTransfer.prototype.setData;
  DataTransfer.prototype.setData = function (type, data) { window.copied[type] = data; return setData.call(this, type, data); };`;
const READY = "document.querySelector('[data-ready]') && !document.querySelector('[data-ready]').hidden";

test.each(readers)('in %s one press copies the article as rich text and as text', async (_, launch) => {
  const reader: Reader = await launch();
  await reader.prepare(RECORD);
  await reader.open(new URL('/toolkit/', served.url).href);
  await reader.click('a[href*="/toolkit/article/?d=policies/di-bao"]');
  await until(reader, READY);
  await reader.click('[data-copy-article]');
  const copied = await reader.evaluate<Record<string, string>>('window.copied');
  expect(copied['text/html']).toMatch(/^<p style="margin:0;font-size:0[\s\S]*<h2 style="[^"]+">谁能办<\/h2>/);
  expect(copied['text/html']).toContain('<img src="data:image/png;base64,');
  expect(copied['text/plain']).toContain('一起过日子的一家人');
  expect(await reader.evaluate("document.querySelector('[data-said]').textContent")).toContain('复制好了');
  expect(await reader.evaluate("document.querySelector('[data-field=title]').value")).toBe(
    '家里收入太低，可以申请低保',
  );
  expect(await reader.evaluate("document.querySelector('[data-cover]').href")).toMatch(
    /\/share\/policies\/di-bao\/card\.png$/,
  );
  // The reader was made for sites without a network, and lists each request.
  expect(reader.trouble().filter((line) => !line.startsWith('asks for http://127.0.0.1'))).toEqual([]);
  await reader.close();
});

test('where the browser refuses the button, the article is selected for copying by hand', async () => {
  await browsing.visit('/toolkit/article/?d=policies/di-bao', {}, async (page) => {
    await page.locator('[data-ready]').waitFor();
    await page.evaluate(() => {
      document.execCommand = () => false;
    });
    await page.locator('[data-copy-article]').click();
    expect(await page.locator('[data-said]').textContent()).toContain('按 Ctrl 和 C');
    expect(await page.evaluate(() => String(getSelection()))).toContain('一起过日子的一家人');
  });
});

test.each([
  ['', '没有说是哪一篇'],
  ['?d=../../x', '没有说是哪一篇'],
  ['?d=policies/no-such', '文章没有取到'],
])('an address %s without an article says what to do', async (search, words) => {
  await browsing.visit(`/toolkit/article/${search}`, {}, async (page) => {
    await page.locator('[data-trouble]:visible').waitFor();
    expect(await page.locator('[data-trouble]').textContent()).toContain(words);
    expect(await page.locator('[data-ready]').isVisible()).toBe(false);
  });
});

test('the article itself is a file that asks for nothing else', async () => {
  await browsing.visit('/share/policies/di-bao/article.html', {}, async (page) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.reload();
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([page.url()]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});
