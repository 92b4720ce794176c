/**
 * Node's compile cache, here and in worker processes: a push takes a second less. scripts/run.mjs sets it for npm scripts; this
 * is for commands that are started without it.
 */
import { readdirSync, rmSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { projectDir } from '../src/settings.ts';

/** Every build adds the code that it bundles, some hundred files that are never used again: above this the cache is cleared. */
const MAX_CACHED_FILES = 10_000;

/** The folder of the cache. */
export const compileCacheFolder: string = join(projectDir, '.mingbai', 'compiled');

/** Caches compiled code in `folder`, which is cleared above `maxFiles`; to be called before anything large is loaded. */
export function setUpCompileCache(folder = compileCacheFolder, maxFiles = MAX_CACHED_FILES): void {
  if (countFiles(folder) > maxFiles) clear(folder);
  enableCompileCache(folder);
  process.env.NODE_COMPILE_CACHE ??= folder;
}

/** Another command may write into the folder meanwhile: what stays is cleared by the next one. */
function clear(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // A cache that cannot be cleared stops no command.
  }
}

function countFiles(folder: string): number {
  try {
    return readdirSync(folder).reduce((sum, name) => sum + readdirSync(join(folder, name)).length, 0);
  } catch {
    return 0;
  }
}
