/** The site has no broken link. */
import { expect, test } from 'vitest';
import { siteDir } from '../support/built-site.ts';
import { brokenLinks } from '../support/links.ts';

test('every link, picture, script and anchor has a target', () => {
  expect(brokenLinks(siteDir, '/')).toEqual([]);
});
