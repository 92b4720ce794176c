/**
 * The one mechanism for temporary folders: named after the process, so that the next run removes those of a killed one, and removed on a
 * signal. They are below `.mingbai`, or next to an output on another disk.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from '../src/make-folder.ts';
import { projectDir } from '../src/settings.ts';
import { onInterrupt } from './interrupt.ts';

/** Makes an empty folder below `.mingbai/NAME`; removes those of processes that have ended. */
export function makeTempDir(name: string): string {
  return makeDirIn(join(projectDir, '.mingbai', name), '');
}

/**
 * Creates an empty folder from which a finished site can be renamed to `outDir`: below `.mingbai` if that is on the same disk and
 * writable, otherwise hidden next to the output.
 */
export function makeTempDirFor(outDir: string): string {
  const parent = dirname(outDir);
  const prefix = `.${basename(outDir)}.`;
  makeFolder(parent);
  removeStale(parent, prefix);
  const probe = join(parent, `${prefix}${process.pid}.probe`);
  let folder: string | undefined;
  try {
    folder = makeTempDir('site');
    mkdirSync(join(folder, 'probe'));
    // Only a rename proves it: two mounts of one disk have the same device number.
    renameSync(join(folder, 'probe'), probe);
    return folder;
  } catch {
    if (folder !== undefined) removeTempDir(folder);
    return makeDirIn(parent, prefix);
  } finally {
    removeIfPossible(probe);
  }
}

/** The path for the site that is replaced; a process that outlives this one removes it. */
export function replacedPathFor(folder: string): string {
  return `${folder}-last`;
}

/** Removes a temporary folder with `how`; what the disk refuses to remove is left to the next run. */
export function removeTempDir(folder: string, how: (folder: string) => void = removeIfPossible): void {
  cancelCleanup.get(folder)?.();
  cancelCleanup.delete(folder);
  how(folder);
}

/** Functions that cancel the removal of a folder on a signal. */
const cancelCleanup = new Map<string, () => void>();
/** Number of folders created by this process: part of their names. */
let dirCount = 0;

function makeDirIn(top: string, prefix: string): string {
  makeFolder(top);
  removeStale(top, prefix);
  dirCount += 1;
  const folder = join(top, `${prefix}${process.pid}-${dirCount}`);
  // Containers reuse process numbers: a folder of this name is not ours.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  cancelCleanup.set(
    folder,
    onInterrupt(() => removeIfPossible(folder)),
  );
  return folder;
}

/** Names of temporary folders, of replaced sites next to them, and of those of earlier versions. */
const TEMP_NAME = /^(\d+)(?:-\d+(-last)?|\.(?:new|old|content|photographs|probe))?$/;
/** How long a process that outlives its parent may take to remove a replaced site. */
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
    // The next run tries again.
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
