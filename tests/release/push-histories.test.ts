/**
 * Histories of the push server: edits, `git revert`, pushes that are killed with all processes of the server, repeats.
 * After each, without another push, readers get byte for byte the build of a clone of main with an empty cache.
 * Longer: MINGBAI_HISTORY_SECONDS, with MINGBAI_HISTORY_SEED for others.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { listFilesRecursive } from '../../src/cache/list-files.ts';
import { liveReleaseId, withLock } from '../../src/publish/index.ts';
import {
  type CommandResult,
  mingbai,
  onePolicy,
  resultOf,
  site,
  temporaryFolder,
  writeFiles,
} from '../build/content-folder.ts';

const SEED = Number(process.env.MINGBAI_HISTORY_SEED ?? 20261127);
const SECONDS = Number(process.env.MINGBAI_HISTORY_SECONDS ?? 12);

const TODAY = '2026-11-23';

let top: string;
let repository: string;
let siteDir: string;
let editor: string;

beforeAll(async () => {
  // Status depends on the day, for the hooks as well.
  vi.stubEnv('MINGBAI_TODAY', TODAY);
  top = temporaryFolder();
  [repository, siteDir, editor] = [join(top, 'county.git'), join(top, 'site'), join(top, 'editor')];
  writeFiles(join(top, 'content'), { ...site, ...onePolicy });
  const made = await mingbai('serve-git', repository, '--site', siteDir, '--content', join(top, 'content'));
  expect([made.err, made.code]).toEqual(['', 0]);
  await run('git', 'clone', repository, editor);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(top, { recursive: true, force: true });
});

/** Runs a program until it ends, in a separate process group; `killAfterMs` kills the whole group. */
function run(command: string, ...args: string[]): Promise<CommandResult> {
  return runKilled(undefined, command, ...args);
}

async function runKilled(
  killAfterMs: number | undefined,
  command: string,
  ...args: string[]
): Promise<CommandResult> {
  const child = spawn(command, args, { cwd: existsSync(editor) ? editor : top, detached: true });
  const timer =
    killAfterMs === undefined
      ? undefined
      : setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), killAfterMs);
  const ran = await resultOf(child);
  clearTimeout(timer);
  return ran;
}

const who = ['-c', 'user.name=小王', '-c', 'user.email=wang@county.example', '-c', 'commit.gpgsign=false'];
const git = (...args: string[]) => run('git', ...who, ...args);

/** The texts of a folder's plain files, without compressed copies and files retained from the last release. */
function filesOf(folder: string): Map<string, Buffer> {
  const paths = listFilesRecursive(folder).filter((path) => !/\.(?:gz|br)$/.test(path));
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path))]));
}

let clones = 0;

/** Builds a clone of main in an empty cache, and compares every file. */
async function expectServed(): Promise<void> {
  clones += 1;
  const clone = join(top, `clone-${clones}`);
  await run('git', 'clone', '--quiet', repository, clone);
  vi.stubEnv('MINGBAI_CACHE', join(clone, 'cache'));
  vi.stubEnv('MINGBAI_PUBLIC', join(clone, 'public'));
  try {
    const built = await mingbai(
      'build',
      '--content',
      join(clone, 'content'),
      '--out',
      join(clone, 'out'),
      '--today',
      TODAY,
    );
    expect(built.code, built.err).toBe(0);
  } finally {
    vi.stubEnv('MINGBAI_CACHE', undefined);
    vi.stubEnv('MINGBAI_PUBLIC', undefined);
  }
  const fresh = filesOf(join(clone, 'out'));
  const live = filesOf(join(siteDir, 'current'));
  const differing = [...fresh].filter(([path, bytes]) => live.get(path)?.equals(bytes) !== true);
  expect(differing.map(([path]) => path)).toEqual([]);
  const more = [...live.keys()].filter(
    (path) => !fresh.has(path) && !/^(?:assets|search\/index|offline)\//.test(path),
  );
  expect(more).toEqual([]);
  rmSync(clone, { recursive: true });
}

/** Waits until an interrupted publication is completed, without a push. */
async function recovered(): Promise<void> {
  const pending = () => existsSync(join(repository, 'mingbai', 'pending'));
  await withLock(join(repository, 'mingbai'), () => undefined);
  await vi.waitFor(() => expect(pending()).toBe(false), { timeout: 100_000, interval: 200 });
  await withLock(join(repository, 'mingbai'), () => undefined);
}

const policy = () => join(editor, 'content/policies/di-bao.mdx');
let edits = 0;

async function edit(): Promise<void> {
  edits += 1;
  const text = readFileSync(policy(), 'utf8').replace(/^reviewer: .*$/m, `reviewer: 低保第${edits}次改`);
  writeFileSync(policy(), text);
  await git('commit', '--all', '--message', `改了第${edits}次`);
}

type Step = { kind: 'edit' | 'revert' | 'repeat' | 'cut'; at: number };
const step = (kind: Step['kind']) =>
  fc.record({ kind: fc.constant(kind), at: fc.double({ min: 0, max: 1, noNaN: true }) });
/** Each kind early, in the most important order; then any. */
const histories = fc
  .tuple(
    fc.tuple(step('edit'), step('revert'), step('cut'), step('repeat')),
    fc.array(fc.oneof(step('edit'), step('revert'), step('cut'), step('repeat')), {
      minLength: 500,
      maxLength: 500,
    }),
  )
  .map(([early, later]): Step[] => [...early, ...later]);

test(
  'after each step of a history readers get the build of a clone of main',
  async () => {
    const deadline = Date.now() + SECONDS * 1000;
    const [steps = []] = fc.sample(histories, { seed: SEED, numRuns: 1 });
    let [done, longestMs] = [0, 0];
    for (const { kind, at } of steps) {
      if (done > 1 && Date.now() > deadline) break;
      done += 1;
      if (kind === 'edit' || kind === 'cut') await edit();
      if (kind === 'revert') {
        // If HEAD is a revert itself, the reverted change returns.
        await git('revert', '--no-edit', 'HEAD');
      }
      const began = performance.now();
      if (kind === 'cut') {
        await runKilled(at * longestMs, 'git', ...who, 'push', 'origin', 'main');
        await recovered();
      } else {
        const { code, err } = await git('push', 'origin', 'main');
        expect([code, err]).toEqual([
          0,
          expect.stringMatching(kind === 'repeat' ? /发布好了|up-to-date/ : /发布好了/),
        ]);
        longestMs = Math.max(longestMs, performance.now() - began);
      }
      await expectServed();
      // After a push that was not killed, main is its commit.
      const head = (await git('rev-parse', 'HEAD')).out.trim();
      const main = (await run('git', '--git-dir', repository, 'rev-parse', 'main')).out.trim();
      if (kind !== 'cut') expect(main).toBe(head);
    }
    process.stdout.write(`${done} steps, MINGBAI_HISTORY_SEED=${SEED}\n`);
  },
  SECONDS * 1000 + 120_000,
);

test('killed between the switch and the branch update: readers soon get main again, without a push', async () => {
  // The state after such a kill: the file `pending` exists, the site shows a commit that main does not have.
  await git('push', 'origin', 'main');
  const before = liveReleaseId(siteDir);
  writeFileSync(join(repository, 'mingbai', 'pending'), `${'0'.repeat(40)}\n`);
  const { code } = await mingbai('serve-git', repository, '--site', siteDir);
  expect([
    code,
    existsSync(join(repository, 'mingbai', 'pending')),
    liveReleaseId(siteDir) === before,
  ]).toEqual([0, false, false]);
  await expectServed();
});
