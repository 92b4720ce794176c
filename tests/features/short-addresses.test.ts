/** A reader who scans a poster or types the five characters is redirected at once, and "back" leads back. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shortAddress } from '../../src/documents/short-address.ts';
import { useBrowser } from '../support/browse.ts';
import { allAddresses, filesOf, siteDir } from '../support/built-site.ts';

const browsing = useBrowser();
const short = shortAddress('policies', 'di-bao');
const file = () => readFileSync(join(siteDir, short, 'index.html'), 'utf8');

test.each([
  ['with scripts', true],
  ['without scripts', false],
])('%s: opens the document, and "back" skips the short address', async (_, javaScriptEnabled) => {
  await browsing.visit('/', { javaScriptEnabled }, async (page) => {
    await page.goto(browsing.url(short));
    await page.waitForURL('**/policies/di-bao/');
    expect(await page.locator('h1').textContent()).toContain('低保');
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe('/');
  });
});

test('with scripts nothing is added to the history', async () => {
  await browsing.visit(short, {}, async (page) => {
    await page.waitForURL('**/policies/di-bao/');
    expect(await page.evaluate(() => history.length)).toBe(2);
  });
});

test('if the redirect does not work a plain link does', () => {
  expect(file()).toMatch(/<a [^>]*href="\/policies\/di-bao\/">没有自己打开/);
});

test('chat apps find the card of the document, search engines the document itself', () => {
  expect(file()).toContain('<link rel="canonical" href="https://mingbai.example/policies/di-bao/">');
  expect(file()).toContain('<meta name="robots" content="noindex">');
  expect(file()).toContain('content="https://mingbai.example/share/policies/di-bao/card.png"');
  expect(file()).toMatch(/<meta property="og:title" content="家里收入太低，可以申请低保/);
  expect(allAddresses().filter((address) => address.startsWith('/s/'))).toEqual([]);
});

test('every policy, story, notice and guide has one, of less than 4 KB, and so has a moved one', () => {
  const documents = allAddresses().filter((address) =>
    /^\/(?:(?:policies|stories|notices)\/(?!status)[^/]+|about|how-to-[a-z]+|true-or-fraud|who-to-ring|free-legal-advice)\/$/.test(
      address,
    ),
  );
  const codes = filesOf('index.html').filter((each) => each.startsWith('s/'));
  // The notice on the legal help line, now a guide.
  const moved = [shortAddress('notices', 'xian-fa-ri-2026')];
  for (const address of moved) expect(codes).toContain(`${address.slice(1)}index.html`);
  expect(codes).toHaveLength(documents.length + moved.length);
  for (const each of codes) expect(readFileSync(join(siteDir, each)).length, each).toBeLessThan(4 * 1024);
});
