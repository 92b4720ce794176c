/** Joins the fields of a file with those of its base, by whole lines: a field that the file has replaces the base's of that name. */
import type { Line, Lines } from './lines.ts';

/** The lines of one field, or the lines before the first one. */
export interface FieldLines {
  /** Undefined for lines that belong to no field. */
  name: string | undefined;
  lines: Line[];
}

/** A line that begins a field: indented lines, items of lists, comments and closing brackets belong to the field above. */
const BEGINS = /^[^\s#\-\]})]/;
const NAME = /^(["']?)([\p{L}\p{N}_-]+)\1\s*[:：]/u;

/** The fields of a text in YAML, in its order. */
export function splitFields(lines: Lines): FieldLines[] {
  const fields: FieldLines[] = [];
  for (const line of lines) {
    const last = fields.at(-1);
    if (last !== undefined && !BEGINS.test(line.text)) last.lines.push(line);
    else fields.push({ name: NAME.exec(line.text)?.[2], lines: [line] });
  }
  return fields;
}

/** A field of the base that was written anew. */
export interface ChangedField {
  name: string;
  own: Lines;
  /** Empty if the base does not have the field. */
  base: Lines;
}

/** Fields about the file itself, which no base decides. */
const OWN_ONLY: ReadonlySet<string> = new Set(['inherits']);

/** The fields of a file, then those of its base that it does not have; and what it changes. */
export function joinFields(own: Lines, base: Lines): { lines: Lines; changes: ChangedField[] } {
  const [mine, others] = [splitFields(own), splitFields(base)];
  const names = new Set(mine.map(({ name }) => name));
  const rest = others.filter(({ name }) => name !== undefined && !names.has(name) && !OWN_ONLY.has(name));
  const baseOf = new Map(others.map(({ name, lines }) => [name, lines]));
  const changes = mine.flatMap(({ name, lines }) =>
    name === undefined || OWN_ONLY.has(name) ? [] : [{ name, own: lines, base: baseOf.get(name) ?? [] }],
  );
  return { lines: [...own, ...rest.flatMap(({ lines }) => lines)], changes };
}
