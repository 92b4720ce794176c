/**
 * The one kind of temporary folder: named after its process, so that the next run clears away what a killed one left, and
 * removed when we are interrupted. It lies below `.mingbai`, or beside an output on another disk.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from '../src/make-folder.ts';
import { projectDir } from '../src/settings.ts';
import { onInterrupt } from './interrupt.ts';

/** A new empty folder below `.mingbai/NAME`; those of processes that have ended are removed. */
export function makeTempDir(name: string): string {
  return makeDirIn(join(projectDir, '.mingbai', name), '');
}

/**
 * A new empty folder from which a finished site can be renamed to `outDir`: below `.mingbai` where that is on the same disk
 * and can be written, else hidden beside the output.
 */
export function makeTempDirFor(outDir: string): string {
  const beside = dirname(outDir);
  const prefix = `.${basename(outDir)}.`;
  makeFolder(beside);
  removeStale(beside, prefix);
  const probe = join(beside, `${prefix}${process.pid}.probe`);
  let folder: string | undefined;
  try {
    folder = makeTempDir('site');
    mkdirSync(join(folder, 'probe'));
    // Only trying tells: two mounts of one disk have the same device number.
    renameSync(join(folder, 'probe'), probe);
    return folder;
  } catch {
    if (folder !== undefined) removeTempDir(folder);
    return makeDirIn(beside, prefix);
  } finally {
    removeIfPossible(probe);
  }
}

/** Where what `folder` replaces stands until it is removed, in a process that outlives this one. */
export function replacedPathFor(folder: string): string {
  return `${folder}-last`;
}

/** Removes a work folder, at once or as `how` does it; what a disk refuses to remove is left to the next run. */
export function removeTempDir(folder: string, how: (folder: string) => void = removeIfPossible): void {
  cancelCleanup.get(folder)?.();
  cancelCleanup.delete(folder);
  how(folder);
}

/** Takes back, for each folder, that it is removed when we are interrupted. */
const cancelCleanup = new Map<string, () => void>();
/** How many folders this process has made: each has a name of its own. */
let dirCount = 0;

function makeDirIn(top: string, prefix: string): string {
  makeFolder(top);
  removeStale(top, prefix);
  dirCount += 1;
  const folder = join(top, `${prefix}${process.pid}-${dirCount}`);
  // In a container processes have the same numbers again: what stands there by this name is none of ours.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  cancelCleanup.set(
    folder,
    onInterrupt(() => removeIfPossible(folder)),
  );
  return folder;
}

/** Names of work folders, of what stands beside them, and of those that earlier versions made. */
const TEMP_NAME = /^(\d+)(?:-\d+(-last)?|\.(?:new|old|content|photographs|probe))?$/;
/** So long a process that outlives its parent may take to remove what was replaced. */
const MAX_REMOVAL_MS = 60_000;

function removeStale(top: string, prefix: string): void {
  for (const name of readdirSync(top)) {
    if (!name.startsWith(prefix)) continue;
    const [, pid, isReplaced] = TEMP_NAME.exec(name.slice(prefix.length)) ?? [];
    const path = join(top, name);
    if (pid === undefined || isRunning(Number(pid))) continue;
    if (isReplaced && Date.now() - (statSync(path, { throwIfNoEntry: false })?.ctimeMs ?? 0) < MAX_REMOVAL_MS)
      continue;
    removeIfPossible(path);
  }
}

function removeIfPossible(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // The next run tries again; what was asked for does not depend on it.
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
