/** Merges three versions of the fields of a document, field by field and item by item. */
import { joinLists } from './merge-lists.ts';
import type { EditPath } from './path-values.ts';
import { isFields, isSameValue } from './yaml-values.ts';

/** A value that both sides changed differently; undefined where a side has removed it. */
export interface MergeConflict {
  path: EditPath;
  base: unknown;
  ours: unknown;
  theirs: unknown;
}

export interface MergedValue {
  /** With the value of `theirs` at every conflict. */
  value: unknown;
  conflicts: MergeConflict[];
}

export function mergeValues(base: unknown, ours: unknown, theirs: unknown, path: EditPath = []): MergedValue {
  if (isSameValue(ours, theirs) || isSameValue(base, ours)) return { value: theirs, conflicts: [] };
  if (isSameValue(base, theirs)) return { value: ours, conflicts: [] };
  if (isFields(ours) && isFields(theirs)) return mergeFields(isFields(base) ? base : {}, ours, theirs, path);
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    const joined = mergeItems(Array.isArray(base) ? base : [], ours, theirs, path);
    if (joined !== undefined) return joined;
  }
  return { value: theirs, conflicts: [{ path, base, ours, theirs }] };
}

type Fields = Record<string, unknown>;

function mergeFields(base: Fields, ours: Fields, theirs: Fields, path: EditPath): MergedValue {
  const names = new Set([...Object.keys(theirs), ...Object.keys(ours)]);
  const parts = [...names].map(
    (name) => [name, mergeValues(base[name], ours[name], theirs[name], [...path, name])] as const,
  );
  return {
    value: Object.fromEntries(
      parts.flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]])),
    ),
    conflicts: parts.flatMap(([, { conflicts }]) => conflicts),
  };
}

/** Undefined if both changed the same item, or removed and changed items at one place. */
function mergeItems(
  base: readonly unknown[],
  ours: readonly unknown[],
  theirs: readonly unknown[],
  path: EditPath,
): MergedValue | undefined {
  const texts = (items: readonly unknown[]) => items.map((item) => JSON.stringify(item));
  const joined = joinLists(texts(base), texts(ours), texts(theirs));
  if (joined !== undefined)
    return { value: joined.map((text) => JSON.parse(text) as unknown), conflicts: [] };
  // Nobody added, removed or moved an item: each is merged by itself.
  if (base.length !== ours.length || base.length !== theirs.length) return undefined;
  const parts = theirs.map((item, index) => mergeValues(base[index], ours[index], item, [...path, index]));
  return { value: parts.map(({ value }) => value), conflicts: parts.flatMap(({ conflicts }) => conflicts) };
}
