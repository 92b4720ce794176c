/** Tables of a body, by the lines of their cells, and of a file of records. */
import type { AnnotatedFile, SourceText } from '../documents/source.ts';

/** A cell: its text and its position. */
export interface Cell {
  text: string;
  source?: SourceText;
  /** Its offset in a file of records. */
  offset: number;
}

/** Rows of cells; the first is the head. */
export type Table = Cell[][];

/** The tables of a body: those of Markdown, and lines whose parts are separated by slashes. */
export function tablesOf({ source, texts }: AnnotatedFile): Table[] {
  const tables: Table[] = texts.flatMap(slashTableIn);
  let [line, at, lastLine] = [1, 0, Number.NEGATIVE_INFINITY];
  for (const text of texts) {
    if (text.part !== 'cell') continue;
    const offset = text.offsets[0] ?? 0;
    if (offset < at) [line, at] = [1, 0];
    for (let next = source.indexOf('\n', at); next >= 0 && next < offset; next = source.indexOf('\n', at)) {
      line += 1;
      at = next + 1;
    }
    const cell = { text: text.text.trim(), source: text, offset };
    // A line of dashes follows the head.
    if (line > lastLine + 2) tables.push([[cell]]);
    else if (line === lastLine) tables.at(-1)?.at(-1)?.push(cell);
    else tables.at(-1)?.push([cell]);
    lastLine = line;
  }
  return tables.map(withWholeNames);
}

/** A table with a column 姓 and next to it one 名, as one with a column 姓名. */
function withWholeNames(table: Table): Table {
  const [head = []] = table;
  const at = head.findIndex(
    ({ text }, index) => /^姓氏?$/.test(text) && /^名字?$/.test(head[index + 1]?.text ?? ''),
  );
  if (at < 0) return table;
  return table.map((row) => {
    const [surname, given] = [row[at], row[at + 1]];
    if (surname === undefined || given === undefined) return row;
    const text = row === head ? '姓名' : surname.text + given.text;
    return [...row.slice(0, at), { ...surname, text }, ...row.slice(at + 2)];
  });
}

/** A row of such a table has at least three parts; a date or an alternative has fewer, or no others below it. */
const MIN_SLASH_CELLS = 3;
const MIN_SLASH_ROWS = 2;
const MAX_SLASH_ROW_LENGTH = 120;

/** The table that the lines of a paragraph are: 姓名 / 情况 / 医生. */
function slashTableIn(text: SourceText): Table[] {
  if (text.part === 'cell' || text.part === 'field') return [];
  if (!/[/／]/.test(text.text) || !text.text.includes('\n')) return [];
  let at = 0;
  const rows: Table = [];
  for (const line of text.text.split('\n')) {
    const parts = line.length > MAX_SLASH_ROW_LENGTH ? [] : line.split(/[/／]/);
    if (parts.length >= MIN_SLASH_CELLS && parts.length >= (rows[0]?.length ?? 0)) {
      let start = at;
      rows.push(
        parts.map((part) => {
          const trimmed = part.trim();
          const index = start + part.indexOf(trimmed);
          start += part.length + 1;
          return {
            text: trimmed,
            source: text,
            offset: text.offsets[Math.min(index, text.offsets.length - 1)] ?? 0,
          };
        }),
      );
    }
    at += line.length + 1;
  }
  return rows.length >= MIN_SLASH_ROWS ? [rows] : [];
}

/** A file of records as a table; cells are separated by commas, semicolons, tabs or bars. */
export function parseDelimited(text: string): Table {
  let offset = 0;
  const table = text.split('\n').map((line) => {
    const cells = line.split(/[,，;；\t|｜]/).map((cell) => {
      const trimmed = cell.trim().replace(/^"|"$/g, '');
      const found = { text: trimmed, offset: offset + cell.indexOf(trimmed) };
      offset += cell.length + 1;
      return found;
    });
    return cells;
  });
  return withWholeNames(table);
}

/** The cells of a column below the head, without empty ones. */
export function columnOf(table: Table, column: number): Cell[] {
  return table
    .slice(1)
    .flatMap((row) => (row[column]?.text && !/^:?-+:?$/.test(row[column].text) ? [row[column]] : []));
}
