/** The arguments of Node for a script in a child process. */
import { join } from 'node:path';
import { projectDir } from '../src/settings.ts';

/** Arguments for `process.execPath` to run a file of `scripts` with the V8 flags of run.mjs. */
export function nodeArgs(script: string, ...args: string[]): string[] {
  return [...process.execArgv, join(projectDir, 'scripts', script), ...args];
}
