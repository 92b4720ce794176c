/** Writes values as YAML that the corpus reads back as the same text, in the style of the text around it. */
import { Document, isMap, isScalar, isSeq, Scalar } from 'yaml';

/** How a scalar was written before; undefined for a new one. */
export type ScalarStyle = Scalar.Type | null | undefined;

/** Long lines are not folded, and a line end within a value is written as an escape: each value stays on one line. */
const ON_ONE_LINE = {
  lineWidth: 0,
  blockQuote: false,
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  flowCollectionPadding: false,
} as const;

/** Line ends and other controls, which only double quotes can contain. */
const CONTROL = /[\p{Cc}\u2028\u2029\ufeff]/u;

/**
 * A scalar in the style it had. A new number-like text is quoted, because other programs would read a number; one that was plain
 * stays plain. `inFlow`: within brackets, where a comma ends a plain value.
 */
export function scalarText(value: unknown, style: ScalarStyle, inFlow = false): string {
  const text = String(value);
  const isWord = text === 'true' || text === 'false';
  const schema = style === 'PLAIN' || isWord ? 'failsafe' : 'core';
  const document = new Document(null, { schema });
  const scalar = new Scalar(isWord || schema === 'failsafe' || typeof value === 'string' ? text : value);
  const isQuoted = style === 'QUOTE_SINGLE' || style === 'QUOTE_DOUBLE';
  if (CONTROL.test(text)) scalar.type = 'QUOTE_DOUBLE';
  else if (isQuoted && !isWord) scalar.type = style;
  const list = document.createNode([scalar], { flow: inFlow });
  // Not trimEnd: a wide space at the end of the value would go.
  const written = new Document(list, { schema }).toString(ON_ONE_LINE).replace(/\n$/, '');
  return inFlow ? written.slice(1, -1) : written.slice(2);
}

/** A value within brackets or braces. */
export function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return scalarText(value, undefined, true);
  const pairs = Object.entries(value).map(([name, part]) => `${name}: ${flowText(part)}`);
  return `{${pairs.join(', ')}}`;
}

/** The lines of `name: value`, a list with one line for each item. */
export function pairLines(name: string, value: unknown): string[] {
  if (Array.isArray(value) && value.length > 0) return [`${name}:`, ...indented(value.flatMap(itemLines))];
  if (isFields(value) && Object.keys(value).length > 0)
    return [`${name}:`, ...indented(Object.entries(value).flatMap(([key, part]) => pairLines(key, part)))];
  if (value === '') return [`${name}:`];
  return [`${name}: ${emptyOrScalar(value)}`];
}

/** The lines of one item of a list, with its dash. */
export function itemLines(value: unknown): string[] {
  if (Array.isArray(value)) return [`- ${flowText(value)}`];
  if (!isFields(value) || Object.keys(value).length === 0) return [`- ${emptyOrScalar(value)}`];
  const lines = Object.entries(value).flatMap(([key, part]) => pairLines(key, part));
  return lines.map((line, index) => `${index === 0 ? '- ' : '  '}${line}`);
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

function emptyOrScalar(value: unknown): string {
  return typeof value === 'object' && value !== null ? flowText(value) : scalarText(value, undefined);
}

/** Whether a value is a group of fields. */
export function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as the corpus would read it: each scalar a text, fields without a value left out. */
export function asRead(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asRead);
  if (!isFields(value)) return value === null || value === undefined ? '' : String(value);
  const parts = Object.entries(value).map(([name, part]) => [name, asRead(part)] as const);
  return Object.fromEntries(parts.filter(([, part]) => part !== ''));
}

/** Whether two values are the same once read; the order of fields does not matter. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(asRead(one))) === JSON.stringify(sorted(asRead(other)));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isFields(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sorted(value[name])]));
}

/** The value of a node as the parser read it. */
export function toJs(node: unknown): unknown {
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map(toJs);
  if (!isMap(node)) return undefined;
  return Object.fromEntries(
    node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', toJs(value)]),
  );
}
