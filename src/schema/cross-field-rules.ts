/**
 * Rules between two fields of one document. They run together with the rules of the fields, not after them, so that an editor gets every
 * error in one run.
 */
import type { z } from 'zod';

type Check = (data: object, context: z.core.$RefinementCtx) => void;

/** Adds rules between fields to a schema; they run even if single fields are invalid. */
export function withCrossFieldRules<S extends z.ZodObject>(schema: S, ...checks: Check[]): S {
  return checks.reduce(
    (sum, check) =>
      sum.superRefine((data, context) => check(data, context), {
        when: (payload) => isObject(payload.value),
      }),
    schema,
  );
}

/** `later` must not be before `earlier`; both are dates or times, compared as written. */
export function chronological(earlier: string, later: string): Check {
  return (data, context) => {
    const [from, to] = [read(data, [earlier]), read(data, [later])];
    if (typeof from !== 'string' || typeof to !== 'string') return;
    // A value that does not begin with a date has an error of its own.
    if (![from, to].every((moment) => /^\d{4}-\d{2}-\d{2}/.test(moment))) return;
    // A date means the whole day: 2026-01-05 is not before 2026-01-05 09:00.
    const length = Math.min(from.length, to.length);
    if (to.slice(0, length) >= from.slice(0, length)) return;
    context.addIssue({
      code: 'custom',
      path: [later],
      message: `${later} 是「${to}」，比 ${earlier}（「${from}」）还早`,
    });
  };
}

/** `field` is required if `other` has the value `value`. */
export function requiredWhen(field: string, other: string, value: string, why: string): Check {
  return (data, context) => {
    if (read(data, other.split('.')) !== value || read(data, field.split('.')) !== undefined) return;
    context.addIssue({ code: 'custom', path: field.split('.'), message: why, params: { missing: true } });
  };
}

/** No two items of a list may have the same `field`; `why` states the consequence. For lists of objects, as a refinement. */
export function uniqueBy(field: string, why: string) {
  return (items: readonly object[], context: z.core.$RefinementCtx): void => {
    const seen = new Set<unknown>();
    for (const [index, item] of items.entries()) {
      const value = read(item, [field]);
      if (seen.has(value)) {
        context.addIssue({
          code: 'custom',
          path: [index, field],
          message: `「${String(value)}」写了两次，${why}`,
        });
      }
      seen.add(value);
    }
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function read(data: object, path: string[]): unknown {
  let value: unknown = data;
  for (const name of path) {
    if (!isObject(value)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}
