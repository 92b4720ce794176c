/** On its first day a site contains only its name: every page opens, and the search says kindly that it found nothing. */

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askAll } from '../search/query-set.ts';
import { useBrowser } from '../support/browse.ts';
import { mingbai, site, temporaryFolder, writeFiles } from './content-folder.ts';

const folder = temporaryFolder();
const out = join(folder, 'out');

beforeAll(async () => {
  writeFiles(join(folder, 'content'), site);
  expect((await mingbai('build', '--content', join(folder, 'content'), '--out', out)).code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

const browsing = useBrowser({ dir: () => out });

test('a search finds nothing and gives a telephone number', async () => {
  await browsing.visit('/search/', {}, async (page) => {
    expect(await page.evaluate(askAll(['低保']))).toEqual([[]]);
    expect(await page.getAttribute('#results', 'data-state')).toBe('empty');
    expect(await page.textContent('#search-message')).toContain('12345');
  });
});
