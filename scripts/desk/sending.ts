/**
 * Sends the commits of a working tree to the site: joins what others published, asks for the approval that the site demands, and pushes. What cannot
 * be pushed without a network stays committed and is marked, and is pushed once the network is back.
 */
import type { PublishAnswer, PublishOptions } from '../../src/desk/contract.ts';
import { MERGED_BRANCH, readApprovals } from '../../src/publish/git/index.ts';
import { approvalMode } from '../git/check-approvals.ts';
import { gitText, isOffline, lastLine } from './git-text.ts';
import type { Git } from './git-workspace.ts';
import { isPushServer, remoteWords } from './push-server.ts';
import { joinPublished, publishedCommit } from './tree-sync.ts';

/** Set on the commits that wait for the network; git keeps refs below this name for each working tree. */
const OFFLINE_REF = 'refs/worktree/mingbai-offline';

const OFFLINE_ANSWER = '现在连不上网站。已经存好，连上以后自己会发布。';

/** As many as ten users' trees need that fetch at the same moment. */
const FETCH_ATTEMPTS = 10;

/** Pushes all commits of the tree, joined with what others published. */
export async function sendCommits(git: Git, options: PublishOptions = {}): Promise<PublishAnswer> {
  const commit = await headOf(git);
  if ((await gitText(git, ['remote'])) === '')
    return { ok: true, answer: '存进了这台电脑上的仓库。还没有连到网站，没有发布。', commit, pending: true };
  const fetched = await fetchPublished(git);
  if (fetched.code !== 0 && isOffline(fetched.err)) return markOffline(git, commit);
  const conflicts = await joinPublished(git, { keep: options.keep });
  if (conflicts.length > 0) {
    await clearOffline(git);
    const files = conflicts.map(({ file }) => file).join('、');
    const answer = `别人刚发布的修改和您的在同一处：${files}。请选留哪一个，还没有发布。`;
    return { ok: false, answer, commit, conflicts };
  }
  const unapproved = await describeMissing(git);
  if (unapproved !== undefined) {
    await clearOffline(git);
    return { ok: true, answer: unapproved, commit: await headOf(git), waiting: true };
  }
  return pushCommit(git, 'HEAD');
}

/** Pushes one commit of the tree or of another one, and takes over what the server made of it. */
export async function pushCommit(git: Git, commit: string): Promise<PublishAnswer> {
  const sent = await gitText(git, ['rev-parse', commit]);
  const pushed = await git(['push', 'origin', `${sent}:${await pushRef(git)}`]);
  const answer = remoteWords(pushed.err);
  if (pushed.code !== 0 && isOffline(pushed.err)) return markOffline(git, sent);
  await clearOffline(git);
  if (pushed.code !== 0) return { ok: false, answer: answer || lastLine(pushed.err), commit: sent };
  await fetchPublished(git);
  await joinPublished(git);
  return { ok: true, answer: answer || '发布了。', commit: sent };
}

/**
 * Fetches the published branch and those for review; what the server removed is removed here as well. The users' trees share one repository:
 * of two fetches at once git lets one fail, because the other moved the branch.
 */
export async function fetchPublished(git: Git): ReturnType<Git> {
  for (let left = FETCH_ATTEMPTS; ; left -= 1) {
    const fetched = await git(['fetch', '--quiet', '--prune']);
    if (left === 1 || fetched.code === 0 || !/cannot lock ref/.test(fetched.err)) return fetched;
  }
}

/** Joins what others published, and pushes what waits for the network; undefined if there is nothing to push. */
export async function catchUp(git: Git): Promise<PublishAnswer | undefined> {
  if ((await gitText(git, ['remote'])) === '') return undefined;
  const isWaiting = (await git(['rev-parse', '--verify', '--quiet', OFFLINE_REF])).code === 0;
  if (isWaiting) {
    const answer = await sendCommits(git);
    return answer.pending ? undefined : answer;
  }
  if ((await fetchPublished(git)).code === 0) await joinPublished(git);
  return undefined;
}

/** What is missing before the commits of the tree may be published, for the editor; undefined if nothing is. */
async function describeMissing(git: Git): Promise<string | undefined> {
  const published = await publishedCommit(git);
  if (published === undefined) return undefined;
  const gitDir = await commonDir(git);
  const mode = approvalMode(gitDir, published);
  if (mode === undefined) return undefined;
  const [head, commit] = [await gitText(git, ['merge-base', 'HEAD', published]), await headOf(git)];
  const { missing, urgent } = readApprovals(gitDir, { head, commit, pushed: commit });
  if (missing.length === 0 || (urgent !== undefined && mode === 'required-or-urgent')) return undefined;
  return `存好了，还没有发布：这个网站要另一个人同意。请他在编辑台的“等人同意的”里看这一稿，按“同意并发布”。（${missing.map(({ path }) => path).join('、')}）`;
}

/** The folder that the working trees of a repository share. */
export const commonDir = (git: Git): Promise<string> =>
  gitText(git, ['rev-parse', '--path-format=absolute', '--git-common-dir']);

export const headOf = (git: Git): Promise<string> => gitText(git, ['rev-parse', 'HEAD']);

/** The ref of the remote that a push goes to: what the settings of the clone say, the one that is merged, or the published branch. */
async function pushRef(git: Git): Promise<string> {
  const configured = /:(refs\/.+)$/.exec(await gitText(git, ['config', 'remote.origin.push']))?.[1];
  if (configured !== undefined) return configured;
  if (await isPushServer(git)) return MERGED_BRANCH;
  return (await gitText(git, ['config', await upstreamKey(git)])) || 'refs/heads/main';
}

const upstreamKey = async (git: Git) =>
  `branch.${await gitText(git, ['symbolic-ref', '--short', '--quiet', 'HEAD'])}.merge`;

async function markOffline(git: Git, commit: string): Promise<PublishAnswer> {
  await git(['update-ref', OFFLINE_REF, commit]);
  return { ok: true, answer: OFFLINE_ANSWER, commit, pending: true };
}

const clearOffline = (git: Git) => git(['update-ref', '-d', OFFLINE_REF]);
