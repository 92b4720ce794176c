/** Every page is valid HTML, so that old and rare browsers read it the same way. */
import { expect, test } from 'vitest';
import { siteDir } from '../support/built-site.ts';
import { invalidHtml } from './page-checks.ts';

test('every page of the site is valid HTML', async () => {
  expect(await invalidHtml(siteDir)).toEqual([]);
});
