/**
 * Unit tests: they stand beside what they test. In one process per processor, two at least, each of which loads a module once: no test
 * changes anything that another could see. Not in threads, because the tests of linear time read the processor's time of their process.
 */
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { longestFirst } from './scripts/test/longest-first.ts';

/** The files that take longest, the longest first. */
const LONGEST = [
  'src/check/linear-findings.test.ts',
  'src/check/linear-time.test.ts',
  'scripts/desk/tree-sync.test.ts',
  'scripts/bench/generate-content.test.ts',
  'src/photographs/make-photographs.test.ts',
  'src/check/rules.test.ts',
  'scripts/bench/competitors/competitors.test.ts',
  'src/check/guesses.test.ts',
  'src/publish/git/merge.test.ts',
  'scripts/build-site.test.ts',
  'src/publish/git/tree.test.ts',
  'src/publish/git/approvals.test.ts',
];

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: Math.max(2, availableParallelism()),
    isolate: false,
    sequence: { sequencer: longestFirst(LONGEST) },
    testTimeout: 30_000,
  },
});
