/**
 * The base of every field: a zod schema with its label, help and example. These are written once, here, and used by error messages, the
 * handbook and starting files.
 */
import { z } from 'zod';
import type { CollectionName } from './collection-name.ts';

/** The words of one field, for editors. */
export interface FieldWords {
  /** The field's Chinese name. */
  label: string;
  /** One or two sentences: the content of the field, and its use for the reader. */
  help: string;
  /** A valid value; shown in errors and put into starting files. */
  example?: unknown;
}

/** What a value must be, for forms: the checks of a schema cannot be read back from it. */
export type ValueFormat =
  | { kind: 'text'; maxLength: number }
  | { kind: 'date'; time?: true }
  | { kind: 'date-or-words'; maxLength: number }
  | { kind: 'number'; min: number; decimals?: number }
  | { kind: 'yes-no' }
  | { kind: 'address' }
  | { kind: 'site-address' }
  | { kind: 'file' }
  | { kind: 'slug' }
  | { kind: 'phone' };

/** The metadata of a schema besides its words. */
interface FieldMeta extends FieldWords {
  format: ValueFormat;
  /** The collections whose ids this text must be one of. */
  refersTo: readonly CollectionName[];
  /** The allowed words, with their meanings. */
  choices: Readonly<Record<string, string>>;
  /** Whether the text may contain rates, `{id}`. */
  allowsRates: boolean;
  /** Whether the value is a number or the id of a rate. */
  isNumberOrRate: boolean;
}

const registry = z.registry<Partial<FieldMeta>>();

/** Adds words to a schema; returns a schema of the same type. */
export function field<S extends z.ZodType>(schema: S, words: FieldWords): S {
  const copy = schema.clone();
  registry.add(copy, { ...registry.get(schema), ...words });
  return copy;
}

/** The words of a schema, or of the schema that it wraps; undefined without any. */
export function wordsOf(schema: z.core.$ZodType): FieldWords | undefined {
  const words = ownWordsOf(schema);
  const choices = words && choicesOf(schema);
  return choices ? { ...words, help: `${words.help}可以写：${choices}。` } : words;
}

/** The words of a schema as they were written, without the list of choices. */
export function ownWordsOf(schema: z.core.$ZodType): FieldWords | undefined {
  const found = registry.get(schema as z.ZodType);
  if (found?.label !== undefined && found.help !== undefined)
    return { label: found.label, help: found.help, example: found.example };
  const inner = unwrap(schema);
  return inner === schema ? undefined : ownWordsOf(inner);
}

/** Sets the format of a schema's values; returns the schema itself. */
export function withFormat<S extends z.ZodType>(schema: S, format: ValueFormat): S {
  registry.add(schema, { ...registry.get(schema), format });
  return schema;
}

/** The format of a schema's values; undefined for lists, groups, choices and references. */
export function formatOf(schema: z.core.$ZodType): ValueFormat | undefined {
  return registry.get(schema as z.ZodType)?.format;
}

/** The allowed words of a choice with their meanings; undefined if the schema is no choice. */
export function choiceLabels(schema: z.core.$ZodType): Readonly<Record<string, string>> | undefined {
  return registry.get(schema as z.ZodType)?.choices;
}

/** Sets the labels of a choice's values; returns the schema itself. */
export function withChoices<S extends z.ZodType>(schema: S, choices: Readonly<Record<string, string>>): S {
  registry.add(schema, { choices });
  return schema;
}

/** `job（招工）、training（培训）`; empty if the schema is not a choice. */
function choicesOf(schema: z.core.$ZodType): string {
  const choices = registry.get(schema as z.ZodType)?.choices;
  if (choices !== undefined)
    return Object.entries(choices)
      .map(([name, words]) => `${name}（${words}）`)
      .join('、');
  const inner = unwrap(schema);
  return inner === schema ? '' : choicesOf(inner);
}

/** A text that must be the id of a document or record in one of `collections`. */
export function reference(...collections: CollectionName[]): z.ZodString {
  const schema = z.string();
  registry.add(schema, { refersTo: collections });
  return schema;
}

/** Allows rates in a text; returns the schema itself. */
export function allowRates<S extends z.ZodType>(schema: S): S {
  registry.add(schema, { ...registry.get(schema), allowsRates: true });
  return schema;
}

/** Whether a text may contain rates. */
export function allowsRates(schema: z.core.$ZodType): boolean {
  return registry.get(schema as z.ZodType)?.allowsRates ?? false;
}

/** Makes a schema a number or the id of a rate, for forms and references; returns the schema itself. */
export function numberOrRate<S extends z.ZodType>(schema: S): S {
  registry.add(schema, { ...registry.get(schema), isNumberOrRate: true });
  return withFormat(schema, { kind: 'text', maxLength: MAX_RATE_ID_LENGTH });
}
/** A number or an id in a form; ids have no limit of their own. */
const MAX_RATE_ID_LENGTH = 60;

/** Whether a value is a number or the id of a rate. */
export function isNumberOrRate(schema: z.core.$ZodType): boolean {
  if (registry.get(schema as z.ZodType)?.isNumberOrRate) return true;
  const inner = unwrapOptional(schema);
  return inner !== schema && isNumberOrRate(inner);
}

/** The collections of a reference; empty for a schema that is not a reference. */
export function targetsOf(schema: z.core.$ZodType): readonly CollectionName[] {
  return registry.get(schema as z.ZodType)?.refersTo ?? [];
}

/** The schema inside `optional`, `default` and `preprocess`, one layer down; the schema itself without any. */
export function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodPipe) return schema.def.out;
  return unwrapOptional(schema);
}

function unwrapOptional(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? schema.def.innerType : schema;
}

/** Whether the field is optional in a document. */
export function isOptional(schema: z.core.$ZodType): boolean {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;
}
