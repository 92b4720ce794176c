/** A reader with weak eyes, or with none and a screen reader, gets every page: axe-core finds nothing. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../site/browse.ts';
import { allAddresses, onePageOfEachType } from '../site/built-site.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// With the page, because sending it to each takes longer than what it does.
const browsing = useBrowser({ script: axeSource });

interface Violation {
  id: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/** What axe-core complains of, one line an element; folded parts are opened first. */
async function complaints(page: Page): Promise<string[]> {
  const violations = await page.evaluate(async () => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}

test.each(allAddresses())('%s', async (address) => {
  expect(await browsing.look(address, {}, complaints)).toEqual([]);
});

describe.each([
  ['in the dark', { colorScheme: 'dark' as const }],
  ['in large print', { print: 'large' as const }],
  ['in large print in the dark', { print: 'large' as const, colorScheme: 'dark' as const }],
])('%s', (_, visit) => {
  test.each(onePageOfEachType())('%s', async (_what, address) => {
    expect(await browsing.look(address, visit, complaints)).toEqual([]);
  });
});
