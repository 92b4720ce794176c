/** A reader with weak eyes, or with none and a screen reader, gets every page: axe-core finds nothing. */
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browse.ts';
import { allAddresses, onePageOfEachType } from '../support/built-site.ts';
import { axeSource, axeViolations, STYLE_RULES } from './page-checks.ts';

// With the page, because sending it to each takes longer than what it does.
const browsing = useBrowser({ script: axeSource });

test.each(allAddresses())('%s', async (address) => {
  expect(await browsing.look(address, {}, axeViolations)).toEqual([]);
});

// Only what colours and sizes change: large print is at least as legible in the dark as normal print.
describe.each([
  ['in the dark', { colorScheme: 'dark' as const }],
  ['in large print', { print: 'large' as const }],
])('%s', (_, visit) => {
  test.each(onePageOfEachType())('%s', async (_what, address) => {
    expect(await browsing.look(address, visit, (page) => axeViolations(page, STYLE_RULES))).toEqual([]);
  });
});
