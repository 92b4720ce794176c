/**
 * What makes good a publication that died: a small process that outlives it waits until its lock is free, and where the note
 * of what was about to become live still stands has the branch published as it is. Nobody has to push for that. Where the
 * machine itself went down, `serve-git` again or the next push does it.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic } from '../../src/write-file-atomic.ts';
import { nodeArgs } from '../node-args.ts';
import { stateDir } from './pushed-content.ts';

/** How often, and how long after one another, it tries: a full disk or a restart is over in half an hour. */
const MAX_ATTEMPTS = 30;
const PAUSE_SECONDS = 60;

/** Waits for the lock `$1`; while the note `$2` stands runs the rest. */
const RECOVERY_SCRIPT = `lock=$1 note=$2; shift 2; flock -w 7200 "$lock" true
for attempt in $(seq ${MAX_ATTEMPTS}); do
  [ -e "$note" ] || exit 0
  "$@" || true
  [ -e "$note" ] || exit 0
  sleep ${PAUSE_SECONDS}
done`;

/** How our hooks are called, word by word; the hook's name is put behind it. */
export function hookCommand(): string[] {
  return [process.execPath, ...nodeArgs('mingbai.ts', 'hook')];
}

/** Starts it, under the lock of the repository. */
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

/** Notes that a commit is about to become live. */
export function writePendingCommit(gitDir: string, commit: string): void {
  writeState(pendingFile(gitDir), commit);
}

/** Whether a publication began to change the site and did not come to its end. */
export function isPending(gitDir: string): boolean {
  return existsSync(pendingFile(gitDir));
}

/** Takes the note back: the site is that of the branch again. */
export function clearPendingCommit(gitDir: string): void {
  rmSync(pendingFile(gitDir), { force: true });
}

/** The commit that readers see; undefined where none was published. */
export function readLiveCommit(gitDir: string): string | undefined {
  const path = liveFile(gitDir);
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}

/** Notes the commit that readers see. */
export function writeLiveCommit(gitDir: string, commit: string): void {
  writeState(liveFile(gitDir), commit);
}

const pendingFile = (gitDir: string) => join(stateDir(gitDir), 'pending');
const liveFile = (gitDir: string) => join(stateDir(gitDir), 'live');

function writeState(path: string, commit: string): void {
  writeFileAtomic(path, `${commit}\n`);
}
