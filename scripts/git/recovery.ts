/**
 * Finishes a publication that died: a process that outlives it waits for its lock, and if the file `pending` still exists, it
 * publishes the branch. Nobody has to push for that. After a crash of the machine `serve-git` or the next push does it.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic } from '../../src/write-file-atomic.ts';
import { compileCacheFolder } from '../compile-cache.ts';
import { nodeArgs } from '../node-args.ts';
import { stateDir } from './state-dir.ts';

/** A full disk or a restart is over in half an hour. */
const MAX_ATTEMPTS = 30;
const PAUSE_SECONDS = 60;

/** Waits for the lock `$1`; runs the command while the file `$2` exists. */
const RECOVERY_SCRIPT = `lock=$1 note=$2; shift 2; flock -w 7200 "$lock" true
for attempt in $(seq ${MAX_ATTEMPTS}); do
  [ -e "$note" ] || exit 0
  "$@" || true
  [ -e "$note" ] || exit 0
  sleep ${PAUSE_SECONDS}
done`;

/**
 * A push of 1,000 documents has 40 to 100 MB of live objects in each of three processes. V8 marked all of them three times on the way there, a
 * twentieth of the time.
 */
const INITIAL_OLD_SPACE_MB = 128;

/** The command of the hooks and its arguments; the hook's name is appended. */
export function hookCommand(): string[] {
  // Before Node starts: what is loaded before mingbai.ts runs would be compiled each time.
  const environment = ['env', `NODE_COMPILE_CACHE=${compileCacheFolder}`];
  const heap = `--initial-old-space-size=${INITIAL_OLD_SPACE_MB}`;
  const args = nodeArgs('mingbai.ts', 'hook').filter((arg) => arg !== heap);
  return [...environment, process.execPath, heap, ...args];
}

/** Starts the process. */
export function startRecovery(gitDir: string): void {
  const hook = [...hookCommand(), 'recover'];
  const [lock, note] = [join(stateDir(gitDir), '.lock'), pendingFile(gitDir)];
  spawn('sh', ['-c', RECOVERY_SCRIPT, 'sh', lock, note, ...hook], {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, GIT_DIR: gitDir },
  })
    .on('error', () => undefined)
    .unref();
}

/** Records that a commit is about to become live. */
export function writePendingCommit(gitDir: string, commit: string): void {
  writeState(pendingFile(gitDir), commit);
}

/** Whether a publication began to change the site and did not finish. */
export function isPending(gitDir: string): boolean {
  return existsSync(pendingFile(gitDir));
}

/** Removes the record: the site and the branch are the same again. */
export function clearPendingCommit(gitDir: string): void {
  rmSync(pendingFile(gitDir), { force: true });
}

/** The live commit; undefined if none was published. */
export function readLiveCommit(gitDir: string): string | undefined {
  return readState(liveFile(gitDir));
}

/** Records the live commit, the day for which it was built, and its release. */
export function writeLiveCommit(gitDir: string, commit: string, day: string, release: string): void {
  writeState(liveFile(gitDir), commit);
  writeState(liveDayFile(gitDir), day);
  writeState(liveReleaseFile(gitDir), release);
}

/** The day for which the live release was built; undefined if it is not known. */
export function readLiveDay(gitDir: string): string | undefined {
  return readState(liveDayFile(gitDir));
}

/** The release of the last publication: another one is live after a rollback. Undefined if it is not known. */
export function readPublishedRelease(gitDir: string): string | undefined {
  return readState(liveReleaseFile(gitDir));
}

/** Stores the ledger of the live content. */
export function saveLedger(gitDir: string, ledger: string | undefined): void {
  if (ledger !== undefined) writeFileAtomic(join(stateDir(gitDir), 'addresses.yml'), ledger);
}

const pendingFile = (gitDir: string) => join(stateDir(gitDir), 'pending');
const liveDayFile = (gitDir: string) => join(stateDir(gitDir), 'live-day');
const liveReleaseFile = (gitDir: string) => join(stateDir(gitDir), 'live-release');
const liveFile = (gitDir: string) => join(stateDir(gitDir), 'live');

function readState(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}

function writeState(path: string, value: string): void {
  writeFileAtomic(path, `${value}\n`);
}
