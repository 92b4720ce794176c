/**
 * Unit tests: they stand beside what they test. In one process per processor, two at least, each of which loads a module once: no test
 * changes anything that another could see. Not in threads, because the tests of linear time read the processor's time of their process.
 */
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, the longest first: begun last, one of them would leave a processor idle. */
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

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => {
      const found = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}`));
      return found === -1 ? LONGEST.length : found;
    };
    // Stable: the others keep their order.
    return others.sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: Math.max(2, availableParallelism()),
    isolate: false,
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
  },
});
