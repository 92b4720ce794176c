/**
 * Lets Node keep compiled code from run to run, here and in the processes that are started: a push waits a second less.
 * scripts/run.mjs has told Node already; who starts a command without it is helped from here on.
 */
import { readdirSync, rmSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { projectDir } from '../src/settings.ts';

/** Every build adds the code that it bundles, some hundred files that nothing asks for again: from here on, begin anew. */
const MAX_CACHED_FILES = 10_000;

/** Keeps compiled code below `.mingbai`; to be called before anything large is loaded. */
export function setUpCompileCache(folder = join(projectDir, '.mingbai', 'compiled')): void {
  if (countFiles(folder) > MAX_CACHED_FILES) rmSync(folder, { recursive: true, force: true });
  enableCompileCache(folder);
  process.env.NODE_COMPILE_CACHE ??= folder;
}

function countFiles(folder: string): number {
  try {
    return readdirSync(folder).reduce((sum, name) => sum + readdirSync(join(folder, name)).length, 0);
  } catch {
    return 0;
  }
}
