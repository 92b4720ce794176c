/** Folders for builds that only pass through. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../src/settings.ts';

/** A folder below `.mingbai/NAME` for one build, named after this process; those of processes that were killed are cleared away. */
export function workFolder(name: string): string {
  const top = join(projectDir, '.mingbai', name);
  mkdirSync(top, { recursive: true });
  for (const other of readdirSync(top)) {
    if (!isRunning(Number(other))) rmSync(join(top, other), { recursive: true, force: true });
  }
  const folder = join(top, String(process.pid));
  mkdirSync(folder, { recursive: true });
  return folder;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
