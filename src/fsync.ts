/** Waits until written files are on the disk, before anything refers to them: after a power cut they are complete or absent. */
import { spawnSync } from 'node:child_process';
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** From this many files on, one sync of the whole file system is faster than one fsync for each file. */
const MIN_FILES_FOR_SYNC = 100;

/** Syncs the given files below `folder` and all folders that contain them. */
export function fsyncFiles(folder: string, paths: readonly string[]): void {
  if (
    paths.length >= MIN_FILES_FOR_SYNC &&
    spawnSync('sync', ['-f', folder], { stdio: 'ignore' }).status === 0
  ) {
    return;
  }
  const folders = new Set([folder]);
  for (const path of paths) {
    fsyncPath(join(folder, path));
    for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
      folders.add(join(folder, parent));
    }
  }
  for (const each of folders) fsyncPath(each);
}

/** Syncs one file or folder. */
export function fsyncPath(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
