/**
 * Unit tests: they stand beside what they test. In two processes, each of which loads a module once: no test changes anything that
 * another could see. Not in threads, because the tests of linear time read the processor's time of their process.
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    isolate: false,
    testTimeout: 30_000,
  },
});
