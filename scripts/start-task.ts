/** Work that runs concurrently. */

/**
 * Starts `work` and returns its promise, to be awaited later. An error waits for that too: Node would end the process for a rejection
 * without a handler in the meantime.
 */
export function startTask<T>(work: () => Promise<T>): Promise<T> {
  const task = work();
  task.catch(() => undefined);
  return task;
}
