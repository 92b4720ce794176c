/**
 * A repository that editors push to. It has no more than git's own hooks: nothing runs between two pushes. The hooks call
 * the Mingbai that made the repository; no program is ever taken from what was pushed.
 */
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGit } from './run-git.ts';

/** The one branch that is published. */
export const BRANCH = 'refs/heads/main';
/** What git writes for "no commit". */
export const NO_COMMIT = /^0+$/;

const HOOKS = ['pre-receive', 'post-receive'] as const;
export type Hook = (typeof HOOKS)[number];

export interface RepositoryOptions {
  /** The folder of the published site. */
  siteDir: string;
  /** The command of the hooks, word by word; the hook's name is put behind it. */
  command: readonly string[];
}

/** Makes the repository in `gitDir`, or puts it right where there is one already. */
export function makeRepository(gitDir: string, { siteDir, command }: RepositoryOptions): void {
  if (!existsSync(join(gitDir, 'HEAD'))) {
    mkdirSync(gitDir, { recursive: true });
    runGit(gitDir, ['init', '--quiet', '--bare', '--initial-branch=main', gitDir]);
  }
  const settings = {
    'mingbai.site': siteDir,
    'receive.denyDeletes': 'true',
    'receive.denyNonFastForwards': 'true',
    'receive.fsckObjects': 'true',
    'receive.maxInputSize': '200m',
  };
  for (const [name, value] of Object.entries(settings)) runGit(gitDir, ['config', name, value]);
  mkdirSync(join(gitDir, 'hooks'), { recursive: true });
  for (const hook of HOOKS) {
    const path = join(gitDir, 'hooks', hook);
    writeFileSync(path, `#!/bin/sh\nexec ${command.map(quote).join(' ')} ${hook}\n`);
    chmodSync(path, 0o755);
  }
}

/** The folder to which a repository publishes. */
export function siteOf(gitDir: string): string {
  return runGit(gitDir, ['config', 'mingbai.site']).out.trim();
}

/** The commit that the branch stands at; undefined where there is none. */
export function headOf(gitDir: string): string | undefined {
  const { code, out } = runGit(gitDir, ['rev-parse', '--quiet', '--verify', BRANCH], { answers: [0, 1] });
  return code === 0 ? out.trim() : undefined;
}

/** Whether `older` is `newer` or one of the commits before it. */
export function isAncestor(gitDir: string, older: string, newer: string): boolean {
  return runGit(gitDir, ['merge-base', '--is-ancestor', older, newer], { answers: [0, 1, 128] }).code === 0;
}

/** Begins the branch with two folders as `content` and `public`, so that an editor's first clone has them. */
export function beginBranch(gitDir: string, contentDir: string, publicDir: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-begin-'));
  try {
    for (const [name, from] of Object.entries({ content: contentDir, public: publicDir })) {
      if (existsSync(from)) cpSync(from, join(folder, name), { recursive: true });
    }
    const env = { GIT_INDEX_FILE: join(folder, 'index') };
    runGit(gitDir, [`--work-tree=${folder}`, 'add', '--force', 'content', 'public'], { env });
    const tree = runGit(gitDir, ['write-tree'], { env }).out.trim();
    const who = { NAME: '明白纸', EMAIL: 'mingbai@localhost' };
    const names = Object.entries(who).flatMap(([name, value]) =>
      ['AUTHOR', 'COMMITTER'].map((role) => [`GIT_${role}_${name}`, value]),
    );
    const commit = runGit(gitDir, ['commit-tree', tree, '-m', '开始'], { env: Object.fromEntries(names) });
    runGit(gitDir, ['update-ref', BRANCH, commit.out.trim()]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes the files of a commit into the empty folder `to`. */
export function checkOut(gitDir: string, commit: string, to: string): void {
  mkdirSync(to, { recursive: true });
  const index = join(to, '.index');
  const env = { GIT_INDEX_FILE: index };
  runGit(gitDir, ['read-tree', commit], { env });
  runGit(gitDir, [`--work-tree=${to}`, 'checkout-index', '--all', `--prefix=${to}/`], { env });
  rmSync(index);
}

function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
