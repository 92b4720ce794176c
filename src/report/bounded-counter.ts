/** Counts by key in bounded memory: the keys come from requests of strangers. */

/** Keys held at once; beyond it the rarest are dropped. */
const MAX_KEYS = 20_000;

export interface BoundedCounter {
  add(key: string): void;
  /** The most frequent first, equal ones by key. Counts of keys that were rare for a while may be too small. */
  entries(): [key: string, count: number][];
}

/** A counter whose keys may be slices of large texts. */
export function createCounter(maxKeys: number = MAX_KEYS): BoundedCounter {
  const counts = new Map<string, number>();
  return {
    add(key) {
      const count = counts.get(key);
      if (count !== undefined) {
        counts.set(key, count + 1);
        return;
      }
      if (counts.size >= maxKeys) dropRarest(counts);
      counts.set(copyOf(key), 1);
    },
    entries: () => [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)),
  };
}

/** Drops at least half of the keys. */
function dropRarest(counts: Map<string, number>): void {
  const median = [...counts.values()].sort((a, b) => a - b)[Math.floor(counts.size / 2)] ?? 0;
  for (const [key, count] of counts) if (count <= median) counts.delete(key);
}

/** The same text in memory of its own: a slice would hold on to the whole text that it was cut from. */
export function copyOf(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
