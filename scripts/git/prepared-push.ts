/**
 * The record of a push that pre-receive has checked and built: proc-receive, another process of the same push, makes its release live. The
 * record is only a shortcut. If anything differs from what it says, the push is built again.
 */
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { trySystemCall } from '../../src/cache/entries-file.ts';
import type { Update } from '../../src/publish/git/index.ts';
import { writeFileAtomic } from '../../src/write-file-atomic.ts';
import type { PushedCommit } from './merge-push.ts';
import { stateDir } from './state-dir.ts';

/** A push with its release. */
export interface PreparedPush {
  /** The commit that the branch will move to; its head is the live commit. */
  commit: PushedCommit;
  /** The commit that the editor pushed. */
  pushed: string;
  /** Process number of the `git receive-pack` that started both hooks. */
  owner: number;
  /** The release that waits (src/publish/folder.ts). */
  release: string;
  /** The release that was live. */
  liveRelease: string;
  /** The day for which it was built. */
  today: string;
  /** Address of the site, without a slash at the end. */
  url: string;
  /** The ledger with the new addresses. */
  ledger: string | undefined;
  /** How long checking and building took. */
  seconds: number;
}

const recordFile = (gitDir: string) => join(stateDir(gitDir), 'prepared.json');

/** Writes the record; without space for it the push is built again. */
export function writePreparedPush(gitDir: string, push: PreparedPush): void {
  trySystemCall(() => writeFileAtomic(recordFile(gitDir), JSON.stringify(push), { isDurable: false }));
}

/** Removes the record and returns it if it is about this update of this push. */
export function takePreparedPush(gitDir: string, update: Update): PreparedPush | undefined {
  const prepared = readPreparedPush(gitDir);
  if (prepared?.owner !== process.ppid || prepared.pushed !== update.to) return undefined;
  rmSync(recordFile(gitDir), { force: true });
  return prepared;
}

/** Whether the release of another push, which is still running, waits for its proc-receive. */
export function isOtherPushPrepared(gitDir: string): boolean {
  const owner = readPreparedPush(gitDir)?.owner;
  if (owner === undefined || owner === process.ppid || !isRunning(owner)) return false;
  const stats = statSync(recordFile(gitDir), { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs < MAX_WAIT_MS;
}

/** Git starts proc-receive right after pre-receive: of an older record the push has ended, and another process has its number. */
const MAX_WAIT_MS = 60_000;

function readPreparedPush(gitDir: string): PreparedPush | undefined {
  try {
    return JSON.parse(readFileSync(recordFile(gitDir), 'utf8')) as PreparedPush;
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
