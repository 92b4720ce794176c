/** Work in short tasks, so that a tap in between is answered at once. */

/** The length of a task: a tap meanwhile waits no longer. */
const SLICE_MS = 8;

/** Runs `work` when the browser has nothing else to do; in Safari behind the tasks that wait. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 300 });
  else setTimeout(work);
}

/** Runs `work` when the next frame is drawn. After a touch Chromium is not idle for long: it awaits another. */
export function behindFrame(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work));
}

/**
 * Calls `step` until it returns false: while the page is idle, and without waiting for that once `isUrgent` says so. Returns what
 * continues at once.
 */
export function runInSlices(step: () => boolean, isUrgent: () => boolean): () => void {
  let isDone = false;
  const run = () => {
    const end = performance.now() + SLICE_MS;
    while (!isDone && performance.now() < end) isDone = !step();
    if (isDone) return;
    if (isUrgent()) setTimeout(run);
    else whenIdle(run);
  };
  whenIdle(run);
  return run;
}
