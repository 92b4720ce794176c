/**
 * A repository that editors push to. It has no more than git's own hooks: nothing runs between two pushes. The hooks call
 * the Mingbai that made the repository; no program is ever taken from what was pushed.
 */
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../make-folder.ts';
import { PublishError, toFolderError } from '../publish-error.ts';
import { shellQuote } from '../shell-quote.ts';
import { runGit } from './run-git.ts';

/** The one branch that is published. */
export const BRANCH = 'refs/heads/main';
/**
 * What editors push to by the settings of their clones: git asks nothing of it beforehand ("fetch first"), and what came second
 * is joined with the branch.
 */
export const MERGED_BRANCH = 'refs/for/main';
/** Where the commits that the branch stood at are named: a push leaves out what it knows from them. */
const OFFERED_REFS = 'refs/mingbai/published';
const MAX_OFFERED_COMMITS = 100;
/** What git writes for "no commit". */
export const NO_COMMIT = /^0+$/;

/** A push is looked at in the first, published and taken in the second. */
const HOOKS = ['pre-receive', 'proc-receive'] as const;
/** Of earlier versions, which published what they had taken already. */
const FORMER_HOOKS = ['post-receive'];
/** The first that has proc-receive. */
const MIN_GIT_VERSION = [2, 29] as const;
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
    makeRepositoryFolder(gitDir);
    runGit(gitDir, ['init', '--quiet', '--bare', '--initial-branch=main', gitDir]);
  }
  checkVersion(gitDir);
  const settings = {
    'mingbai.site': siteDir,
    'receive.denyDeletes': 'true',
    'receive.denyNonFastForwards': 'true',
    'receive.fsckObjects': 'true',
    // Before any hook git can only say so in English: smaller ones that are too large are told in pre-receive.
    'receive.maxInputSize': '2g',
    // Not among what a clone or `git ls-remote` is told.
    'uploadpack.hideRefs': 'refs/mingbai',
  };
  for (const [name, value] of Object.entries(settings)) runGit(gitDir, ['config', name, value]);
  runGit(gitDir, ['config', '--replace-all', 'receive.procReceiveRefs', BRANCH]);
  runGit(gitDir, ['config', '--add', 'receive.procReceiveRefs', MERGED_BRANCH]);
  mkdirSync(join(gitDir, 'hooks'), { recursive: true });
  for (const hook of HOOKS) {
    const path = join(gitDir, 'hooks', hook);
    writeFileSync(path, `#!/bin/sh\nexec ${command.map(shellQuote).join(' ')} ${hook}\n`);
    chmodSync(path, 0o755);
  }
  for (const hook of FORMER_HOOKS) rmSync(join(gitDir, 'hooks', hook), { force: true });
}

function makeRepositoryFolder(gitDir: string): void {
  try {
    makeFolder(gitDir);
  } catch (error) {
    throw toFolderError(gitDir, error);
  }
}

function checkVersion(gitDir: string): void {
  const text = runGit(gitDir, ['--version']).out.trim();
  const [major = 0, minor = 0] = (/\d+\.\d+/.exec(text)?.[0] ?? '').split('.').map(Number);
  const [leastMajor, leastMinor] = MIN_GIT_VERSION;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  throw new PublishError(
    `这台机器上的 git 太旧（${text}），推上来的修改发布不了。请换成 ${MIN_GIT_VERSION.join('.')} 或更新的。`,
  );
}

/** The folder to which a repository publishes. */
export function readSiteFolder(gitDir: string): string {
  return runGit(gitDir, ['config', 'mingbai.site']).out.trim();
}

/** The commit that the branch stands at; undefined where there is none. */
export function readHead(gitDir: string): string | undefined {
  const { code, out } = runGit(gitDir, ['rev-parse', '--quiet', '--verify', BRANCH], { answers: [0, 1] });
  return code === 0 ? out.trim() : undefined;
}

/** Whether `older` is `newer` or one of the commits before it. */
export function isAncestor(gitDir: string, older: string, newer: string): boolean {
  return runGit(gitDir, ['merge-base', '--is-ancestor', older, newer], { answers: [0, 1, 128] }).code === 0;
}

/**
 * Moves the branch from one commit to another; only the publication that holds the repository's lock does. Throws
 * PublishError where it stands elsewhere.
 */
export function moveBranch(gitDir: string, from: string, to: string): void {
  removeStaleLock(join(gitDir, `${BRANCH}.lock`));
  runGit(gitDir, ['update-ref', BRANCH, to, from]);
}

/** The newest commit that both have; undefined where they have none. */
export function mergeBase(gitDir: string, one: string, other: string): string | undefined {
  const { code, out } = runGit(gitDir, ['merge-base', one, other], { answers: [0, 1] });
  return code === 0 ? out.trim() : undefined;
}

/**
 * Names the commits that the branch stood at last, so that git in an editor's clone, which knows one of them, does not send
 * the whole history with a push that came second.
 */
export function updateOfferedRefs(gitDir: string): void {
  const lines = (args: string[]) =>
    runGit(gitDir, args)
      .out.split('\n')
      .filter((line) => line !== '');
  const wanted = new Set(lines(['rev-list', '--first-parent', `--max-count=${MAX_OFFERED_COMMITS}`, BRANCH]));
  const present = new Set(lines(['for-each-ref', '--format=%(objectname)', OFFERED_REFS]));
  const changes = [
    ...[...wanted]
      .filter((commit) => !present.has(commit))
      .map((commit) => `update ${OFFERED_REFS}/${commit} ${commit}`),
    ...[...present]
      .filter((commit) => !wanted.has(commit))
      .map((commit) => `delete ${OFFERED_REFS}/${commit}`),
  ];
  runGit(gitDir, ['update-ref', '--stdin'], { input: changes.map((line) => `${line}\n`).join('') });
}

/** How long git may hold a branch, to move it or to pack it. */
const MAX_LOCK_AGE_MS = 5000;

/** Removes the lock of a git that was killed: one that is alive holds it for a moment. */
function removeStaleLock(lock: string): void {
  const began = Date.now();
  while (existsSync(lock)) {
    if (Date.now() - began > MAX_LOCK_AGE_MS) rmSync(lock, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
}

const COMMIT_AUTHOR = { NAME: '明白纸', EMAIL: 'mingbai@localhost' };

/** The environment by which a commit of our own is written. */
export const COMMIT_AUTHOR_ENV: Record<string, string> = Object.fromEntries(
  Object.entries(COMMIT_AUTHOR).flatMap(([name, value]) =>
    ['AUTHOR', 'COMMITTER'].map((role) => [`GIT_${role}_${name}`, value]),
  ),
);

export interface InitialContent {
  contentDir: string;
  publicDir: string;
  /** Texts of files beside the two folders, by name. */
  files: Readonly<Record<string, string>>;
  /** An empty folder for what is under way. */
  work: string;
}

/** Begins the branch with two folders as `content` and `public`, so that an editor's first clone has them. */
export function createBranch(gitDir: string, { contentDir, publicDir, files, work }: InitialContent): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(work, name), text);
  for (const [name, from] of Object.entries({ content: contentDir, public: publicDir })) {
    if (existsSync(from)) cpSync(from, join(work, name), { recursive: true });
  }
  const env = { GIT_INDEX_FILE: join(work, 'index') };
  runGit(gitDir, [`--work-tree=${work}`, 'add', '--force', 'content', 'public', ...Object.keys(files)], {
    env,
  });
  const tree = runGit(gitDir, ['write-tree'], { env }).out.trim();
  const commit = runGit(gitDir, ['commit-tree', tree, '-m', '开始'], { env: COMMIT_AUTHOR_ENV });
  runGit(gitDir, ['update-ref', BRANCH, commit.out.trim()]);
}

/** The folders that are published; a repository may hold the program as well. */
export const PUBLISHED_FOLDERS = ['content', 'public'] as const;

/** Writes the published folders of a commit into the empty folder `to`. */
export function checkOut(gitDir: string, commit: string, to: string): void {
  mkdirSync(to, { recursive: true });
  const index = join(to, '.index');
  const env = { GIT_INDEX_FILE: index };
  runGit(gitDir, ['read-tree', commit], { env });
  const files = runGit(gitDir, ['ls-files', '-z', '--', ...PUBLISHED_FOLDERS], { env }).out;
  const checkOut = ['checkout-index', '-z', '--stdin', `--prefix=${to}/`];
  runGit(gitDir, [`--work-tree=${to}`, ...checkOut], { env, input: files });
  rmSync(index);
}
