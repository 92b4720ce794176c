/** Traverses a schema: to the part at a path, and over every reference in a value. */
import { z } from 'zod';
import type { CollectionName } from './collection-name.ts';
import { allowsRates, isNumberOrRate, targetsOf, unwrap } from './field.ts';
import { ratesIn } from './rate-marks.ts';

/** The path of a value in a document: field names and list indexes. */
export type Path = readonly PropertyKey[];

/** The schema without optional, default and preprocess. */
export function unwrapAll(schema: z.core.$ZodType): z.core.$ZodType {
  const inner = unwrap(schema);
  return inner === schema ? schema : unwrapAll(inner);
}

/** The schema one step down: a field of an object or an item of a list. */
function step(schema: z.core.$ZodType, name: PropertyKey): z.core.$ZodType | undefined {
  const inner = unwrapAll(schema);
  if (inner instanceof z.ZodObject) return fieldOf(inner, String(name));
  if (inner instanceof z.ZodArray) return inner.element;
  return undefined;
}

/** The field of that name; `constructor` and other members of every object are no fields. */
function fieldOf({ shape }: z.ZodObject, name: string): z.core.$ZodType | undefined {
  return Object.hasOwn(shape, name) ? shape[name] : undefined;
}

/** The schema at a path; undefined if the schema has no such path. */
export function schemaAt(schema: z.core.$ZodType, path: Path): z.core.$ZodType | undefined {
  return path.reduce<z.core.$ZodType | undefined>((at, name) => at && step(at, name), schema);
}

/** The possible field names of an object at a path; empty if there is no object. */
export function fieldNames(schema: z.core.$ZodType, path: Path): string[] {
  const at = schemaAt(schema, path);
  const inner = at && unwrapAll(at);
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

/** A text in a document that refers to another document or record. */
export interface FieldReference {
  path: Path;
  id: string;
  targets: readonly CollectionName[];
}

/** Every reference in a value; parts of the wrong shape are skipped. */
export function referencesIn(schema: z.core.$ZodType, value: unknown, path: Path = []): FieldReference[] {
  if (isNumberOrRate(schema))
    return typeof value === 'string' && /^[a-z]/.test(value) ? [{ path, id: value, targets: ['rates'] }] : [];
  const inner = unwrapAll(schema);
  const targets = targetsOf(inner);
  if (targets.length > 0) return typeof value === 'string' ? [{ path, id: value, targets }] : [];
  if (allowsRates(inner) && typeof value === 'string')
    return ratesIn(value).map((id) => ({ path, id, targets: ['rates'] }));
  if (inner instanceof z.ZodArray && typeof value === 'string')
    return referencesIn(inner.element, value, path);
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    return value.flatMap((item, index) => referencesIn(inner.element, item, [...path, index]));
  }
  if (inner instanceof z.ZodObject && typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, item]) => {
      const part = fieldOf(inner, name);
      return part ? referencesIn(part, item, [...path, name]) : [];
    });
  }
  return [];
}
