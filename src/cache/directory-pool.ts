/**
 * Reuses the directories of the replaced site for the next one. A county has thousands, one per page, and creating one takes ten times as
 * long as linking a file into it. All files are deleted before the directories become available, so nothing of the old site appears in the
 * new one.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listFilesRecursive } from './list-files.ts';

/** Deletes the files of $1 and renames it to $2; if $2 exists or anything fails, removes $1. */
const EMPTY = 'find "$1" ! -type d -delete && [ ! -e "$2" ] && mv "$1" "$2" || rm -rf -- "$1"';

/** Path of the pool in a cache. */
const poolPath = (cacheDir: string) => join(cacheDir, 'folders');

/** Creates the directory `path`, from the pool if there is one on the same disk. */
export function reuseDirectories(cacheDir: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  try {
    renameSync(poolPath(cacheDir), path);
  } catch {
    mkdirSync(path, { recursive: true });
  }
}

/**
 * Deletes the files of the site in `path` and moves its directories to the pool, in a process that outlives this one. On another
 * disk than the cache everything is deleted.
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

/** Removes the directories below `path` without files; returns the paths of the files, relative to `path`. */
export function pruneEmptyDirectories(path: string): string[] {
  return listFilesRecursive(path, rmdirSync);
}
