/** Finds cycles where each key has at most one successor: a place and its parent, a policy and its replacement. */

/** Every cycle once, as its keys in order, from its first key in `next`. */
export function findCycles(next: ReadonlyMap<string, string | undefined>): string[][] {
  const visited = new Set<string>();
  const cycles: string[][] = [];
  for (const start of next.keys()) {
    const path: string[] = [];
    const positions = new Map<string, number>();
    for (let key: string | undefined = start; key !== undefined && !visited.has(key); key = next.get(key)) {
      visited.add(key);
      positions.set(key, path.length);
      path.push(key);
    }
    const last = path.at(-1);
    const entry = last === undefined ? undefined : positions.get(next.get(last) ?? '');
    if (entry !== undefined) cycles.push(path.slice(entry));
  }
  return cycles;
}
