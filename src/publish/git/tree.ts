/**
 * The files of the last publication, in one folder of the repository: the next one writes only what a push changes. Git compares size and
 * time of each file with its index, and removes files that the commit does not have.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PUBLISHED_FOLDERS } from './repository.ts';
import { runGit } from './run-git.ts';

/**
 * Writes the published folders of a commit into the shared folder below `stateDir` and returns it. The caller holds the lock of the
 * repository. Throws PublishError if git fails.
 */
export function updateTree(gitDir: string, commit: string, stateDir: string): string {
  const name = treeName();
  const folder = join(stateDir, name);
  const listed = runGit(gitDir, ['ls-tree', '-z', commit, ...PUBLISHED_FOLDERS]).out;
  const tree = runGit(gitDir, ['mktree', '-z'], { input: listed }).out.trim();
  removeOthers(stateDir, name);
  try {
    readTree(gitDir, tree, folder);
  } catch {
    // Damaged by hand, or by a kill that git does not forgive.
    for (const path of [folder, indexOf(folder)]) rmSync(path, { recursive: true, force: true });
    readTree(gitDir, tree, folder);
  }
  return folder;
}

/** Removes the folder with `remove`, which need not wait; the next publication writes all files. */
export function removeTree(stateDir: string, remove: (folder: string) => void): void {
  const folder = join(stateDir, treeName());
  const removed = `${folder}.${process.pid}`;
  try {
    rmSync(indexOf(folder), { force: true });
    renameSync(folder, removed);
  } catch {
    return;
  }
  remove(removed);
}

function readTree(gitDir: string, tree: string, folder: string): void {
  const index = indexOf(folder);
  mkdirSync(folder, { recursive: true });
  // Left by a killed process: the caller holds the lock.
  rmSync(`${index}.lock`, { force: true });
  const env = { GIT_INDEX_FILE: index };
  runGit(gitDir, [`--work-tree=${folder}`, 'read-tree', '--reset', '-u', tree], { env });
  runGit(gitDir, [`--work-tree=${folder}`, 'clean', '-ffdxq'], { env });
}

const PREFIX = 'tree-';
const indexOf = (folder: string): string => `${folder}.index`;

/**
 * The name of the folder, another one after each start of the machine: after a power cut a file may have the recorded size and time, and
 * not its bytes.
 */
function treeName(): string {
  try {
    return PREFIX + readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return PREFIX + randomUUID();
  }
}

function removeOthers(stateDir: string, name: string): void {
  for (const other of readdirSync(stateDir)) {
    if (!other.startsWith(PREFIX) || other === name || other === indexOf(name)) continue;
    try {
      rmSync(join(stateDir, other), { recursive: true, force: true });
    } catch {
      // Another process is removing it.
    }
  }
}
