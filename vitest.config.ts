/**
 * Unit tests: they stand beside what they test. In one thread that loads each module once: it starts sooner than processes, and
 * none of ours keeps anything that another test could see.
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    pool: 'threads',
    isolate: false,
    testTimeout: 30_000,
  },
});
