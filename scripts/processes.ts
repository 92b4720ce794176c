/** The processes that a build starts: apart from what they do, because who starts one need not load its code. */
import type { Diagnostic } from '../src/documents/diagnostic.ts';
import type { Settings } from '../src/settings.ts';
import type { BesideOrder } from './beside-pages.ts';
import type { DrawOrder } from './draw-pages.ts';
import { type OwnProcess, startOwnProcess } from './own-process.ts';

/**
 * Starts what is made beside the pages for `settings`. Told to make, it reads their corpus file, or where it goes through the
 * rules the content itself, and writes to their output folder. The result of a step is what editors should know. The signal
 * ends it, when the pages failed.
 */
export function startBesidePages(
  settings: Settings,
  signal: AbortSignal,
): OwnProcess<BesideOrder, Diagnostic[]> {
  return startOwnProcess(import.meta.resolve('./beside-pages.ts'), settings, signal);
}

/** Starts the drawing of pages; given an order, it draws those of the settings' corpus file into their output folder. */
export function startDrawingPages(settings: Settings, signal: AbortSignal): OwnProcess<DrawOrder, void> {
  return startOwnProcess(import.meta.resolve('./draw-pages.ts'), settings, signal);
}
