/** The forms of the desk, made from the schema alone: label, help and example of each field, and the control for its kind of value. */
import { z } from 'zod';
import { type CollectionName, collectionNames } from '../schema/collection-name.ts';
import { collections } from '../schema/collections.ts';
import { choiceLabels, formatOf, isOptional, ownWordsOf, targetsOf } from '../schema/field.ts';
import { unwrapAll } from '../schema/traverse.ts';
import { LIST_FIELD, type SingleFileName, singleFileNames, singleFiles } from './single-files.ts';

/** The control for a value. Lengths are characters as readers count them. */
export type Control =
  | { kind: 'text'; maxLength: number; multiline?: true }
  | { kind: 'texts'; min: number; max?: number; maxLength: number; item?: 'site-address' }
  /** `time`: a day, or a day with a time, `YYYY-MM-DD HH:mm`. */
  | { kind: 'date'; time?: true }
  | { kind: 'date-or-words'; maxLength: number }
  | { kind: 'choice'; choices: Readonly<Record<string, string>> }
  | { kind: 'choices'; choices: Readonly<Record<string, string>>; min: number; max?: number }
  | { kind: 'reference'; collections: readonly CollectionName[]; many: boolean; min: number; max?: number }
  /** `decimals`: the most digits behind the point; a whole number without. */
  | { kind: 'number'; min: number; decimals?: number }
  | { kind: 'yes-no' }
  | { kind: 'file'; accept: 'image' | 'audio' }
  | { kind: 'address' }
  | { kind: 'slug' }
  | { kind: 'phone' }
  | { kind: 'group'; fields: FormField[] }
  | { kind: 'groups'; fields: FormField[]; min: number; max?: number };

export interface FormField {
  name: string;
  label: string;
  help: string;
  example: unknown;
  required: boolean;
  control: Control;
}

export interface CollectionForm {
  collection: CollectionName | SingleFileName;
  label: string;
  help: string;
  fields: FormField[];
  /** Whether there is one file only. */
  isSingle?: true;
}

/** A text of more characters than this gets several lines. */
const MAX_ONE_LINE_LENGTH = 60;
/** An address of this site or a slug; no schema sets a limit, and file systems allow no longer name. */
const MAX_ADDRESS_LENGTH = 255;

/** The form of each collection, in the order of the handbook. */
export function collectionForms(): CollectionForm[] {
  return collectionNames.map((collection) => {
    const { label, help, schema } = collections[collection];
    return { collection, label, help, fields: fieldsOf(schema) };
  });
}

/** The forms of site.yml and finder.yml. */
export function singleForms(): CollectionForm[] {
  return singleFileNames.map((collection) => {
    const { title, help, schema } = singleFiles[collection];
    const fields =
      schema instanceof z.ZodArray
        ? [
            {
              name: LIST_FIELD,
              label: '问题',
              help: '一个问题几个选项，从上到下问。',
              example: undefined,
              required: true,
              control: listControl(schema, LIST_FIELD),
            },
          ]
        : fieldsOf(schema);
    return { collection, label: title, help, fields, isSingle: true };
  });
}

/** The form's fields of a group, in the order of the schema. Throws for a kind of value that has no control. */
function fieldsOf(schema: z.ZodObject): FormField[] {
  return Object.entries(schema.shape).map(([name, part]) => {
    const words = ownWordsOf(part);
    return {
      name,
      label: words?.label ?? name,
      help: words?.help ?? '',
      example: words?.example,
      required: !isOptional(part),
      control: controlOf(part, name),
    };
  });
}

function controlOf(schema: z.core.$ZodType, name: string): Control {
  const inner = unwrapAll(schema);
  const targets = targetsOf(inner);
  if (targets.length > 0) return { kind: 'reference', collections: targets, many: false, min: 0 };
  if (inner instanceof z.ZodArray) return listControl(inner, name);
  if (inner instanceof z.ZodObject) return { kind: 'group', fields: fieldsOf(inner) };
  const choices = choiceLabels(schema) ?? choiceLabels(inner);
  if (choices !== undefined) return { kind: 'choice', choices };
  const format = findFormat(schema);
  if (format === undefined) throw new Error(`the field ${name} has a kind of value without a control`);
  switch (format.kind) {
    case 'text':
      return format.maxLength > MAX_ONE_LINE_LENGTH ? { ...format, multiline: true } : format;
    case 'file':
      return { kind: 'file', accept: isSound(schema) ? 'audio' : 'image' };
    case 'site-address':
      return { kind: 'text', maxLength: MAX_ADDRESS_LENGTH };
    default:
      return format;
  }
}

function listControl(list: z.ZodArray, name: string): Control {
  const limits = lengthLimits(list);
  const item = controlOf(list.element, name);
  if (item.kind === 'reference') return { ...item, many: true, ...limits };
  if (item.kind === 'choice') return { kind: 'choices', choices: item.choices, ...limits };
  if (item.kind === 'group') return { kind: 'groups', fields: item.fields, ...limits };
  if (item.kind !== 'text') throw new Error(`the list ${name} has items without a control`);
  const isAddress = findFormat(list.element)?.kind === 'site-address';
  return { kind: 'texts', maxLength: item.maxLength, ...limits, ...(isAddress && { item: 'site-address' }) };
}

function lengthLimits(list: z.ZodArray): { min: number; max?: number } {
  const limits: { min: number; max?: number } = { min: 0 };
  for (const check of list.def.checks ?? []) {
    const { minimum, maximum } = check._zod.def as { minimum?: number; maximum?: number };
    if (minimum !== undefined) limits.min = minimum;
    if (maximum !== undefined) limits.max = maximum;
  }
  return limits;
}

/** The format of a schema or of what it wraps: a number is a text with a transformation around it. */
function findFormat(schema: z.core.$ZodType): ReturnType<typeof formatOf> {
  const own = formatOf(schema);
  if (own !== undefined) return own;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return findFormat(schema.def.innerType);
  return schema instanceof z.ZodPipe ? findFormat(schema.def.out) : undefined;
}

/** Whether a file is a recording, by the ending of its example. */
function isSound(schema: z.core.$ZodType): boolean {
  return /\.(?:mp3|m4a|ogg|opus|wav)$/.test(String(ownWordsOf(schema)?.example ?? ''));
}
