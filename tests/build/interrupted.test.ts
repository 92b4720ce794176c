/** Ctrl-C, SIGTERM and a kill: the site is unchanged, and the next run removes all leftovers. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectDir } from '../../src/settings.ts';
import {
  type CommandResult,
  mingbai,
  onePolicy,
  site,
  temporaryFolder,
  writeFiles,
} from './content-folder.ts';
import { hashFiles } from './file-hashes.ts';

const top = temporaryFolder();
const [content, out, target] = [join(top, 'content'), join(top, 'out'), join(top, 'site')];
const build = ['build', '--content', content, '--out', out, '--today', '2026-11-24'];
const deploy = ['deploy', '--content', content, '--to', target, '--today', '2026-11-24'];

let longestMs = 0;
beforeAll(async () => {
  writeFiles(content, { ...site, ...onePolicy });
  expect((await mingbai(...deploy)).code).toBe(0);
  const began = performance.now();
  expect((await mingbai(...build)).code).toBe(0);
  longestMs = performance.now() - began;
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

/** Runs a command through the first step of every npm script, and sends it a signal after `afterMs`. */
function interrupt(
  signal: NodeJS.Signals,
  afterMs: number,
  args: readonly string[],
): Promise<CommandResult & { pid: number }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(projectDir, 'scripts', 'run.mjs'), ...args], {
      cwd: projectDir,
      detached: true,
    });
    const ran = { out: '', err: '', pid: child.pid ?? 0 };
    child.stdout.on('data', (data) => {
      ran.out += data;
    });
    child.stderr.on('data', (data) => {
      ran.err += data;
    });
    setTimeout(() => {
      // A terminal sends it to the whole group; a system to the one process that it started.
      const isGroup = signal === 'SIGINT' || signal === 'SIGKILL';
      try {
        process.kill(isGroup ? -ran.pid : ran.pid, signal);
      } catch {
        // It has ended already.
      }
    }, afterMs);
    child.on('close', (code) => resolve({ ...ran, code }));
  });
}

/** Leftovers in the folder of the site and in our work folders, where builds of other tests that are running have theirs as well. */
function leftBehind(): string[] {
  const work = ['site', 'deploy'].flatMap((name) => {
    const folder = join(projectDir, '.mingbai', name);
    const left = existsSync(folder) ? readdirSync(folder).filter((each) => !isRunning(each)) : [];
    return left.map((each) => `${name}/${each}`);
  });
  return [...readdirSync(top).filter((name) => name.startsWith('.')), ...work];
}

/** Whether the process in the name of a work folder is running. The commands of this test have ended when it looks. */
function isRunning(folder: string): boolean {
  try {
    return process.kill(Number.parseInt(folder, 10), 0);
  } catch {
    return false;
  }
}

/** A process that outlives the command removes them. */
async function settled(): Promise<string[]> {
  for (let turn = 0; turn < 50 && leftBehind().length > 0; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return leftBehind();
}

/** Moments of a run, as a fraction of the duration of a whole one. */
const parts = [0.2, 0.5, 0.8];
const MAX_TEST_MS = 300_000;
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  test(
    `${signal} at any moment: reported in Chinese, the site is unchanged, nothing is left over`,
    async () => {
      const before = [hashFiles(out), readFileSync(join(target, 'current/index.html'))];
      for (const part of parts) {
        for (const command of [build, deploy]) {
          const ran = await interrupt(signal, part * longestMs, command);
          expect(ran.err).not.toMatch(/\n\s+at .+:\d+:\d+/);
          if (ran.code !== 0 && ran.err !== '') {
            expect([ran.code, ran.err]).toEqual([code, expect.stringContaining('停下了')]);
          }
          expect([hashFiles(out), readFileSync(join(target, 'current/index.html'))]).toEqual(before);
        }
      }
      expect(await settled()).toEqual([]);
    },
    MAX_TEST_MS,
  );
}

test(
  'killed at any moment: the next run removes all leftovers',
  async () => {
    for (const part of parts) {
      for (const command of [build, deploy]) await interrupt('SIGKILL', part * longestMs, command);
    }
    // Leftovers of earlier versions.
    mkdirSync(join(top, '.out.999999.new'));
    writeFileSync(join(top, '.out.999999.content'), '');
    for (const command of [build, deploy]) expect((await mingbai(...command)).code).toBe(0);
    expect(await settled()).toEqual([]);
  },
  MAX_TEST_MS,
);
