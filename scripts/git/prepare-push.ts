/**
 * Builds a push in pre-receive, while git stores it apart, up to a release that only has to become live. So a push is checked and built
 * once, and proc-receive takes a moment.
 */
import type { Diagnostic } from '../../src/documents/diagnostic.ts';
import { readHead, readSiteFolder, type Update } from '../../src/publish/git/index.ts';
import { liveReleaseId } from '../../src/publish/index.ts';
import { startTask } from '../start-task.ts';
import type { EarlyWorkers } from './early-workers.ts';
import type { PushedCommit } from './merge-push.ts';
import { isOtherPushPrepared, writePreparedPush } from './prepared-push.ts';
import { buildCommit } from './publish-commit.ts';
import { withPublishLock } from './publish-push.ts';
import { isPending, readLiveCommit } from './recovery.ts';

type Say = (line: string) => void;

/**
 * Checks and builds a push for proc-receive; returns the findings. Undefined if it could not be built or cannot be published next, because
 * another push comes first or the last publication is unfinished: then proc-receive builds it, or reports the failure.
 */
export async function preparePush(
  gitDir: string,
  pushed: PushedCommit,
  update: Update,
  say: Say,
  early?: EarlyWorkers,
): Promise<Diagnostic[] | undefined> {
  try {
    const work = () => prepareNext(gitDir, pushed, update, say, early);
    // A push that waits does not hold the memory of two processes.
    return await withPublishLock(gitDir, say, work, () => void startTask(async () => early?.stop()));
  } catch {
    return undefined;
  }
}

async function prepareNext(
  gitDir: string,
  pushed: PushedCommit,
  update: Update,
  say: Say,
  early: EarlyWorkers | undefined,
): Promise<Diagnostic[] | undefined> {
  const began = performance.now();
  const { commit, head } = pushed;
  const liveRelease = liveReleaseId(readSiteFolder(gitDir));
  const isNext =
    head !== undefined && head === readHead(gitDir) && head === readLiveCommit(gitDir) && !isPending(gitDir);
  if (!isNext || liveRelease === undefined || isOtherPushPrepared(gitDir)) return undefined;
  say('正在检查、生成网站…');
  const { diagnostics, release } = await buildCommit(gitDir, commit, early?.take());
  if (release !== undefined) {
    const { id, ...known } = release;
    writePreparedPush(gitDir, {
      commit: pushed,
      pushed: update.to,
      owner: process.ppid,
      release: id,
      liveRelease,
      ...known,
      seconds: (performance.now() - began) / 1000,
    });
  }
  return diagnostics;
}
