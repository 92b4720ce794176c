/** Removes what nobody sees any more, after the editor has the answer: ten thousand files take seconds to unlink. */
import { spawn } from 'node:child_process';

/** Removes files and folders in a process that outlives this one; what it leaves, the next publication clears away. */
export function removeInBackground(...paths: string[]): void {
  if (paths.length === 0) return;
  spawn('rm', ['-rf', '--', ...paths], { detached: true, stdio: 'ignore' })
    .on('error', () => undefined)
    .unref();
}
