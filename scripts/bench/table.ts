/** Figures as a table for people, in Markdown, so that it can be put into the README as it is. */

/** One row: what is measured, by name. Lists are for machines, and stand in no table. */
export type Figures = Record<string, string | number | readonly string[]>;

/** A Markdown table of rows that have the same names; numbers with three figures that count. */
export function asTable(rows: readonly Figures[]): string {
  const names = Object.entries(rows[0] ?? {}).flatMap(([name, value]) => (isList(value) ? [] : name));
  const lines = [
    names.map(asWords),
    names.map(() => '---'),
    ...rows.map((row) => names.map((name) => asText(row[name] ?? ''))),
  ];
  const widths = names.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  return lines
    .map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`)
    .join('');
}

/** `firstBytes` as `first bytes`. */
function asWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function isList(value: Figures[string]): value is readonly string[] {
  return Array.isArray(value);
}

function asText(value: Figures[string]): string {
  if (typeof value !== 'number') return String(value);
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(3)));
}
