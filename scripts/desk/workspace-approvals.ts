/** Changes that wait for another person: in the working trees of this desk, and on the branches sent for review. */
import type { Approvals, PublishAnswer, WaitingChange } from '../../src/desk/contract.ts';
import { DeskError } from '../../src/desk/desk-error.ts';
import {
  type ApprovalState,
  approvalMessage,
  isReviewOnly,
  isSameName,
  readApprovals,
} from '../../src/publish/git/index.ts';
import { approvalMode } from '../git/check-approvals.ts';
import { commitTree } from './commit-tree.ts';
import { gitText } from './git-text.ts';
import type { Git } from './git-workspace.ts';
import { commonDir, pushCommit } from './sending.ts';
import { publishedCommit } from './tree-sync.ts';

/** Lines of one file in the list; a longer change is read on the page for review. */
const MAX_LISTED_LINES = 400;

interface WaitingBranch {
  ref: string;
  commit: string;
  base: string;
  state: ApprovalState;
}

/** What the site demands, and what waits; without the demand nothing waits. */
export async function readWaiting(git: Git): Promise<Approvals> {
  const { mode, branches } = await findWaiting(git);
  const me = await currentUser(git);
  return { mode, waiting: await Promise.all(branches.map((branch) => describe(git, branch, me))) };
}

/**
 * Approves the commit as the tree's user and publishes it. Throws DeskError if it is not the latest of its branch any more, or if the user made
 * one of the changes.
 */
export async function approveChange(git: Git, commit: string): Promise<PublishAnswer> {
  const { branches } = await findWaiting(git);
  const found = branches.find((branch) => branch.commit === commit);
  if (found === undefined) throw new DeskError(409, '这一稿刚才又改过，或者已经发布了。请再看一遍现在的。');
  const message = approvalMessage(found.state.changed);
  const approved = await commitTree(git, `${commit}^{tree}`, [commit], message);
  if (approved === '')
    throw new DeskError(500, '没有记下您的同意。请先告诉 git 您是谁：git config user.name 您的名字');
  const gitDir = await commonDir(git);
  const { missing } = readApprovals(gitDir, { head: found.base, commit: approved, pushed: approved });
  if (missing.length > 0) throw new DeskError(403, '自己不能同意自己改的，请另一个人来看。');
  const isLocal = found.ref.startsWith('refs/heads/');
  if (isLocal) await git(['update-ref', '-m', 'desk: approve', found.ref, approved, commit]);
  const answer = await pushCommit(git, approved);
  if (!answer.ok && isLocal) await git(['update-ref', '-m', 'desk: refused', found.ref, commit, approved]);
  return answer;
}

async function findWaiting(git: Git): Promise<{ mode: Approvals['mode']; branches: WaitingBranch[] }> {
  const published = await publishedCommit(git);
  const gitDir = await commonDir(git);
  const mode = published === undefined ? undefined : approvalMode(gitDir, published);
  if (published === undefined || mode === undefined) return { mode: undefined, branches: [] };
  const refs = await gitText(git, [
    'for-each-ref',
    '--format=%(refname) %(objectname)',
    'refs/heads',
    'refs/remotes/origin/review',
  ]);
  const branches: WaitingBranch[] = [];
  for (const line of refs.split('\n').filter(Boolean)) {
    const [ref = '', commit = ''] = line.split(' ');
    const base = await gitText(git, ['merge-base', commit, published]);
    if (base === '' || base === commit) continue;
    if (isReviewOnly(await gitText(git, ['log', '-1', '--format=%B', commit]))) continue;
    const state = readApprovals(gitDir, { head: base, commit, pushed: commit });
    const isNew = !branches.some((branch) => branch.commit === commit);
    if (isNew && state.missing.length > 0) branches.push({ ref, commit, base, state });
  }
  return { mode, branches };
}

async function describe(
  git: Git,
  { commit, base, state }: WaitingBranch,
  me: string,
): Promise<WaitingChange> {
  const log = await gitText(git, ['log', '--reverse', '--no-merges', '--format=%s', `${base}..${commit}`]);
  const authors = [...new Set(state.missing.flatMap((file) => file.authors))];
  const files = await Promise.all(
    state.changed.map(async ({ path }) => ({
      file: path,
      lines: await changedLines(git, base, commit, path),
    })),
  );
  return {
    commit,
    authors,
    date: await gitText(git, ['log', '-1', '--format=%aI', commit]),
    messages: log.split('\n').filter(Boolean),
    files,
    isOwn: authors.some((author) => isSameName(author, me)),
  };
}

/** The lines that were removed and added, with - or + before each. */
async function changedLines(git: Git, base: string, commit: string, path: string): Promise<string[]> {
  const diff = await gitText(git, [
    'diff',
    '--no-color',
    '--unified=0',
    '--no-renames',
    base,
    commit,
    '--',
    `:(top,literal)${path}`,
  ]);
  const lines = diff.split('\n').filter((line) => /^[-+](?!--|\+\+)/.test(line));
  return lines.slice(0, MAX_LISTED_LINES);
}

/** The name that git gives to a commit of this user. */
async function currentUser(git: Git): Promise<string> {
  return /^(.*) <[^<>]*> \d+ [-+]\d+$/.exec(await gitText(git, ['var', 'GIT_AUTHOR_IDENT']))?.[1] ?? '';
}
