/** The processes of a build, separate from their code, so that starting one does not load it. */
import type { SiteList } from '../src/cache/index.ts';
import type { Settings } from '../src/settings.ts';
import type { BackgroundTask } from './background-tasks.ts';
import type { RenderTask } from './render-pages.ts';
import { startTask } from './start-task.ts';
import { forkWorker, type WorkerProcess } from './worker-process.ts';

export interface BuildWorkers {
  /**
   * Search index, pictures and zips. It reads the corpus file of the settings and writes to their output folder. A task returns what the pictures lack.
   */
  readonly background: WorkerProcess<BackgroundTask, SiteList['missing']>;
  /** Renders the pages of the corpus file into the output folder. */
  readonly renderer: WorkerProcess<RenderTask, void>;
  /** The settings of the build, where they were not known when the processes were started. To be called before the first task. */
  useSettings(settings: Settings): void;
  /** After the last task of the background process: it ends by itself, and `stop` neither kills it nor waits for it. */
  leaveBackground(): void;
  /** Ends both at once; resolves when they have ended. */
  stop(): Promise<void>;
}

/** One of the two, started when it is first needed. */
function lazyWorker<Task extends object, T>(file: string, settings: Settings) {
  const abort = new AbortController();
  let changed: Settings | undefined;
  let worker: WorkerProcess<Task, T> | undefined;
  const start = () => {
    worker ??= forkWorker<Task, T>(import.meta.resolve(file), changed ?? settings, abort.signal);
    return worker;
  };
  const asWorker: WorkerProcess<Task, T> = {
    run: (task) => start().run(task, changed),
    close: async () => worker?.close(),
  };
  return {
    start,
    asWorker,
    useSettings(given: Settings) {
      changed = given;
    },
    async stop() {
      abort.abort();
      await worker?.close();
    },
  };
}

/** Prepares both. They load their code while the content is read if they start at once, otherwise each when it is first used. */
export function openBuildWorkers(
  settings: Settings,
  { startsAtOnce }: { startsAtOnce: boolean },
): BuildWorkers {
  const background = lazyWorker<BackgroundTask, SiteList['missing']>('./background-tasks.ts', settings);
  const renderer = lazyWorker<RenderTask, void>('./render-pages.ts', settings);
  if (startsAtOnce) for (const each of [renderer, background]) each.start();
  let isBackgroundLeft = false;
  return {
    background: background.asWorker,
    renderer: renderer.asWorker,
    useSettings(given) {
      for (const each of [background, renderer]) each.useSettings(given);
    },
    leaveBackground() {
      isBackgroundLeft = true;
      void startTask(background.asWorker.close);
    },
    async stop() {
      await Promise.all([isBackgroundLeft ? undefined : background.stop(), renderer.stop()]);
    },
  };
}
