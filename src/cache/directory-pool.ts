/**
 * The folders of a site that nobody sees any more, for the next one. A county has thousands, each for one page: to make one
 * takes a disk ten times as long as to link a file into it. They are kept empty, so that nothing of the old site can come
 * into the new one, and get their name only when the last file is gone.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listFilesRecursive } from './list-files.ts';

/** Empties the first, and gives it the name of the second where that is free; else, and where that fails, removes it. */
const EMPTY = 'find "$1" ! -type d -delete && [ ! -e "$2" ] && mv "$1" "$2" || rm -rf -- "$1"';

/** Below a cache, where the folders of the last site stand. */
const poolPath = (cacheDir: string) => join(cacheDir, 'folders');

/** Makes the folder `path`, with the empty folders of the last site in it where some are kept on the same disk. */
export function reuseDirectories(cacheDir: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  try {
    renameSync(poolPath(cacheDir), path);
  } catch {
    mkdirSync(path, { recursive: true });
  }
}

/**
 * Keeps the folders of the site in `path` and lets its files go, in a process that outlives this one; on another disk than
 * the cache all of it goes.
 */
export function recycleDirectories(path: string, cacheDir: string): void {
  const isSameDisk = isOnSameDisk(path, cacheDir);
  const [command, ...rest] = isSameDisk
    ? ['sh', '-c', EMPTY, 'sh', path, poolPath(cacheDir)]
    : ['rm', '-rf', path];
  spawn(command ?? '', rest, { detached: true, stdio: 'ignore' })
    .on('error', () => undefined)
    .unref();
}

function isOnSameDisk(path: string, other: string): boolean {
  return statSync(path).dev === statSync(other, { throwIfNoEntry: false })?.dev;
}

/** Removes every folder below `path` in which there is no file, and gives the files, from `path` on; `path` itself stays. */
export function pruneEmptyDirectories(path: string): string[] {
  return listFilesRecursive(path, rmdirSync);
}
