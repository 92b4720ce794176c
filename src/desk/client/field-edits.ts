/** What an editor changed in the form, as edits of single values: only these are written to the file. */
import type { Edit, FieldPath, Fields } from './wire.ts';

/** The edits that lead from `before` to `after`. A list of another length is one edit. */
export function diffFields(before: unknown, after: unknown, path: FieldPath = []): Edit[] {
  if (isSame(before, after)) return [];
  if (isGroup(before) && isGroup(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
      diffFields(before[name], after[name], [...path, name]),
    );
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length)
    return after.flatMap((item, index) => diffFields(before[index], item, [...path, index]));
  return [after === undefined ? { path } : { path, value: after }];
}

/** The fields with the edits applied, one after the other. */
export function applyFieldEdits(fields: Fields, edits: readonly Edit[]): Fields {
  return edits.reduce<Fields>(
    (changed, { path, value }) => withValue(changed, path, value) as Fields,
    fields,
  );
}

/** `holder` with `value` at `path`; undefined removes it. Lists and groups on the way are made. */
export function withValue(holder: unknown, path: FieldPath, value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (typeof name === 'number') {
    const list = Array.isArray(holder) ? [...holder] : [];
    const item = withValue(list[name], rest, value);
    if (item === undefined) list.splice(name, 1);
    else list[name] = item;
    return list;
  }
  const group: Record<string, unknown> = isGroup(holder) ? { ...holder } : {};
  const part = withValue(group[name], rest, value);
  if (part === undefined) delete group[name];
  else group[name] = part;
  return group;
}

/** The value at `path`; undefined without one. */
export function valueAt(holder: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      Array.isArray(value) ? value[Number(name)] : isGroup(value) ? value[String(name)] : undefined,
    holder,
  );
}

export function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
