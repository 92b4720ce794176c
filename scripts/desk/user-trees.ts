/**
 * A working tree of its own for each user of the desk: what one has saved or committed and not published, nobody else publishes by accident. Git
 * keeps them beside the desk's own clone, with one store of objects.
 */
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DeskError } from '../../src/desk/desk-error.ts';
import { type GitOutput, runGitAsync } from '../../src/git-command.ts';
import { findRepository } from '../../src/publish/git/index.ts';
import type { Settings } from '../../src/settings.ts';
import { readAllowedBases } from '../git/allowed-bases.ts';

/** Characters of the user's name in the name of the folder; a hash of the whole name makes it unique. */
const MAX_NAME_LENGTH = 20;
const HASH_LENGTH = 10;

/** The user whose tree it is, beside the tree. */
const userFile = (folder: string) => `${folder}.user`;

export interface UserTrees {
  /** The settings of the user's tree, which is made if it is missing. Throws DeskError if git cannot make it. */
  settingsOf(user: string): Promise<Settings>;
  /** The file beside the tree with the addresses of drafts sent for review. */
  draftsFile(user: string): string;
  /** The users who have a tree. */
  users(): string[];
  /** Removes the trees, of all or of these users, in which nothing waits to be published. */
  clean(users?: readonly string[]): Promise<void>;
}

/** Opens the trees below `.mingbai/desk` of the clone around the content folder of `settings`. */
export function openUserTrees(settings: Settings): UserTrees {
  const top = dirname(settings.contentDir);
  const folder = join(top, '.mingbai', 'desk');
  const git = (...args: string[]) => runGitAsync(['-C', top, ...args]);
  const treeOf = (user: string) => join(folder, treeName(user));
  const users = () =>
    (existsSync(folder) ? readdirSync(folder) : [])
      .filter((name) => name.endsWith('.user'))
      .map((name) => readFileSync(join(folder, name), 'utf8'));
  return {
    users,
    draftsFile: (user) => `${treeOf(user)}.reviews.json`,
    async settingsOf(user) {
      const tree = treeOf(user);
      await makeTree(git, top, tree, user);
      const prefix = textOf(await git('rev-parse', '--show-prefix'));
      const contentDir = join(tree, prefix, 'content');
      const gitDir = findRepository(top);
      return {
        ...settings,
        contentDir,
        publicDir: join(tree, prefix, 'public'),
        baseLimits: { within: tree, repositories: gitDir === undefined ? [] : readAllowedBases(gitDir) },
        // A copied value would stay after midnight.
        get today() {
          return settings.today;
        },
      };
    },
    async clean(named = users()) {
      for (const user of named) await removeUnused(git, treeOf(user), branchOf(user));
    },
  };
}

type GitCall = (...args: string[]) => Promise<GitOutput>;

const branchOf = (user: string) => `desk/${treeName(user)}`;

/** A name that is safe as a folder and in a branch, and another one for each user. */
export function treeName(user: string): string {
  const name = user.normalize('NFC');
  const readable = name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, MAX_NAME_LENGTH);
  return `${readable.replace(/^-+|-+$/g, '') || 'user'}-${createHash('sha256').update(name).digest('hex').slice(0, HASH_LENGTH)}`;
}

async function makeTree(git: GitCall, top: string, tree: string, user: string): Promise<void> {
  if (existsSync(join(tree, '.git'))) return;
  await ignoreFolder(git, top);
  mkdirSync(dirname(tree), { recursive: true });
  await git('worktree', 'prune');
  const branch = branchOf(user);
  const isKnown = (await git('rev-parse', '--verify', '--quiet', `refs/heads/${branch}`)).code === 0;
  const upstream = textOf(await git('rev-parse', '--abbrev-ref', '--symbolic-full-name', '@{upstream}'));
  if (upstream !== '' && !isKnown) await git('fetch', '--quiet');
  const start =
    upstream === '' ? ['--no-track', '-b', branch, tree, 'HEAD'] : ['--track', '-b', branch, tree, upstream];
  const made = await git('worktree', 'add', '--quiet', ...(isKnown ? [tree, branch] : start));
  if (made.code !== 0)
    throw new DeskError(500, `没有给您开出一份内容，请告诉管网站的人：${made.err.trim().split('\n').at(-1)}`);
  writeFileSync(userFile(tree), user);
}

/** Keeps the folder of the trees out of commits. */
async function ignoreFolder(git: GitCall, top: string): Promise<void> {
  if ((await git('check-ignore', '--quiet', '.mingbai/desk')).code === 0) return;
  const exclude = join(top, textOf(await git('rev-parse', '--git-path', 'info/exclude')));
  mkdirSync(dirname(exclude), { recursive: true });
  appendFileSync(exclude, '\n.mingbai/\n');
}

/** Removes a tree without unsaved changes and without commits that are not published; its addresses for review stay. */
async function removeUnused(git: GitCall, tree: string, branch: string): Promise<void> {
  const status = await runGitAsync(['-C', tree, 'status', '--porcelain', '--untracked-files=all']);
  if (status.code !== 0 || status.out.length > 0) return;
  const isPublished = await runGitAsync(['-C', tree, 'merge-base', '--is-ancestor', 'HEAD', '@{upstream}']);
  if (isPublished.code !== 0) return;
  if ((await git('worktree', 'remove', tree)).code !== 0) return;
  await git('branch', '--quiet', '-D', branch);
  rmSync(userFile(tree), { force: true });
}

const textOf = ({ code, out }: GitOutput): string => (code === 0 ? out.toString('utf8').trim() : '');
