/** A county with forms on its portal and an urgent notice: readers find the way back on every page, and the notice until its last minute. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useBrowser } from '../support/browse.ts';
import { mingbai, onePolicy, temporaryFolder, writeFiles } from './content-folder.ts';

const folder = temporaryFolder();
const out = join(folder, 'out');
const POLICY = '/policies/di-bao/';

beforeAll(async () => {
  writeFiles(join(folder, 'content'), {
    ...onePolicy,
    'site.yml': [
      'name: 示例县明白纸',
      'url: https://www.county.example/',
      'telephone: "12345"',
      'consult: https://portal.example/ask?t={title}&u={address}',
      'textTo: "12345"',
      'provinceSearch: https://www.province.example/search/?county=shi-li',
      'urgent: {text: 今晚有大暴雨，住在沟边的马上搬走。, until: 2026-11-28 18:30}',
      '',
    ].join('\n'),
  });
  const built = await mingbai(
    'build',
    '--content',
    join(folder, 'content'),
    '--out',
    out,
    '--today',
    '2026-11-28',
  );
  expect([built.code, built.err]).toEqual([0, expect.any(String)]);
});
afterAll(() => rmSync(folder, { recursive: true }));

const browsing = useBrowser({ dir: () => out });
/** The page as on a phone whose clock shows this minute in Beijing. */
const at = (minute: string) => ({ minute: new Date(`${minute.replace(' ', 'T')}:00+08:00`).getTime() });

test('the end of a document has two buttons with its title and address filled in', async () => {
  await browsing.visit(POLICY, {}, async (page) => {
    const hrefOf = (name: RegExp) => page.getByRole('link', { name }).getAttribute('href');
    const title = (await page.locator('h1').textContent()) ?? '';
    const ask = new URL((await hrefOf(/没看懂/)) ?? '');
    expect([ask.origin, ask.searchParams.get('t'), ask.searchParams.get('u')]).toEqual([
      'https://portal.example',
      title,
      'https://www.county.example/policies/di-bao/',
    ]);
    expect(decodeURIComponent((await hrefOf(/^.*有错/)) ?? '')).toBe(
      `sms:12345?body=有错：${title} https://www.county.example/policies/di-bao/`,
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});

test('the search leads to that of the province with what was typed, and without a script to its page', async () => {
  const link = (page: Page) => page.getByRole('link', { name: '全省也找找' });
  await browsing.visit('/search/?q=低保', {}, async (page) => {
    await page.locator('#results[data-state=ready]').waitFor();
    const { origin, searchParams } = new URL((await link(page).getAttribute('href')) ?? '');
    expect([origin, Object.fromEntries(searchParams)]).toEqual([
      'https://www.province.example',
      { county: 'shi-li', q: '低保', all: 'yes' },
    ]);
    await page.locator('#q').fill('老人');
    await page.locator('#results[data-state=ready]').waitFor();
    expect(await link(page).getAttribute('href')).toContain(encodeURIComponent('老人'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
  await browsing.visit('/search/', { javaScriptEnabled: false }, async (page) => {
    expect(await link(page).getAttribute('href')).toBe('https://www.province.example/search/?county=shi-li');
  });
});

test('every page has the form in its footer, also without a script', async () => {
  await browsing.visit('/contacts/', { javaScriptEnabled: false }, async (page) => {
    const form = page.locator('footer').getByRole('link', { name: '网上咨询' });
    expect(await form.getAttribute('href')).toContain('https%3A%2F%2Fwww.county.example%2Fcontacts%2F');
    expect(await page.locator('footer').getByRole('link', { name: '网站找错' }).count()).toBe(0);
  });
});

test.each([
  ['2026-11-28 18:30', true],
  ['2026-11-28 18:31', false],
])('at %s the urgent notice is over every page: %s', async (minute, isSeen) => {
  const { minute: time } = at(minute);
  const page = await browsing.open('/contacts/');
  await page.clock.setFixedTime(time);
  await page.reload();
  const notice = page.getByRole('complementary', { name: '紧急通知' });
  expect(await notice.isVisible()).toBe(isSeen);
  if (isSeen) expect(await notice.textContent()).toContain('到2026年11月28日晚上6点30分为止');
  await page.context().close();
});

test('the security policy allows the script of the notice, and no other', () => {
  const html = readFileSync(join(out, 'contacts/index.html'), 'utf8');
  expect(html.match(/'sha256-[^']+'/g)).toHaveLength(2);
});

test('a build after its last day has no notice', async () => {
  const later = join(folder, 'later');
  await mingbai('build', '--content', join(folder, 'content'), '--out', later, '--today', '2026-11-29');
  expect(readFileSync(join(later, 'index.html'), 'utf8')).not.toContain('大暴雨');
});
