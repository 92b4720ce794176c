/** Writes the tables of a report: as lines for a terminal, as CSV for spreadsheets, as JSON for programs. */
import { printable } from '../documents/printable.ts';
import { MAX_LISTED_ROWS, MIN_DISCLOSED_COUNT, type ReportRow, type ReportTable } from './report-rows.ts';

const SMALL = `少于${MIN_DISCLOSED_COUNT}`;
const UNKNOWN = '不知道';

/** The tables for a terminal, the most frequent rows of each. Texts come from strangers: every line is escaped. */
export function reportLines(tables: readonly ReportTable[]): string[] {
  return tables.flatMap((table) => {
    if (table.rows.length === 0) return [];
    const listed = table.isAboutPeople ? table.rows.slice(0, limitOf(table)) : table.rows;
    const counts = listed.map((row) => countText(row, table));
    const width = Math.max(...counts.map(displayWidth));
    const lines = listed.map((row, at) => {
      const count = counts[at] ?? '';
      const words = [row.month, row.name, row.address].filter((word) => word !== undefined && word !== '');
      return printable(`${' '.repeat(2 + width - displayWidth(count))}${count}  ${words.join(' ')}`);
    });
    const more = table.rows.length - listed.length;
    return [
      `${table.title}`,
      ...lines,
      ...(more > 0 ? [`  还有 ${more} 行，用 --csv 或 --json 全都列出来。`] : []),
      ...(table.note === undefined ? [] : [`  ${table.note}`]),
      '',
    ];
  });
}

function limitOf({ id }: ReportTable): number {
  return id === 'months' ? Number.POSITIVE_INFINITY : MAX_LISTED_ROWS;
}

function countText({ count }: ReportRow, { isAboutPeople }: ReportTable): string {
  if (count === undefined) return UNKNOWN;
  return isAboutPeople && count > 0 && count < MIN_DISCLOSED_COUNT ? SMALL : String(count);
}

/** Columns of a terminal: Chinese characters take two. */
function displayWidth(text: string): number {
  return Array.from(text).reduce((width, character) => width + (character > '\u2e80' ? 2 : 1), 0);
}

/** All rows as CSV by RFC 4180, with a byte order mark, without which Excel reads Chinese as GBK. */
export function reportCsv(tables: readonly ReportTable[]): string {
  const lines = tables.flatMap((table) =>
    table.rows.map((row) => [
      table.title,
      row.month ?? '',
      row.name,
      row.address ?? '',
      countText(row, table),
    ]),
  );
  const text = [['表', '月份', '名称', '网址', '数'], ...lines].map((cells) => cells.map(cell).join(','));
  return `\uFEFF${text.join('\r\n')}\r\n`;
}

/** A spreadsheet runs a cell that begins with one of these signs as a formula; a quotation mark before it makes it a text. */
const FORMULA = /^[=+\-@]/;

function cell(text: string): string {
  const visible = printable(text);
  const safe = FORMULA.test(visible) ? `'${visible}` : visible;
  return /[",]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** For `JSON.stringify`: tables by their id, withheld and unknown counts as null. */
export function reportJson(tables: readonly ReportTable[]): Record<string, unknown> {
  return Object.fromEntries(
    tables.map(({ id, isAboutPeople, rows }) => [
      id,
      rows.map((row) => {
        const { count = null } = row;
        const isWithheld = isAboutPeople && count !== null && count > 0 && count < MIN_DISCLOSED_COUNT;
        return { ...row, count: isWithheld ? null : count };
      }),
    ]),
  );
}
