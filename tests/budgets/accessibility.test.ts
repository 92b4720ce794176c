/** A reader with weak eyes, or a blind one with a screen reader, can use every page: axe-core finds nothing. */
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browse.ts';
import { allAddresses, onePageOfEachType } from '../support/built-site.ts';
import { axeSource, axeViolations, STYLE_RULES } from './page-checks.ts';

// Part of the page, because sending the script to each page needs longer than running it.
const browsing = useBrowser({ script: axeSource });

test.each(allAddresses())('%s', async (address) => {
  expect(await browsing.look(address, {}, axeViolations)).toEqual([]);
});

// Only rules that depend on colours and sizes: large print is at least as legible in dark mode as normal print.
describe.each([
  ['in dark mode', { colorScheme: 'dark' as const }],
  ['in large print', { print: 'large' as const }],
])('%s', (_, visit) => {
  test.each(onePageOfEachType())('%s', async (_what, address) => {
    expect(await browsing.look(address, visit, (page) => axeViolations(page, STYLE_RULES))).toEqual([]);
  });
});
