/** An earlier commit of this project in a folder of its own, with its packages. */
import { spawnSync } from 'node:child_process';
import { projectDir } from '../../src/settings.ts';
import { UsageError } from '../usage-error.ts';

/** Checks out `commit` as a worktree in `folder` and installs its packages. Throws UsageError if there is no such commit. */
export function checkOutCommit(commit: string, folder: string): void {
  const { status, stderr } = runGit('worktree', 'add', '--detach', folder, commit);
  if (status !== 0) throw new UsageError(`git worktree add ${commit}: ${stderr.trim()}`);
  process.stderr.write(`  installing the packages of ${commit}…\n`);
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (npm.status !== 0) throw new Error(`npm ci of ${commit} failed:\n${npm.stderr}`);
}

/** Removes the worktree. */
export function removeCommit(folder: string): void {
  runGit('worktree', 'remove', '--force', folder);
}

function runGit(...args: string[]) {
  return spawnSync('git', args, { cwd: projectDir, encoding: 'utf8' });
}
