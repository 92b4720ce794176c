/** A county with hundreds of documents: every list page is within the page limit, and each document is found without a script. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { budgets } from '../../src/documents/budgets.ts';
import { useBrowser } from '../support/browse.ts';
import { filesOf } from '../support/built-site.ts';
import { temporaryFolder } from './content-folder.ts';

const folder = temporaryFolder();
const out = join(folder, 'out');

beforeAll(() => {
  const script = join(import.meta.dirname, 'large-site.ts');
  const { status, stderr } = spawnSync(process.execPath, [script, '600', join(folder, 'content'), out], {
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

const browsing = useBrowser({ dir: () => out });
const without = { javaScriptEnabled: false };

test('no page exceeds the limit', () => {
  const sizeOf = (file: string) => gzipSync(readFileSync(join(out, file)), { level: 9 }).length;
  const styles = filesOf('.css', out).reduce((sum, file) => sum + sizeOf(file), 0);
  const heavy = filesOf('.html', out).filter((file) => sizeOf(file) + styles > budgets.pageBytes);
  expect(heavy).toEqual([]);
});

test('without a script every policy is reached by the list’s links to its next pages', async () => {
  const links = await browsing.visit('/policies/', without, async (page) => {
    const found: string[] = [];
    for (;;) {
      found.push(
        ...(await page.$$eval('[data-policy] a', (all) =>
          all.map((each) => each.getAttribute('href') ?? ''),
        )),
      );
      if (!(await page.isVisible('a[rel=next]'))) return found;
      const next = (await page.getAttribute('a[rel=next]', 'href')) ?? '';
      await page.click('a[rel=next]');
      // On a slow machine the previous page could be read once more.
      await page.waitForURL((url) => url.pathname === next);
    }
  });
  const pages = filesOf('index.html', join(out, 'policies')).filter((file) =>
    /^[^/]+\/index.html$/.test(file),
  );
  expect(new Set(links).size).toBe(links.length);
  expect(links.toSorted()).toEqual(
    pages.map((file) => `/policies/${file.replace('index.html', '')}`).toSorted(),
  );
});

test('without a script a letter of the index leads to the titles that begin with it', async () => {
  await browsing.visit('/search/', without, async (page) => {
    await page.click('#search-index a:text-is("Z")');
    expect(new URL(page.url()).pathname).toMatch(/^\/search\/page\/\d+\/$/);
    const letters = await page.$$eval('h3', (all) => all.map((each) => each.textContent?.trim()));
    expect(letters).toContain('Z');
  });
});

test('the choices above the policies lead to all matching ones, beyond the page', async () => {
  await browsing.visit('/policies/', {}, async (page) => {
    await page.check('input[name=audience][value=lao-ren]');
    await page.click('text=再挑细一点');
    await page.selectOption('select[name=place]', 'bai-yi');
    await page.click('[data-elsewhere]');
    await page.waitForSelector('#results[data-state=ready] li');
    expect(new URL(page.url()).search).toBe('?type=policy&audience=lao-ren&place=bai-yi');
    expect(await page.textContent('#search-message')).toMatch(/^找到 \d{2,} 条/);
    expect(await page.textContent('#results')).toContain('政策');
  });
});

test('the finder shows the policies that it contains, and links to all others for the same people and place', async () => {
  await browsing.visit('/finder/', {}, async (page) => {
    await page.check('input[data-audiences~="can-ji"]');
    await page.selectOption('select[name=place]', 'bai-yi');
    expect(await page.textContent('.found-line')).toContain('下面还有全部');
    await page.click('[data-others]:visible a');
    await page.waitForSelector('#results[data-state=ready] li');
    expect(new URL(page.url()).search).toBe('?type=policy&audience=can-ji&place=bai-yi');
  });
});
