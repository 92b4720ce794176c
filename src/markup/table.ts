/**
 * The width of a table: each column fits a few characters a line, or its whole content if that is less. A table wider than a phone scrolls
 * sideways in a box of its own; without a script the width is estimated from the text.
 */
import { bodyClasses } from './classes.ts';
import type { MdNode } from './tree.ts';

/** The attributes of a table and its cells in addition to Markdown's. */
export interface TableLook {
  /** The attributes of the box around it, as HTML. */
  box: string;
  /** Classes of the head cell of each column. */
  columns: string[];
}

/** Widths in em: a Chinese character is 1, a Latin letter or figure about half. */
const LATIN_EM = 0.55;
/** The padding and borders of a column. */
const CELL_EDGES_EM = 0.9;
/** The text of a page on a screen of 360 px in normal print. */
const PHONE_EM = 18.2;
/** The width of a sheet of A4 in its print of 10.5 points, less what cells need more there. */
const PAPER_EM = 46;
/** Words longer than this are broken anywhere: web addresses. */
const LONG_WORD_EM = 11;
/** Texts longer than this are sentences, for which a column has more room. */
const SENTENCE_EM = 30;

/** The look of a table; `textOf` returns the text of a cell. */
export function tableLook(table: MdNode, textOf: (node: MdNode) => string): TableLook {
  const rows = rowsOf(table).map((row) => cellsOf(row).map(textOf));
  const count = rows[0]?.length ?? 0;
  const columns = Array.from({ length: count }, (_, column) => rows.map((row) => row[column] ?? ''));
  const minimum = columns.map(minWidth);
  const needed = columns.reduce((sum, texts, index) => sum + neededWidth(texts, minimum[index] ?? 0), 0);
  const classes: string[] = [bodyClasses.tableBox];
  if (needed > PHONE_EM) classes.push(bodyClasses.wideTable);
  if (needed > PAPER_EM) classes.push(bodyClasses.hugeTable);
  const moves = needed > PHONE_EM ? ' role="group" tabindex="0" aria-label="表格，可以左右滑动"' : '';
  return {
    box: ` class="${classes.join(' ')}"${moves}`,
    columns: minimum.map((width) => bodyClasses.columns[width as keyof typeof bodyClasses.columns] ?? ''),
  };
}

/** The width of a column with its edges: only long words are broken. */
function neededWidth(texts: readonly string[], minimum: number): number {
  const words = texts.flatMap(wordWidths).filter((width) => width <= LONG_WORD_EM);
  return words.reduce((widest, width) => Math.max(widest, width), minimum) + CELL_EDGES_EM;
}

/** Whether a text has a word that is too long for any column. */
export function hasLongWord(text: string): boolean {
  return wordWidths(text).some((width) => width > LONG_WORD_EM);
}

/** The minimum width of a column in em: 0, 2, 3, 4, 5, 8 or 10. */
function minWidth(texts: readonly string[]): number {
  if (texts.some(hasLongWord)) return 10;
  const widest = texts.reduce((widest, text) => Math.max(widest, widthOf(text)), 0);
  if (widest <= 1) return 0;
  if (widest > SENTENCE_EM) return 8;
  return Math.min(5, Math.max(2, Math.ceil(widest)));
}

function wordWidths(text: string): number[] {
  return (text.match(/[\x21-\x7E\u00C0-\u024F]+/g) ?? []).map(widthOf);
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character < '\u2000' ? LATIN_EM : 1;
  return width;
}

function rowsOf(table: MdNode): MdNode[] {
  return (table.children ?? []).flatMap((part) =>
    (part.children ?? []).filter(({ tagName }) => tagName === 'tr'),
  );
}

function cellsOf(row: MdNode): MdNode[] {
  return (row.children ?? []).filter(({ type }) => type === 'element');
}
