/** The processes of a build, separate from their code, so that starting one does not load it. */
import type { SiteList } from '../src/cache/index.ts';
import type { Settings } from '../src/settings.ts';
import type { BackgroundTask } from './background-tasks.ts';
import type { RenderTask } from './render-pages.ts';
import { forkWorker, type WorkerProcess } from './worker-process.ts';

export interface BuildWorkers {
  /**
   * Search index, pictures and zips. It reads the corpus file of the settings and writes to their output folder. A task returns what the pictures lack.
   */
  readonly background: WorkerProcess<BackgroundTask, SiteList['missing']>;
  /** Renders the pages of the corpus file into the output folder. */
  readonly renderer: WorkerProcess<RenderTask, void>;
  /** Ends both at once; resolves when they have ended. */
  stop(): Promise<void>;
}

/** Prepares both. They load their code while the content is read if they start at once, otherwise each when it is first used. */
export function openBuildWorkers(
  settings: Settings,
  { startsAtOnce }: { startsAtOnce: boolean },
): BuildWorkers {
  const abort = new AbortController();
  const start = <Task extends object, T>(file: string) => {
    let worker: WorkerProcess<Task, T> | undefined;
    const get = () => {
      worker ??= forkWorker<Task, T>(import.meta.resolve(file), settings, abort.signal);
      return worker;
    };
    if (startsAtOnce) get();
    return { get, close: async () => worker?.close() };
  };
  const background = start<BackgroundTask, SiteList['missing']>('./background-tasks.ts');
  const renderer = start<RenderTask, void>('./render-pages.ts');
  return {
    get background() {
      return background.get();
    },
    get renderer() {
      return renderer.get();
    },
    async stop() {
      abort.abort();
      await Promise.all([background.close(), renderer.close()]);
    },
  };
}
