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

/** The tables of a body. */
export function tablesOf({ source, texts }: AnnotatedFile): Table[] {
  const tables: Table[] = [];
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
  return tables;
}

/** A file of records as a table; cells are separated by commas, semicolons, tabs or bars. */
export function parseDelimited(text: string): Table {
  let offset = 0;
  return text.split('\n').map((line) => {
    const cells = line.split(/[,，;；\t|｜]/).map((cell) => {
      const trimmed = cell.trim().replace(/^"|"$/g, '');
      const found = { text: trimmed, offset: offset + cell.indexOf(trimmed) };
      offset += cell.length + 1;
      return found;
    });
    return cells;
  });
}

/** The cells of a column below the head, without empty ones. */
export function columnOf(table: Table, column: number): Cell[] {
  return table
    .slice(1)
    .flatMap((row) => (row[column]?.text && !/^:?-+:?$/.test(row[column].text) ? [row[column]] : []));
}
