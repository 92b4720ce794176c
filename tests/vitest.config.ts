/**
 * The tests over the built site, in two projects, which `npm test` runs at once: a page waits for its browser, a publication for git
 * and the disk. Each project has a process for every two processors, which loads shared modules once and runs one file after another: on
 * two processors two files that start browsers saved only a tenth, and made browsers hang. What tests touch below `.mingbai` is for several
 * builds at once.
 */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { longestFirst } from '../scripts/test/longest-first.ts';

const installed = ['old-chromium/**', 'chromium-92/**', 'puppeteer/**', 'object-storage/**'];

/** Tests of commands, publishing and git that start no browser. */
const commands = [
  'build/{build,cached-pages,compiled-pages,concurrent-builds,disks,interrupted,pictures,rates,wechat}.test.ts',
  'guards/**/*.test.ts',
  'release/!(web-servers).test.ts',
  'authoring/{desk-midnight,desk-review,desk-users,desk-workspace}.test.ts',
  'authoring/{import,import-folder,import-list,links,new,report,word}.test.ts',
];

/** The files of both projects that take longest, the longest first. */
const LONGEST = [
  'release/handbook-commands.test.ts',
  'release/remote-cache.test.ts',
  'authoring/desk-users.test.ts',
  'release/province.test.ts',
  'authoring/desk-day.test.ts',
  'release/serve-git.test.ts',
  'authoring/preview.test.ts',
  'province/province-site.test.ts',
  'release/review-push.test.ts',
  'journeys/journeys.test.ts',
  'offline/one-file.test.ts',
  'build/build.test.ts',
  'budgets/accessibility.test.ts',
  'search/search.test.ts',
  'offline/portable-site.test.ts',
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
    pool: 'forks',
    maxWorkers: Math.max(1, Math.floor(availableParallelism() / 2)),
    isolate: false,
    sequence: { sequencer: longestFirst(LONGEST) },
    // With both projects at once a publication may take half a minute, and a page seconds for what takes a tenth alone.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
