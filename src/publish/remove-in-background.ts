/** Removes folders after the editor has the answer: ten thousand files take seconds to unlink. */
import { spawn } from 'node:child_process';

/** Removes files and folders in a process that outlives this one; the next publication removes the rest. */
export function removeInBackground(...paths: string[]): void {
  if (paths.length === 0) return;
  spawn('rm', ['-rf', '--', ...paths], { detached: true, stdio: 'ignore' })
    .on('error', () => undefined)
    .unref();
}
