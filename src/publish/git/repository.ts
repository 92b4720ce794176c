/**
 * The repository that editors push to. It uses git's own hooks only: no service runs between two pushes. The hooks call the
 * Mingbai that made the repository; no program of a push is run.
 */
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../make-folder.ts';
import { PublishError, toFolderError } from '../publish-error.ts';
import { shellQuote } from '../shell-quote.ts';
import { runGit } from './run-git.ts';

/** The published branch. */
export const BRANCH = 'refs/heads/main';
/**
 * The ref that editors' clones push to by their settings: git does not reject a push that came second ("fetch first"), and it
 * is merged with the branch.
 */
export const MERGED_BRANCH = 'refs/for/main';
/** Branches that are built for reviewers and never published. */
export const REVIEW_BRANCHES = 'refs/heads/review/';
/** Refs of the last commits of the branch: a push does not send what they contain. */
const OFFERED_REFS = 'refs/mingbai/published';
const MAX_OFFERED_COMMITS = 100;
/** Git's notation for "no commit". */
export const NO_COMMIT = /^0+$/;

/** pre-receive checks a push, proc-receive publishes and accepts it. */
const HOOKS = ['pre-receive', 'proc-receive'] as const;
/** Hooks of earlier versions, which published after accepting. */
const FORMER_HOOKS = ['post-receive'];
/** The first version with proc-receive. */
const MIN_GIT_VERSION = [2, 29] as const;
export type Hook = (typeof HOOKS)[number];

export interface RepositoryOptions {
  /** The folder of the published site. */
  siteDir: string;
  /** The command of the hooks and its arguments; the hook's name is appended. */
  command: readonly string[];
}

/** Makes the repository in `gitDir`, or updates an existing one. */
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
    // Git reports this limit in English before any hook runs: smaller ones are refused in pre-receive.
    'receive.maxInputSize': '2g',
    // Hidden from clones and `git ls-remote`.
    'uploadpack.hideRefs': 'refs/mingbai',
  };
  for (const [name, value] of Object.entries(settings)) runGit(gitDir, ['config', name, value]);
  runGit(gitDir, ['config', '--replace-all', 'receive.procReceiveRefs', BRANCH]);
  for (const ref of [MERGED_BRANCH, REVIEW_BRANCHES.replace(/\/$/, '')])
    runGit(gitDir, ['config', '--add', 'receive.procReceiveRefs', ref]);
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

/** The commit of the branch; undefined if there is none. */
export function readHead(gitDir: string): string | undefined {
  const { code, out } = runGit(gitDir, ['rev-parse', '--quiet', '--verify', BRANCH], { answers: [0, 1] });
  return code === 0 ? out.trim() : undefined;
}

/** Whether the repository has a commit. */
export function hasCommit(gitDir: string, commit: string): boolean {
  return runGit(gitDir, ['cat-file', '-e', `${commit}^{commit}`], { answers: [0, 1, 128] }).code === 0;
}

/** Whether `older` is `newer` or one of its ancestors. */
export function isAncestor(gitDir: string, older: string, newer: string): boolean {
  return runGit(gitDir, ['merge-base', '--is-ancestor', older, newer], { answers: [0, 1, 128] }).code === 0;
}

/**
 * Moves the branch from one commit to another; the caller holds the repository's lock. Throws PublishError if the branch is
 * elsewhere.
 */
export function moveBranch(gitDir: string, from: string, to: string): void {
  removeStaleLock(join(gitDir, `${BRANCH}.lock`));
  runGit(gitDir, ['update-ref', BRANCH, to, from]);
}

/** The newest common ancestor; undefined if there is none. */
export function mergeBase(gitDir: string, one: string, other: string): string | undefined {
  const { code, out } = runGit(gitDir, ['merge-base', one, other], { answers: [0, 1] });
  return code === 0 ? out.trim() : undefined;
}

/**
 * Updates the refs of the branch's last commits. An editor's clone knows one of them, so that git does not send the whole
 * history with a push that came second.
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

/** The longest that git locks a branch, to move or pack it. */
const MAX_LOCK_AGE_MS = 5000;

/** Removes the lock of a killed git: a running one holds it for a moment. */
function removeStaleLock(lock: string): void {
  const began = Date.now();
  while (existsSync(lock)) {
    if (Date.now() - began > MAX_LOCK_AGE_MS) rmSync(lock, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
}

const COMMIT_AUTHOR = { NAME: '明白纸', EMAIL: 'mingbai@localhost' };

/** The environment for commits of the server. */
export const COMMIT_AUTHOR_ENV: Record<string, string> = Object.fromEntries(
  Object.entries(COMMIT_AUTHOR).flatMap(([name, value]) =>
    ['AUTHOR', 'COMMITTER'].map((role) => [`GIT_${role}_${name}`, value]),
  ),
);

export interface InitialContent {
  contentDir: string;
  publicDir: string;
  /** Texts of further files, by name. */
  files: Readonly<Record<string, string>>;
  /** An empty folder for temporary files. */
  work: string;
}

/** Makes the first commit, with two folders as `content` and `public`, so that an editor's first clone has them. */
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

/** The published folders; the repository may contain the program as well. */
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
