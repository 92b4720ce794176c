/** Does several things at once, and no more of them after one has failed. */

/**
 * Runs `work` on all items, `atOnce` at a time, and gives the results in the order of the items; after a failure waits for what
 * is under way and rejects with it.
 */
export async function mapWithConcurrency<T, U>(
  items: readonly T[],
  concurrency: number,
  mapper: (item: T) => Promise<U>,
): Promise<U[]> {
  const results: U[] = [];
  const queue = items.entries();
  let hasFailed = false;
  const turn = async () => {
    for (const [index, item] of queue) {
      if (hasFailed) return;
      try {
        results[index] = await mapper(item);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: concurrency }, turn));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return results;
}
