/**
 * Publishes pushes one after another and accepts each when it is live: the branch moves at the moment at which readers see the change. A
 * push whose publication fails is not accepted, so that git pushes it again. The commit is recorded before it becomes live, so that
 * recovery.ts can finish an interrupted publication.
 */

import { join } from 'node:path';
import { recycleDirectories } from '../../src/cache/directory-pool.ts';
import { formatDiagnostic } from '../../src/documents/diagnostic.ts';
import {
  BRANCH,
  hasCommit,
  MERGED_BRANCH,
  moveBranch,
  REVIEW_BRANCHES,
  readHead,
  readSiteFolder,
  type Update,
  type UpdateResult,
  updateOfferedRefs,
} from '../../src/publish/git/index.ts';
import {
  activatePrepared,
  activateRelease,
  isPrepared,
  liveReleaseId,
  PublishError,
  removeRelease,
  withLock,
} from '../../src/publish/index.ts';
import { readSettings } from '../../src/settings.ts';
import { changedFiles } from './changed-files.ts';
import type { PushedCommit } from './merge-push.ts';
import { pageAddresses } from './page-addresses.ts';
import { takePreparedPush } from './prepared-push.ts';
import {
  clearPendingCommit,
  isPending,
  readLiveCommit,
  readLiveDay,
  readPublishedRelease,
  saveLedger,
  startRecovery,
  writeLiveCommit,
  writePendingCommit,
} from './recovery.ts';
import { removeEndedReviews } from './reviews.ts';
import { isDue, scheduleLines } from './schedule.ts';
import { PUSH_SETTING_COMMAND, printToolHint } from './served-files.ts';
import { startSharing } from './share-release.ts';
import { stateDir } from './state-dir.ts';

type Say = (line: string) => void;

/** A release of a commit, ready to become live. */
interface BuiltRelease {
  id: string;
  url: string;
  ledger: string | undefined;
  /** The day for which it was built. */
  today: string;
  /** How long it took to check and build it. */
  seconds: number;
}

/**
 * Merges a push with earlier publications, publishes it and moves the branch, after the publication that is running now. What pre-receive
 * has built is not built again. Returns the result for git; before a refusal it prints the reason with `say`. Throws PublishError if the
 * site could not be published.
 */
export function publishPush(gitDir: string, update: Update, say: Say): Promise<UpdateResult> {
  return withPublishLock(gitDir, say, async () => {
    if (update.branch.startsWith(REVIEW_BRANCHES)) {
      const { publishReview } = await import('./review-push.ts');
      return publishReview(gitDir, update, say);
    }
    const prepared = takeUsablePush(gitDir, update);
    if (prepared !== undefined) {
      startRecovery(gitDir);
      const { head = NULL_COMMIT, commit } = prepared.pushed;
      makeLive(gitDir, commit, prepared.release, say, () => moveBranch(gitDir, head, commit));
      return acceptPush(gitDir, update, prepared.pushed, say);
    }
    const { mergePush } = await import('./merge-push.ts');
    const pushed = mergePush(gitDir, update.to);
    if ('refused' in pushed) {
      for (const line of pushed.refused) say(line);
      return { refusal: '和刚发布的修改重叠，怎么办看上面' };
    }
    // Merged with a push that came in between, the texts may be others than those approved.
    const unapproved = (await import('./check-approvals.ts')).refuseUnapproved(
      gitDir,
      pushed,
      update.to,
      say,
    );
    if (unapproved.length > 0) {
      for (const line of unapproved) say(line);
      return { refusal: '还没有第二个人同意' };
    }
    const { commit, head = NULL_COMMIT } = pushed;
    startRecovery(gitDir);
    if (commit === head) return repeatPush(gitDir, update, head, say);
    const isLive = await publishCommit(gitDir, commit, say, () => moveBranch(gitDir, head, commit));
    if (!isLive) return { refusal: '内容有错误' };
    return acceptPush(gitDir, update, pushed, say);
  });
}

/** What pre-receive has built for this update, if nothing was published since. */
function takeUsablePush(
  gitDir: string,
  update: Update,
): { pushed: PushedCommit; release: BuiltRelease } | undefined {
  const prepared = takePreparedPush(gitDir, update);
  if (prepared === undefined) return undefined;
  const { commit: pushed, release, liveRelease, today, url, ledger, seconds } = prepared;
  const siteDir = readSiteFolder(gitDir);
  const isCurrent =
    pushed.head === readHead(gitDir) &&
    pushed.head === readLiveCommit(gitDir) &&
    !isPending(gitDir) &&
    liveReleaseId(siteDir) === liveRelease &&
    readSettings().today === today &&
    isPrepared(siteDir, release) &&
    hasCommit(gitDir, pushed.commit);
  return isCurrent ? { pushed, release: { id: release, url, ledger, today, seconds } } : undefined;
}

/** The result for git of a push that is live. */
function acceptPush(
  gitDir: string,
  update: Update,
  { commit, head = NULL_COMMIT, isMerged }: PushedCommit,
  say: Say,
): UpdateResult {
  finish(gitDir, commit, say);
  if (isMerged) {
    say('别人刚才也发布了修改，和您的不在一处，已经合在一起发布了。请取回合好的：git pull');
    // The clone lacks the merge commit, so its remote branch cannot be set to it.
    return {};
  }
  if (update.branch !== MERGED_BRANCH) {
    say(`两个人同时改也推得上，请在这个文件夹里运行一次：${PUSH_SETTING_COMMAND}`);
    return {};
  }
  return { moved: { branch: BRANCH, from: head, to: commit } };
}

/** Updates after a push is live. They may fail on a full disk; the push is accepted all the same. */
function finish(gitDir: string, commit: string, say: Say): void {
  try {
    updateOfferedRefs(gitDir);
    removeEndedReviews(gitDir, say);
    printToolHint(gitDir, commit, say);
  } catch {
    // The next push repeats it; until then a later push sends more than necessary.
  }
}

/** Git's notation for no commit. */
const NULL_COMMIT = '0'.repeat(40);

/** Answers a push without new commits. */
async function repeatPush(gitDir: string, update: Update, head: string, say: Say): Promise<UpdateResult> {
  if (isPending(gitDir) || isDue(gitDir, head)) await publishCommit(gitDir, head, say, () => undefined);
  else say('没有新的修改，网站上已经是您推的这些。');
  if (update.to !== head) {
    say('别人后来又改过，请取回来：git pull');
    return {};
  }
  return update.branch === MERGED_BRANCH ? { moved: { branch: BRANCH, from: head, to: head } } : {};
}

/**
 * Publishes the branch if it is not live: the first time, after an interrupted publication, after the branch was moved by hand, or on the day of
 * a document that waited for it; and on a new day, so that statuses are those of the day and the first push of the day makes only what it
 * changes. Returns whether it is live.
 */
export function publishBranch(gitDir: string, say: Say): Promise<boolean> {
  return withPublishLock(gitDir, say, async () => {
    const head = readHead(gitDir);
    if (head === undefined) throw new PublishError(`仓库里没有 ${BRANCH}，没有什么可发布的。`);
    if (
      head === readLiveCommit(gitDir) &&
      !isPending(gitDir) &&
      liveReleaseId(readSiteFolder(gitDir)) !== undefined &&
      !isDue(gitDir, head)
    ) {
      if (isOfEarlierDay(gitDir)) await publishNewDay(gitDir, head, say);
      else say('网站和仓库里的是一样的，不用再发布。');
      return true;
    }
    return publishCommit(gitDir, head, say, () => undefined);
  });
}

/** Whether the live release was built for an earlier day; false after a rollback, which stays until the next push. */
function isOfEarlierDay(gitDir: string): boolean {
  const built = readLiveDay(gitDir);
  const isPublished = liveReleaseId(readSiteFolder(gitDir)) === readPublishedRelease(gitDir);
  return isPublished && built !== undefined && built < readSettings().today;
}

/**
 * Publishes the live commit for the present day. The release replaces the one before, so that a rollback undoes a push and not a night.
 * Content with errors on the new day stays as it is.
 */
async function publishNewDay(gitDir: string, head: string, say: Say): Promise<void> {
  const siteDir = readSiteFolder(gitDir);
  const before = liveReleaseId(siteDir);
  const isPublished = await publishCommit(gitDir, head, say, () => undefined);
  if (!isPublished || before === undefined) return;
  const { cacheDir } = readSettings();
  try {
    removeRelease(siteDir, before, (release) => recycleDirectories(release, cacheDir));
  } catch {
    // It is removed as an expired one later.
  }
}

/** Runs `work` while no other publication from the repository or to its site is running; calls `onWait` before it waits for one. */
export function withPublishLock<T>(
  gitDir: string,
  say: Say,
  work: () => Promise<T>,
  onWait?: () => void,
): Promise<T> {
  const options = {
    waitSeconds: 3600,
    onWait() {
      say('前面还有一次发布，排队等一下…');
      onWait?.();
    },
  };
  return withLock(stateDir(gitDir), () => withLock(readSiteFolder(gitDir), work, options), options);
}

/** Builds a commit, makes it live and calls `take` right after; returns whether it is live. */
async function publishCommit(gitDir: string, commit: string, say: Say, take: () => void): Promise<boolean> {
  const began = performance.now();
  say('正在生成网站…');
  const { buildCommit } = await import('./publish-commit.ts');
  const { diagnostics, release } = await buildCommit(gitDir, commit);
  if (release === undefined) {
    for (const diagnostic of diagnostics) say(formatDiagnostic(diagnostic));
    say('有错误，没有发布，网站还是原来的样子。请改好再推一次。');
    return false;
  }
  makeLive(gitDir, commit, { ...release, seconds: (performance.now() - began) / 1000 }, say, take);
  return true;
}

/** Makes the release of a commit live, calls `take` right after, and records both. */
function makeLive(
  gitDir: string,
  commit: string,
  { id, url, ledger, today, seconds }: BuiltRelease,
  say: Say,
  take: () => void,
): void {
  const began = performance.now();
  const siteDir = readSiteFolder(gitDir);
  const [live, before] = [readLiveCommit(gitDir), liveReleaseId(siteDir)];
  writePendingCommit(gitDir, commit);
  try {
    const { cacheDir } = readSettings();
    activatePrepared(siteDir, id, (release) => recycleDirectories(release, cacheDir));
    acceptOrGoBack(siteDir, before, take);
  } catch (error) {
    // If the site has not changed, there is nothing to recover.
    if (liveReleaseId(siteDir) === before) clearPendingCommit(gitDir);
    throw error;
  }
  try {
    saveLedger(gitDir, ledger);
    writeLiveCommit(gitDir, commit, today, id);
    clearPendingCommit(gitDir);
  } catch {
    // Live and accepted; the recovery records it later.
    say('服务器这会儿记不下发布的情况（多半是磁盘满了），过一会儿自己会补上，不用再推。');
  }
  startSharing(gitDir, url);
  const total = (seconds + (performance.now() - began) / 1000).toFixed(1);
  say(`发布好了，第 ${id} 版，用了 ${total} 秒。现在能看到：`);
  const changed = changedFiles(gitDir, live, commit);
  for (const address of pageAddresses(join(siteDir, 'current'), changed)) say(url + address);
  for (const line of scheduleLines(gitDir, commit, changed, today)) say(line);
}

/** Calls `take`; if that fails, makes the release before live again. */
function acceptOrGoBack(siteDir: string, before: string | undefined, take: () => void): void {
  try {
    take();
  } catch (error) {
    if (before !== undefined) activateRelease(siteDir, before);
    throw error;
  }
}
