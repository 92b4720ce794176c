/**
 * One publication at a time in a folder. The lock is the kernel's (flock), held by a small process that ends when we
 * do, however we end: a killed publication leaves no lock that somebody would have to clear away.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { PublishError, toFolderError } from './publish-error.ts';

export interface LockOptions {
  /** How long to wait for another publication to end. */
  waitSeconds?: number;
  /** Where the machine has no flock: false does the work without a lock instead of refusing it. */
  isNeeded?: boolean;
  /** Told once when another publication is under way. */
  onWait?: () => void;
}

/**
 * Does `work` while no other process does work under the lock of `folder`, which is made where there is none. Throws
 * PublishError where it waited too long, or where there can be no lock and one is needed.
 */
export async function withLock<T>(
  folder: string,
  work: () => Promise<T> | T,
  { waitSeconds = 600, isNeeded = true, onWait }: LockOptions = {},
): Promise<T> {
  try {
    makeFolder(folder);
  } catch (error) {
    // A disk that can only be read has no room for a lock, and needs none.
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

/** The exit code of flock where another holds the lock; any other says that there could be none. */
const EXIT_TIMED_OUT = 1;

/** Takes the lock on a file; returns what gives it back. */
async function acquireLock(
  file: string,
  {
    waitSeconds,
    isNeeded,
    onWait,
  }: { waitSeconds: number; isNeeded: boolean; onWait: (() => void) | undefined },
): Promise<() => Promise<void>> {
  // `cat` ends when its input does: the system closes our end of it, even when we are killed.
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
