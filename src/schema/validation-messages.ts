/**
 * Converts zod issues to messages for editors: the error, its effect on the reader, the correct form. The words are those of the field
 * itself; nothing here depends on a collection.
 */
import { stringify } from 'yaml';
import type { z } from 'zod';
import { wordsOf } from './field.ts';
import { nearest } from './nearest.ts';
import { fieldNames, type Path, schemaAt } from './traverse.ts';

/** One error of a value, and its position: at a field's value, its name, or where it is missing. */
export interface SchemaIssue {
  rule: 'schema/missing-field' | 'schema/unknown-field' | 'schema/wrong-value';
  path: Path;
  at: 'value' | 'name';
  message: string;
}

/** All errors of a value by the schema; empty for a valid one. */
export function findSchemaIssues(schema: z.ZodType, value: unknown): SchemaIssue[] {
  const result = schema.safeParse(value);
  return result.success ? [] : result.error.issues.flatMap((issue) => toSchemaIssues(schema, value, issue));
}

function toSchemaIssues(schema: z.ZodType, value: unknown, issue: z.core.$ZodIssue): SchemaIssue[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownField(schema, issue.path, key));
  }
  const isMissing = valueAt(value, issue.path) === undefined;
  return [isMissing ? missingField(schema, issue) : wrongValue(schema, issue)];
}

function unknownField(schema: z.ZodType, parent: Path, key: string): SchemaIssue {
  const known = fieldNames(schema, parent);
  const close = nearest(key, known, Math.max(2, Math.ceil(key.length / 2)));
  const label = close && wordsOf(schemaAt(schema, [...parent, close]) ?? schema)?.label;
  const advice = close
    ? `是不是想写 ${close}${label ? `（${label}）` : ''}？`
    : `这里可以写的有：${known.join('、')}。`;
  return {
    rule: 'schema/unknown-field',
    path: [...parent, key],
    at: 'name',
    message: `没有「${key}」这个字段，写了也不会显示。${advice}`,
  };
}

function missingField(schema: z.ZodType, issue: z.core.$ZodIssue): SchemaIssue {
  const { name, label, help, sample } = describe(schema, issue.path);
  const lead = issue.code === 'custom' ? `${issue.message}。` : '';
  return {
    rule: 'schema/missing-field',
    path: issue.path,
    at: 'name',
    message: `${lead}缺少「${label}」（${name}）。${help}${sample && `请加上，例如：${sample}`}`,
  };
}

function wrongValue(schema: z.ZodType, issue: z.core.$ZodIssue): SchemaIssue {
  const { name, label, help, sample } = describe(schema, issue.path);
  return {
    rule: 'schema/wrong-value',
    path: issue.path,
    at: 'value',
    message: `「${label}」（${name}）：${describeIssue(issue)}。${help}${sample && `例如：${sample}`}`,
  };
}

/** The message for each kind of zod issue. */
function describeIssue(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'array' ? `至少要写 ${issue.minimum} 条` : `太小，至少 ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'array' ? `最多写 ${issue.maximum} 条` : `太大，最多 ${issue.maximum}`;
    case 'invalid_type':
      return issue.message.startsWith('Invalid') ? expectedShape(issue.expected) : issue.message;
    default:
      return issue.message;
  }
}

function expectedShape(expected: string): string {
  if (expected === 'array') return '要写成列表，一条一行，每行前面加「- 」';
  if (expected === 'object' || expected === 'record') return '要写成「名字: 内容」的几行，比上一行多缩进两格';
  return '要写成一行文字';
}

interface Description {
  name: string;
  label: string;
  help: string;
  sample: string;
}

/** The words of the nearest field around a path: an item of a list has those of its list. */
function describe(schema: z.ZodType, path: Path): Description {
  const field = [...path];
  while (field.length > 0 && typeof field.at(-1) === 'number') field.pop();
  const at = field.length > 0 ? schemaAt(schema, field) : undefined;
  const words = at && wordsOf(at);
  const name = String(field.at(-1) ?? '');
  const sample = words?.example === undefined ? '' : toInlineYaml(name, words.example);
  return { name, label: words?.label ?? name, help: words?.help ?? '', sample };
}

/** One line of YAML, as editors write it. */
export function toInlineYaml(name: string, example: unknown): string {
  return stringify(
    { [name]: example },
    { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false },
  )
    .trim()
    .replace(/^\{(.*)\}$/s, '$1');
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, name) =>
      typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[name] : undefined,
    value,
  );
}
