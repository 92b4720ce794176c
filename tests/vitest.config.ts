/**
 * The tests over the built site, in two projects, of which `npm test` runs shards at once (scripts/test/shards.ts). Within a shard one file
 * after another, in one process, which loads shared modules once. What tests touch below `.mingbai` is for several builds at once.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const installed = ['old-chromium/**', 'chromium-92/**', 'puppeteer/**', 'object-storage/**'];

/** Tests of commands, publishing and git that start no browser. */
const commands = [
  'build/{build,cached-pages,compiled-pages,concurrent-builds,disks,interrupted,pictures,rates,wechat}.test.ts',
  'guards/**/*.test.ts',
  'release/!(web-servers).test.ts',
  'authoring/{desk-midnight,desk-review,desk-users,desk-workspace}.test.ts',
  'authoring/{import,import-folder,import-list,links,new,report,word}.test.ts',
];

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    projects: [
      {
        extends: true,
        test: {
          name: 'browsers',
          include: ['**/*.test.ts'],
          exclude: [...installed, ...commands],
          sequence: { groupOrder: 1 },
        },
      },
      { extends: true, test: { name: 'commands', include: commands, sequence: { groupOrder: 2 } } },
    ],
    fileParallelism: false,
    isolate: false,
    // With several shards at once a publication may take half a minute, and a page seconds for what takes a tenth alone.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
