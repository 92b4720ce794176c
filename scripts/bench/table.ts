/** Formats figures as a Markdown table. */

/** One row: values by name. Lists are left out of tables. */
export type Figures = Record<string, string | number | readonly string[]>;

/** Number formats of columns, by the unit in their name. */
interface Unit {
  name: RegExp;
  /** Unit after the words of the column's name. */
  shown: string;
  format(value: number): string;
}

const withDecimals = (value: number, digits: number): string =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

const UNITS: readonly Unit[] = [
  { name: /Bytes/, shown: 'KB', format: (bytes) => withDecimals(bytes / 1000, 1) },
  { name: /Seconds$|^seconds$/, shown: 's', format: (seconds) => withDecimals(seconds, 1) },
  { name: /Mb$/, shown: 'MB', format: (megabytes) => withDecimals(megabytes, 0) },
  {
    name: /Ms(?=[A-Z]|$)|^ms(?=[A-Z]|$)/,
    shown: 'ms',
    format: (ms) => withDecimals(ms, Number.isInteger(ms) || ms >= 100 ? 0 : 1),
  },
  { name: /^(?=recall)/, shown: '%', format: (share) => withDecimals(100 * share, 1) },
];

/** A Markdown table of rows with the same names; numbers without a unit have three significant digits. */
export function asTable(rows: readonly Figures[]): string {
  const names = Object.entries(rows[0] ?? {}).flatMap(([name, value]) => (isList(value) ? [] : name));
  const lines = [
    names.map(asHead),
    [],
    ...rows.map((row) => names.map((name) => asText(name, row[name] ?? ''))),
  ];
  const widths = names.map((_, column) => Math.max(3, ...lines.map((line) => (line[column] ?? '').length)));
  lines[1] = widths.map((width) => '-'.repeat(width));
  return lines
    .map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`)
    .join('');
}

/** `firstBytes` as `first, KB`. */
function asHead(name: string): string {
  const unit = unitOf(name);
  const words = (unit === undefined ? name : name.replace(unit.name, ''))
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim();
  if (unit === undefined) return words;
  return words === '' ? unit.shown : `${words}, ${unit.shown}`;
}

function unitOf(name: string): Unit | undefined {
  return UNITS.find((unit) => unit.name.test(name));
}

function isList(value: Figures[string]): value is readonly string[] {
  return Array.isArray(value);
}

function asText(name: string, value: Figures[string]): string {
  if (typeof value !== 'number') return String(value);
  const unit = unitOf(name);
  if (unit !== undefined) return unit.format(value);
  return Number.isInteger(value) ? value.toLocaleString('en') : String(Number(value.toPrecision(3)));
}
