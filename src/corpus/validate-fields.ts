/** Validates the fields of a file: by YAML, by the schema, and, if a typing error is the cause, that error in place of its consequences. */
import type { z } from 'zod';
import type { Diagnostic } from '../documents/diagnostic.ts';
import { positionOf } from '../documents/source.ts';
import { findSchemaIssues } from '../schema/validation-messages.ts';
import { findSlips, type Slip, withoutSlips } from './slips.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

export interface ValidatedFields {
  /** The fields with typing errors fixed; undefined if they cannot be read. */
  value: unknown;
  diagnostics: Diagnostic[];
  locate: YamlSource['locate'];
}

interface FieldText {
  text: string;
  file: string;
  /** The line of the file on which the text begins. */
  firstLine: number;
}

/** Validates the fields in a text by `schema`; `yaml` is the parsed text without any fix. */
export function validateFields(schema: z.ZodType, yaml: YamlSource, fields: FieldText): ValidatedFields {
  const asWritten = validateOnce(schema, yaml, fields.file);
  if (asWritten.diagnostics.length === 0) return asWritten;
  const slips = findSlips(fields.text);
  if (slips.length === 0) return asWritten;
  const trial = (some: readonly Slip[]) => validateWithoutSlips(schema, fields, some);
  const mended = trial(slips);
  if (weightOf(mended) >= weightOf(asWritten)) return asWritten;
  const isNeeded = slips.map(
    (slip) => weightOf(trial(slips.filter((other) => other !== slip))) > weightOf(mended),
  );
  const real = slips.filter((slip, at) => isNeeded[at] || isBesideNeeded(slip, slips, isNeeded));
  return {
    ...mended,
    diagnostics: [...real.map((slip) => diagnosticOf(slip, fields)), ...mended.diagnostics],
  };
}

function validateWithoutSlips(
  schema: z.ZodType,
  { text, file, firstLine }: FieldText,
  slips: readonly Slip[],
): ValidatedFields {
  return validateOnce(schema, readYaml(withoutSlips(text, slips), file, firstLine), file);
}

function validateOnce(schema: z.ZodType, yaml: YamlSource, file: string): ValidatedFields {
  const { locate } = yaml;
  if (yaml.diagnostics.length > 0) return { value: undefined, diagnostics: yaml.diagnostics, locate };
  const value = yaml.value ?? {};
  const diagnostics = findSchemaIssues(schema, value).map(({ path, at, rule, message }): Diagnostic => {
    return { file, ...locate(path, at), severity: 'error', rule, message };
  });
  return { value, diagnostics, locate };
}

/** Unreadable text is worse than any number of missing fields. */
function weightOf({ value, diagnostics }: ValidatedFields): number {
  return diagnostics.length + (value === undefined ? 1_000 : 0);
}

/** Whether an adjacent list mark needs its blank too: fixed alone, one of two in a row is read as part of the first. */
function isBesideNeeded(slip: Slip, slips: readonly Slip[], isNeeded: readonly boolean[]): boolean {
  return (
    slip.isListMark &&
    slips.some((other, at) => isNeeded[at] && other.isListMark && Math.abs(other.line - slip.line) === 1)
  );
}

function diagnosticOf({ offset, message }: Slip, { text, file, firstLine }: FieldText): Diagnostic {
  const { line, column } = positionOf(text, offset);
  return { file, line: line + firstLine - 1, column, severity: 'error', rule: 'yaml/syntax', message };
}
