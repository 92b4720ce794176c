/** Gives memory back to the system in a process that waits for others. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Collects all garbage now. Takes 0.1 to 0.2 s of CPU time, so it is for builds from nothing: by itself V8 collects nothing in a process that
 * waits, and keeps the pages that it freed for 8 s.
 */
export function releaseMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as NodeJS.GCFunction;
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
