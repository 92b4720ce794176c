/** No link of the site leads nowhere. */
import { expect, test } from 'vitest';
import { siteDir } from '../support/built-site.ts';
import { brokenLinks } from '../support/links.ts';

test('every link, picture, script and anchor leads somewhere', () => {
  expect(brokenLinks(siteDir, '/')).toEqual([]);
});
