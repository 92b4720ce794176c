/** The processes of a build, separate from their code, so that starting one does not load it. */
import type { Diagnostic } from '../src/documents/diagnostic.ts';
import type { Settings } from '../src/settings.ts';
import type { BackgroundTask } from './background-tasks.ts';
import type { RenderTask } from './render-pages.ts';
import { forkWorker, type WorkerProcess } from './worker-process.ts';

export interface BuildWorkers {
  /**
   * Search index, pictures and zips. It reads the corpus file of the settings and writes to their output folder. A task returns diagnostics for editors.
   */
  background: WorkerProcess<BackgroundTask, Diagnostic[]>;
  /** Renders the pages of the corpus file into the output folder. */
  renderer: WorkerProcess<RenderTask, void>;
  /** Ends both at once; resolves when they have ended. */
  stop(): Promise<void>;
}

/** Starts both; they load their code while the content is read. */
export function startBuildWorkers(settings: Settings): BuildWorkers {
  const abort = new AbortController();
  const background = forkWorker<BackgroundTask, Diagnostic[]>(
    import.meta.resolve('./background-tasks.ts'),
    settings,
    abort.signal,
  );
  const renderer = forkWorker<RenderTask, void>(
    import.meta.resolve('./render-pages.ts'),
    settings,
    abort.signal,
  );
  return {
    background,
    renderer,
    async stop() {
      abort.abort();
      await Promise.all([background.close(), renderer.close()]);
    },
  };
}
