/**
 * Browser tests over the built site: one file after another, because each starts browsers; two at once saved only a tenth
 * and made browsers hang. In one process, which loads shared modules once.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    include: ['**/*.test.ts'],
    exclude: ['old-chromium/**', 'chromium-92/**', 'puppeteer/**', 'object-storage/**'],
    fileParallelism: false,
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // On a busy machine a page may need seconds for what takes a tenth here.
    expect: { poll: { timeout: 20_000 } },
  },
});
