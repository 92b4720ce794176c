/** Unit tests: they stand beside what they test. In threads, which start sooner than processes. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'], pool: 'threads' },
});
