/** Does several things at once, and no more of them after one has failed. */

/** Runs `work` on all items, `atOnce` at a time; after a failure waits for what is under way and rejects with it. */
export async function inTurns<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  let hasFailed = false;
  const turn = async () => {
    for (const item of queue) {
      if (hasFailed) return;
      try {
        await work(item);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, turn));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
