/** An earlier version of Mingbai, to be measured beside the present one. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectDir } from '../../src/settings.ts';

export interface Version {
  /** `now`, or the commit. */
  name: string;
  projectDir: string;
  /** Path of the module that writes generated counties. */
  generator: string;
}

/** The present version. */
export const PRESENT: Version = {
  name: 'now',
  projectDir,
  generator: join(projectDir, 'scripts', 'bench', 'generate-content.ts'),
};

/** Where the generator was in earlier versions. */
const GENERATORS = ['generate-content.ts', 'corpus.ts'];

/**
 * Checks out a commit into the new folder `folder` with its packages; takes minutes if they are not those of the present version. Throws
 * with the output of what failed. `removeVersion` removes it.
 */
export function checkOutVersion(commit: string, folder: string): Version {
  mkdirSync(dirname(folder), { recursive: true });
  run('git', ['worktree', 'add', '--quiet', '--detach', folder, commit], projectDir);
  const lock = (root: string) => readFileSync(join(root, 'package-lock.json'), 'utf8');
  if (lock(folder) === lock(projectDir)) {
    symlinkSync(join(projectDir, 'node_modules'), join(folder, 'node_modules'));
  } else run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], folder);
  const generator = GENERATORS.map((name) => join(folder, 'scripts', 'bench', name)).find((path) =>
    existsSync(path),
  );
  if (generator === undefined) throw new Error(`${commit} has no generator of counties.`);
  return { name: commit, projectDir: folder, generator };
}

/** Removes what `checkOutVersion` made. */
export function removeVersion({ projectDir: folder }: Version): void {
  run('git', ['worktree', 'remove', '--force', folder], projectDir);
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${error ?? ''}${stdout}${stderr}`);
}
