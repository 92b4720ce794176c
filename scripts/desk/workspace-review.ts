/**
 * Sends documents for review to the push server, as the branch `review/NAME`: it builds the site with them at an address that nobody can guess, which
 * also opens on a reviewer's phone when the desk runs on the editor's machine.
 */
import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import type { PublishAnswer, ReviewAnswer } from '../../src/desk/contract.ts';
import { REVIEW_BRANCHES, reviewOnlyMessage } from '../../src/publish/git/index.ts';
import type { Settings } from '../../src/settings.ts';
import { commitTree } from './commit-tree.ts';
import { companions } from './companions.ts';
import { gitText, isOffline, lastLine } from './git-text.ts';
import type { Git } from './git-workspace.ts';
import { isPushServer, remoteWords } from './push-server.ts';
import { fetchPublished } from './sending.ts';
import { joinPublished, publishedCommit, withIndex } from './tree-sync.ts';

const OFFLINE_ANSWER = '现在连不上网站，没有送出去。连上以后再按一次“送审”。';
/** Characters of the hash in the name of a branch. */
const HASH_LENGTH = 10;

export interface ReviewRequest {
  /** Paths from the folder around the content. */
  files: readonly string[];
  /** The branch is `review/NAME`. */
  name: string;
  /** The first document's page, from the site's root. */
  page: string;
  message: string;
}

/** Pushes the files as they are saved; undefined where the remote is not a push server. */
export async function sendReview(
  git: Git,
  settings: Pick<Settings, 'contentDir' | 'publicDir'>,
  { files, name, page, message }: ReviewRequest,
): Promise<ReviewAnswer | undefined> {
  if (!(await isPushServer(git))) return undefined;
  const fetched = await fetchPublished(git);
  if (fetched.code !== 0 && isOffline(fetched.err)) return { answer: OFFLINE_ANSWER };
  await joinPublished(git);
  const published = await publishedCommit(git);
  const base = published && (await gitText(git, ['merge-base', 'HEAD', published]));
  if (!base) return undefined;
  const commit = await commitFiles(
    git,
    base,
    [...files, ...(await companions(git, settings, files))],
    message,
  );
  if (commit === undefined) return { answer: '网上的就是这一稿，没有还没发布的修改，不用送审。' };
  const { answer, address } = await pushReview(git, commit, name);
  return address === undefined ? { answer } : { answer, url: `${address}${page.replace(/^\//, '')}` };
}

/** Removes the branch; the server removes its pages. Returns whether it is gone. */
export async function endReview(git: Git, name: string): Promise<boolean> {
  const { code, err } = await git(['push', 'origin', '--delete', `${REVIEW_BRANCHES}${name}`]);
  return code === 0 || /remote ref does not exist/.test(err);
}

/**
 * Sends commits that wait for the approval of another person, so that this person's desk on another machine lists them; the answer then has the
 * address for the reviewer.
 */
export async function sendWaiting(git: Git, answer: PublishAnswer): Promise<PublishAnswer> {
  if (!answer.waiting || answer.commit === undefined || !(await isPushServer(git))) return answer;
  const owner = await gitText(git, ['var', 'GIT_AUTHOR_IDENT']);
  const tree = await gitText(git, ['rev-parse', '--absolute-git-dir']);
  const identity = `${owner.replace(/ \d+ [-+]\d+$/, '')}\0${hostname()}\0${tree}`;
  const hash = createHash('sha256').update(identity).digest('hex').slice(0, HASH_LENGTH);
  const sent = await pushReview(git, answer.commit, `waiting-${hash}`);
  return { ...answer, answer: `${answer.answer}\n${sent.answer}` };
}

/** Pushes a commit to the branch `review/NAME`, in place of what it was; `address` is the root of the review's pages. */
async function pushReview(
  git: Git,
  commit: string,
  name: string,
): Promise<{ answer: string; address?: string }> {
  const pushed = await git(['push', '--force', 'origin', `${commit}:${REVIEW_BRANCHES}${name}`]);
  if (pushed.code !== 0 && isOffline(pushed.err)) return { answer: OFFLINE_ANSWER };
  const answer = remoteWords(pushed.err);
  const address = /^https?:\/\/\S+?\/_review\/[\w-]+\//m.exec(answer)?.[0];
  return pushed.code === 0 && address !== undefined
    ? { answer, address }
    : { answer: answer || lastLine(pushed.err) };
}

/** A commit on `base` with the files as they are saved, and nothing else; undefined if they do not differ from it. */
async function commitFiles(
  git: Git,
  base: string,
  files: readonly string[],
  message: string,
): Promise<string | undefined> {
  const tree = await withIndex(git, base, async (env) => {
    const input = files.map((file) => `${file}\0`).join('');
    await git(['update-index', '--add', '--remove', '-z', '--stdin'], { env, input });
    return gitText(git, ['write-tree'], { env });
  });
  if (tree === (await gitText(git, ['rev-parse', `${base}^{tree}`]))) return undefined;
  return commitTree(git, tree, [base], reviewOnlyMessage(message));
}
