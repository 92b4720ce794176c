/** How one of our scripts is started in a process of its own. */
import { join } from 'node:path';
import { projectDir } from '../src/settings.ts';

/** What Node (`process.execPath`) is given to run a file of `scripts`, with V8 set as it is here: as run.mjs has set it. */
export function nodeArgs(script: string, ...args: string[]): string[] {
  return [...process.execArgv, join(projectDir, 'scripts', script), ...args];
}
