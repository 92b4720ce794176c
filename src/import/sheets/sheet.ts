/** A sheet of a workbook as its reader sees it: a grid of texts, without what is hidden. */
import type { SourceDocument } from '../source-document.ts';

export interface SheetCell {
  /** The text as shown. */
  text: string;
  /** The day or moment of a cell with a date format: `YYYY-MM-DD` or `YYYY-MM-DD HH:mm`. */
  date?: string;
  /** Whether the format of the date shows its year. */
  showsYear?: boolean;
  /** Whether the cell holds a number, whose leading zeros are lost. */
  isNumber?: boolean;
}

/** A merged area in grid coordinates; the ends are inside. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface Sheet {
  name: string;
  /** Every row has as many cells as the widest. */
  rows: SheetCell[][];
  /** The number of each row in the file, from 1. */
  rowNumbers: number[];
  merges: Merge[];
}

export interface Workbook extends Pick<SourceDocument, 'omissions' | 'sourceCharacters' | 'notes'> {
  sheets: Sheet[];
}

export const EMPTY_CELL: SheetCell = { text: '' };

/** The rows with the cell of each merged area in every place that it covers. */
export function withMergedCells({ rows, merges }: Sheet): SheetCell[][] {
  const filled = rows.map((row) => [...row]);
  for (const { top, left, bottom, right } of merges) {
    const cell = rows[top]?.[left];
    if (cell === undefined) continue;
    for (let row = top; row <= Math.min(bottom, rows.length - 1); row += 1) {
      filled[row]?.fill(cell, left, right + 1);
    }
  }
  return filled;
}
