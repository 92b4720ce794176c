/** Work that runs while something else is done. */

/**
 * Starts `work` and returns its promise, to be awaited later. An error waits for that too: Node would end the process for a
 * rejection that nobody handles in the meantime.
 */
export function startTask<T>(work: () => Promise<T>): Promise<T> {
  const task = work();
  task.catch(() => undefined);
  return task;
}
