/** The processes that a build starts: apart from what they do, because who starts one need not load its code. */
import type { Diagnostic } from '../src/documents/diagnostic.ts';
import type { Settings } from '../src/settings.ts';
import type { BackgroundTask } from './background-tasks.ts';
import type { RenderTask } from './render-pages.ts';
import { forkWorker, type WorkerProcess } from './worker-process.ts';

/**
 * Starts what is made beside the pages for `settings`. Told to make, it reads their corpus file, or where it goes through the
 * rules the content itself, and writes to their output folder. The result of a step is what editors should know. The signal
 * ends it, when the pages failed.
 */
export function startBackgroundTasks(
  settings: Settings,
  signal: AbortSignal,
): WorkerProcess<BackgroundTask, Diagnostic[]> {
  return forkWorker(import.meta.resolve('./background-tasks.ts'), settings, signal);
}

/** Starts the drawing of pages; given an order, it draws those of the settings' corpus file into their output folder. */
export function startPageRenderer(settings: Settings, signal: AbortSignal): WorkerProcess<RenderTask, void> {
  return forkWorker(import.meta.resolve('./render-pages.ts'), settings, signal);
}
