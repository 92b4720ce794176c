/**
 * Reads comma-separated text as editors meet it: UTF-8, UTF-16 or GB 18030, separated by commas, tabs, semicolons or bars. csv-parse reads
 * the quotation marks; SheetJS would turn texts into dates and formulas. Every cell is text, also one that begins with =.
 */
import { parse } from 'csv-parse/sync';
import { EMPTY_CELL, type Sheet } from './sheet.ts';

const DELIMITERS = ['\t', ',', ';', '|', '，'];
/** The lines that are looked at for the delimiter. */
const MAX_SAMPLE_LINES = 30;

/** The sheet of a text; undefined if a quotation mark is never closed. */
export function readCsv(text: string, name: string): Sheet | undefined {
  const declared = /^sep=(.)\r?\n/i.exec(text);
  const body = declared === null ? text : text.slice(declared[0].length);
  const delimiter = declared?.[1] ?? delimiterOf(body);
  try {
    const read: string[][] = parse(body, {
      bom: true,
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
    });
    const width = read.reduce((most, row) => Math.max(most, row.length), 0);
    const offset = declared === null ? 1 : 2;
    return {
      name,
      merges: [],
      rows: read.map((row) =>
        Array.from({ length: width }, (_, at) => (row[at] ? { text: row[at] } : EMPTY_CELL)),
      ),
      rowNumbers: read.map((_, at) => at + offset),
    };
  } catch {
    return undefined;
  }
}

/** The delimiter that occurs in most lines outside quotation marks, and most evenly; a comma if there is none. */
export function delimiterOf(text: string): string {
  const lines = text
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, MAX_SAMPLE_LINES);
  const scores = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const common = modeOf(counts.filter((count) => count > 0));
    return { delimiter, lines: counts.filter((count) => count === common && count > 0).length, common };
  });
  const best = scores.reduce((first, next) =>
    next.lines > first.lines || (next.lines === first.lines && next.common > first.common) ? next : first,
  );
  return best.lines === 0 ? ',' : best.delimiter;
}

function modeOf(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
}
