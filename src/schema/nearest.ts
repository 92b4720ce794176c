/** The nearest of some known names to one that was mistyped, for "did you mean". */
import { distance } from 'fastest-levenshtein';

/** The candidate with the fewest changed letters; undefined without one within `maxChanges`. */
export function nearest(name: string, candidates: Iterable<string>, maxChanges = Number.POSITIVE_INFINITY) {
  let best: string | undefined;
  let fewest = maxChanges + 1;
  for (const candidate of candidates) {
    const changes = distance(name.toLowerCase(), candidate.toLowerCase());
    if (changes < fewest) [best, fewest] = [candidate, changes];
  }
  return best;
}

/** Up to `count` candidates, those with the fewest changed letters first. */
export function nearestFew(name: string, candidates: Iterable<string>, count: number): string[] {
  return Array.from(candidates, (candidate) => ({
    candidate,
    changes: distance(name.toLowerCase(), candidate.toLowerCase()),
  }))
    .sort((a, b) => a.changes - b.changes)
    .slice(0, count)
    .map(({ candidate }) => candidate);
}
