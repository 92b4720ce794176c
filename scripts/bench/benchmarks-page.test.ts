/** docs/benchmarks.md shows the measured figures, and has tables of nothing else. */
import { expect, test } from 'vitest';
import { measurements } from '../commands/bench.ts';
import { readBenchmarksPage, requireBlocks, type Stamp, withTable } from './benchmarks-page.ts';

const PAGE = `# Benchmarks

Before.

<!-- bench:build:begin -->

### build, 22 documents

Measured on 2026-11-20 at commit 1111111, A.

| what | s   |
| ---- | --- |
| all  | 1.0 |

<!-- bench:build:end -->

Between.

<!-- bench:guards:begin -->
<!-- bench:guards:end -->

After.
`;

const STAMP: Stamp = { day: '2026-11-27', commit: '2222222', machine: 'B' };

test('a new measurement replaces the old one of the same size, and nothing else changes', () => {
  const page = withTable(
    PAGE,
    { name: 'build', documents: 22, rows: [{ what: 'all', seconds: 0.61 }] },
    STAMP,
  );
  expect(page).toBe(
    PAGE.replace('2026-11-20 at commit 1111111, A', '2026-11-27 at commit 2222222, B').replace('1.0', '0.6'),
  );
});

test('tables of other sizes stay, in the order of their sizes', () => {
  const rows = [{ what: 'all', seconds: 35 }];
  const large = withTable(PAGE, { name: 'build', documents: 10_000, rows }, STAMP);
  const all = withTable(large, { name: 'build', documents: 1000, rows }, STAMP);
  expect(all.match(/^### .*/gm)).toEqual([
    '### build, 22 documents',
    '### build, 1,000 documents',
    '### build, 10,000 documents',
  ]);
});

test('writing the same measurement twice changes nothing', () => {
  const measured = { name: 'guards', rows: [{ family: 'privacy', found: 98 }] };
  const page = withTable(PAGE, measured, STAMP);
  expect(page).toContain('### guards\n\nMeasured on 2026-11-27');
  expect(withTable(page, measured, STAMP)).toBe(page);
});

test('a measurement without a block in the page fails before it is measured', () => {
  expect(() => requireBlocks(PAGE, ['build', 'search'])).toThrow('no place for "search"');
});

test('the page has a place for every measurement of the command', () => {
  expect(() => requireBlocks(readBenchmarksPage(), Object.keys(measurements))).not.toThrow();
});
