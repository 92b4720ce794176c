/**
 * Allows one publication at a time in a folder. The lock is the kernel's (flock), held by a child process that ends with this
 * one: a killed publication leaves no stale lock.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { PublishError, toFolderError } from './publish-error.ts';

export interface LockOptions {
  /** How long to wait for another publication. */
  waitSeconds?: number;
  /** False: without flock on this machine, works without a lock instead of failing. */
  isNeeded?: boolean;
  /** Called once when another publication holds the lock. */
  onWait?: () => void;
}

/**
 * Runs `work` under the lock of `folder`, which is created if missing. Throws PublishError if the wait was too long,
 * or if a lock is needed and impossible.
 */
export async function withLock<T>(
  folder: string,
  work: () => Promise<T> | T,
  { waitSeconds = 600, isNeeded = true, onWait }: LockOptions = {},
): Promise<T> {
  try {
    makeFolder(folder);
  } catch (error) {
    // A read-only disk has no place for a lock and nothing to protect.
    if (isNeeded) throw toFolderError(folder, error);
    return work();
  }
  const release = await acquireLock(join(folder, '.lock'), { waitSeconds, isNeeded, onWait });
  try {
    return await work();
  } finally {
    await release();
  }
}

/** Exit code of flock when the wait was too long; any other means that it could not lock. */
const EXIT_TIMED_OUT = 1;

/** Locks a file; returns the function that unlocks it. */
async function acquireLock(
  file: string,
  {
    waitSeconds,
    isNeeded,
    onWait,
  }: { waitSeconds: number; isNeeded: boolean; onWait: (() => void) | undefined },
): Promise<() => Promise<void>> {
  // `cat` ends with its input: the system closes our end of the pipe, even when this process is killed.
  const holder = spawn('flock', ['-w', String(waitSeconds), file, 'sh', '-c', 'echo held; exec cat'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const waiting = onWait && setTimeout(onWait, 300);
  await new Promise<void>((resolve, reject) => {
    holder.stdin.on('error', () => undefined);
    holder.stdout.once('data', () => resolve());
    holder.once('error', () => {
      if (isNeeded) reject(new PublishError('这台机器上没有 flock（util-linux），不能发布到文件夹。'));
      else resolve();
    });
    holder.once('exit', (code) => {
      if (code === EXIT_TIMED_OUT) {
        reject(new PublishError('另一次发布一直没有结束，这次没有发布。请过一会儿再来。'));
      } else if (isNeeded) {
        reject(new PublishError(`锁不上 ${file}，没有发布。请检查这个文件夹能不能写，磁盘满没满。`));
      } else resolve();
    });
  }).finally(() => clearTimeout(waiting));
  return async () => {
    if (holder.pid === undefined || holder.exitCode !== null || holder.signalCode !== null) return;
    holder.stdin.end();
    await once(holder, 'exit');
  };
}
