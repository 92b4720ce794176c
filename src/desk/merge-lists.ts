/** Merges three versions of a list of texts: lines, items or blocks. */
// A well-kept diff3 of two small functions; git's own works on files only.
import { diff3MergeRegions } from 'node-diff3';

/** A run of the merged list, or the three versions of a place that both sides changed differently. */
export type MergedRun =
  | { merged: readonly string[] }
  | { base: readonly string[]; ours: readonly string[]; theirs: readonly string[] };

interface Region {
  stable: boolean;
  bufferContent?: string[];
  aContent?: string[];
  oContent?: string[];
  bContent?: string[];
}

/** The merged list in runs; changes of adjacent items are separate places if none was added or removed there. */
export function mergeItemwise(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): MergedRun[] {
  return mergeLists(base, ours, theirs).flatMap((run): MergedRun[] => {
    if ('merged' in run || run.base.length !== run.ours.length || run.base.length !== run.theirs.length)
      return [run];
    return run.base.map((text, index): MergedRun => {
      const [we = '', they = ''] = [run.ours[index], run.theirs[index]];
      if (they === text || they === we) return { merged: [we] };
      return we === text ? { merged: [they] } : { base: [text], ours: [we], theirs: [they] };
    });
  });
}

/** The merged list in runs. Adjacent changes are one place, as in `git merge`. */
function mergeLists(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): MergedRun[] {
  const regions = diff3MergeRegions([...ours], [...base], [...theirs]) as Region[];
  return regions.map(({ stable, bufferContent = [], aContent = [], oContent = [], bContent = [] }) => {
    if (stable) return { merged: bufferContent };
    if (isSame(aContent, bContent)) return { merged: aContent };
    if (isSame(aContent, oContent)) return { merged: bContent };
    if (isSame(bContent, oContent)) return { merged: aContent };
    return { base: oContent, ours: aContent, theirs: bContent };
  });
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, index) => text === other[index]);

/** The merged list, with what both added at one place from both; undefined if both changed the same. */
export function joinLists(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): string[] | undefined {
  const joined: string[] = [];
  for (const run of mergeItemwise(base, ours, theirs)) {
    if ('merged' in run) joined.push(...run.merged);
    else if (run.base.length > 0) return undefined;
    else joined.push(...run.theirs, ...run.ours.filter((text) => !run.theirs.includes(text)));
  }
  return joined;
}

/** The merged text, line by line as `git merge` does it; undefined for a conflict. Lines end with a line feed. */
export function mergeLines(base: string, ours: string, theirs: string): string | undefined {
  const lines = (text: string) => text.split(/(?<=\n)/);
  const runs = mergeLists(lines(base), lines(ours), lines(theirs));
  if (!runs.every((run) => 'merged' in run)) return undefined;
  return runs.flatMap((run) => ('merged' in run ? run.merged : [])).join('');
}
