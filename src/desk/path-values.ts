/** Values at a path of field names and list indexes. */
import { isFields } from './yaml-values.ts';

/** The path of a value: field names and list indexes. */
export type EditPath = readonly (string | number)[];

/** `value` as it would be below the rest of a path: `['src'], x` is `{src: x}`. */
export function nested(path: EditPath, value: unknown): unknown {
  if (value === undefined) return undefined;
  return path.reduceRight<unknown>(
    (inner, name) => (typeof name === 'number' ? [inner] : { [name]: inner }),
    value,
  );
}

/** A copy of `whole` with the value at `path`; a group that becomes empty is left out. */
export function withValue(whole: unknown, path: EditPath, value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (Array.isArray(whole)) {
    const index = Number(name);
    const part = withValue(whole[index], rest, value);
    const tail = whole.slice(index + 1);
    return part === undefined
      ? [...whole.slice(0, index), ...tail]
      : [...whole.slice(0, index), part, ...tail];
  }
  if (!isFields(whole)) return nested(path, value);
  const part = withValue(whole[name], rest, value);
  const isEmpty = part === undefined || (isFields(part) && Object.keys(part).length === 0);
  if (isEmpty) return Object.fromEntries(Object.entries(whole).filter(([key]) => key !== String(name)));
  return { ...whole, [name]: part };
}

/** The value at `path`; undefined for none. */
export function valueAt(whole: unknown, path: EditPath): unknown {
  return path.reduce<unknown>(
    (at, name) =>
      typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[name] : undefined,
    whole,
  );
}
