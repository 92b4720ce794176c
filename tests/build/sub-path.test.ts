/** A county's site is a section of its portal: below a path everything works as at the root. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shortAddress } from '../../src/documents/short-address.ts';
import { projectDir } from '../../src/settings.ts';
import { useBrowser } from '../support/browse.ts';
import { allAddresses } from '../support/built-site.ts';
import { brokenLinks } from '../support/links.ts';
import { mingbai, temporaryFolder } from './content-folder.ts';

const folder = temporaryFolder();
const out = join(folder, 'out');

beforeAll(async () => {
  const content = join(folder, 'content');
  mkdirSync(content);
  cpSync(join(projectDir, 'content'), content, { recursive: true });
  const siteFile = join(content, 'site.yml');
  writeFileSync(
    siteFile,
    readFileSync(siteFile, 'utf8')
      .replace(/^url: .*$/m, 'url: https://www.county.example/mingbai/')
      .replace(/^owner:$/m, 'owner: 示例县民政局')
      .replace(/^funding:$/m, 'funding: 县财政'),
  );
  expect((await mingbai('build', '--content', content, '--out', out)).code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

const browsing = useBrowser({ dir: () => out, base: '/mingbai/' });

test('every link, picture, script and anchor stays below the path', () => {
  expect(brokenLinks(out, '/mingbai/')).toEqual([]);
});

test('the page about the site says who runs it and who pays, and no other guide does', () => {
  const part = (name: string) =>
    /id="part-owner"[\s\S]*?<\/dl>/.exec(readFileSync(join(out, name, 'index.html'), 'utf8'))?.[0] ?? '';
  expect(part('about')).toMatch(/谁办的[\s\S]*示例县民政局[\s\S]*谁出钱[\s\S]*县财政/);
  expect(part('about')).not.toContain('谁来做');
  expect(part('how-to-use')).toBe('');
});

test('full addresses contain the path', () => {
  const home = readFileSync(join(out, 'index.html'), 'utf8');
  expect(home).toContain('<link rel="canonical" href="https://www.county.example/mingbai/">');
  expect(readFileSync(join(out, 'robots.txt'), 'utf8')).toContain(
    'https://www.county.example/mingbai/sitemap-index.xml',
  );
  expect(readFileSync(join(out, 'rss.xml'), 'utf8')).toContain(
    '<link>https://www.county.example/mingbai/policies/di-bao/</link>',
  );
  expect(allAddresses(out).every((address) => address.startsWith('/mingbai/'))).toBe(true);
});

test('every address opens with its style and its scripts, without an error', async () => {
  const page = await browsing.open('/mingbai/');
  const trouble: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) trouble.push(`${response.status()} ${response.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text());
  });
  for (const address of allAddresses(out)) {
    await page.goto(browsing.url(address));
    expect(
      await page.evaluate(() => getComputedStyle(document.querySelector('.bar') as Element).position),
      address,
    ).toBe('fixed');
    expect(await page.locator('.large-print').isVisible(), address).toBe(true);
  }
  expect(trouble).toEqual([]);
  await page.context().close();
});

test('a missing address below the path shows our own page, whose links stay below the path', async () => {
  await browsing.visit('/mingbai/gibt-es-nicht/', {}, async (page) => {
    expect(await page.locator('h1').textContent()).toBe('没有这一页');
    await page.getByRole('link', { name: '看全部政策' }).click();
    expect(new URL(page.url()).pathname).toBe('/mingbai/policies/');
  });
});

test('a short address redirects below the path', async () => {
  await browsing.visit(`/mingbai${shortAddress('policies', 'di-bao')}`, {}, async (page) => {
    await page.waitForURL('**/mingbai/policies/di-bao/');
    expect(await page.locator('h1').textContent()).toContain('低保');
  });
});
