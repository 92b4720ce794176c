/**
 * Completes an incomplete draft for the preview: valid fields are unchanged, missing or invalid ones get a visible placeholder. Only for
 * the editor's own screen; nothing of it is ever published.
 */
import { z } from 'zod';
import type { CollectionName } from './collection-name.ts';
import { collections } from './collections.ts';
import { isOptional, targetsOf, wordsOf } from './field.ts';
import { schemaAt, unwrapAll } from './traverse.ts';

/** Placeholder for an unwritten text; short enough for every field. */
export const NOT_WRITTEN = '（还没写）';

/** A field may become invalid only after another was filled in, so validation is repeated. */
const MAX_ROUNDS = 5;

/** The fields of a document of `collection`, all of them valid on `day`; undefined if that is impossible. */
export function draftFields(
  collection: CollectionName,
  written: Readonly<Record<string, unknown>>,
  day: string,
): unknown {
  const { schema } = collections[collection];
  const fields: Record<string, unknown> = { ...written };
  for (let turn = 0; turn < MAX_ROUNDS; turn += 1) {
    const result = schema.safeParse(fields);
    if (result.success) return result.data;
    for (const { path, ...issue } of result.error.issues) {
      const [name] = path;
      if (issue.code === 'unrecognized_keys' && name === undefined) {
        for (const key of issue.keys) delete fields[key];
      } else if (typeof name === 'string') setPlaceholder(fields, name, schemaAt(schema, [name]), day);
    }
  }
  return undefined;
}

function setPlaceholder(
  fields: Record<string, unknown>,
  name: string,
  schema: z.core.$ZodType | undefined,
  day: string,
): void {
  delete fields[name];
  if (schema === undefined || isOptional(schema)) return;
  fields[name] = placeholderFor(schema, day);
}

/** The simplest value that a schema accepts. */
function placeholderFor(schema: z.core.$ZodType, day: string): unknown {
  const inner = unwrapAll(schema);
  // An id without a record: the page leaves it out.
  if (targetsOf(inner).length > 0) return NOT_WRITTEN;
  if (inner instanceof z.ZodArray) return passes(schema, []) ? [] : [placeholderFor(inner.element, day)];
  if (inner instanceof z.ZodObject) {
    const required = Object.entries(inner.shape).filter(([, part]) => !isOptional(part));
    return Object.fromEntries(required.map(([name, part]) => [name, placeholderFor(part, day)]));
  }
  const [first] = inner instanceof z.ZodEnum ? inner.options : [];
  return [NOT_WRITTEN, day, first, '1', 'true'].find((value) => passes(schema, value)) ?? exampleOf(schema);
}

const exampleOf = (schema: z.core.$ZodType): unknown => wordsOf(schema)?.example;

function passes(schema: z.core.$ZodType, value: unknown): boolean {
  return value !== undefined && z.safeParse(schema, value).success;
}
