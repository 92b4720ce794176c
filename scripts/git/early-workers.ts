/**
 * The worker processes of a push's build, started by pre-receive before it loads its own code and checks the push: they load their code and read
 * their caches on another processor meanwhile. They know nothing of the push, and end if it is not built.
 */
import { BRANCH, MERGED_BRANCH, NO_COMMIT, type Update } from '../../src/publish/git/index.ts';
import { readSettings } from '../../src/settings.ts';
import { type BuildWorkers, openBuildWorkers } from '../build-workers.ts';

export interface EarlyWorkers {
  /** The workers, for one build; undefined if they were stopped. */
  take(): BuildWorkers | undefined;
  /** Ends the workers, also after a build that failed before it used them. */
  stop(): Promise<void>;
}

/** Starts the workers if the updates of a push are one that may be built at once: a new commit of the published branch. */
export function startEarlyWorkers(updates: readonly Update[]): EarlyWorkers | undefined {
  const [update, ...others] = updates;
  if (update === undefined || others.length > 0 || NO_COMMIT.test(update.to)) return undefined;
  if (update.branch !== BRANCH && update.branch !== MERGED_BRANCH) return undefined;
  const workers = openBuildWorkers(readSettings(), { startsAtOnce: true });
  let isStopped = false;
  return {
    take: () => (isStopped ? undefined : workers),
    async stop() {
      isStopped = true;
      await workers.stop();
    },
  };
}
