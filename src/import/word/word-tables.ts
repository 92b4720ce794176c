/** Reads a table of Word: cells by the columns of its grid, so that skipped columns and merges keep their places (ECMA-376 17.4). */
import type { Element, ElementContent } from 'hast';
import { element } from '../hast-elements.ts';
import { omissionReasons } from '../omission-reasons.ts';
import type { OmissionKind } from '../source-document.ts';
import { child, elementsOf, type XmlElement } from '../xml.ts';
import { storedText } from './character-count.ts';
import { type Conversion, emptyParagraph } from './conversion.ts';
import { at, flagOf, propertyValue } from './word-xml.ts';

interface Cell {
  column: number;
  columns: number;
  rows: number;
  /** Whether it continues the cell above. */
  isContinued: boolean;
  element: XmlElement | undefined;
}

interface Row {
  cells: Cell[];
  isHeader: boolean;
}

/** The table with `colSpan` and `rowSpan`; undefined if nothing of it is left. */
export function readTable(
  table: XmlElement,
  conversion: Conversion,
  readCell: (cell: XmlElement) => ElementContent[],
): Element | undefined {
  const rows = partsOf(table, 'w:tr', conversion).flatMap((row) => {
    const left = whyLeftOut(row);
    if (left === undefined) return [readRow(row, conversion)];
    leaveOut(conversion, left, row);
    return [];
  });
  mergeRows(rows, conversion);
  const toRow = ({ cells }: Row, tag: 'td' | 'th') =>
    element(
      'tr',
      cells.filter(({ isContinued }) => !isContinued).map((cell) => toCell(cell, tag, readCell)),
    );
  const firstBodyRow = rows.findIndex(({ isHeader }) => !isHeader);
  const headerRows = Math.max(0, firstBodyRow);
  const head = rows.slice(0, headerRows).map((row) => toRow(row, 'th'));
  const body = rows.slice(headerRows).map((row) => toRow(row, 'td'));
  if (head.length + body.length === 0) return undefined;
  return element('table', [...(head.length > 0 ? [element('thead', head)] : []), element('tbody', body)]);
}

function toCell(cell: Cell, tag: string, readCell: (cell: XmlElement) => ElementContent[]): Element {
  const spans = {
    ...(cell.columns > 1 && { colSpan: cell.columns }),
    ...(cell.rows > 1 && { rowSpan: cell.rows }),
  };
  return element(tag, cell.element === undefined ? [] : readCell(cell.element), spans);
}

/** Rows and cells may stand in content controls and beside bookmarks. */
const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag']);

/** The parts with a name; text beside them, which only a damaged file has, is left out. */
function partsOf(parent: XmlElement, name: string, conversion: Conversion): XmlElement[] {
  return elementsOf(parent).flatMap((node) => {
    if (node.name === name) return [node];
    if (WRAPPERS.has(node.name)) return partsOf(node, name, conversion);
    leaveOut(conversion, 'unreadable', node);
    return [];
  });
}

function whyLeftOut(row: XmlElement): OmissionKind | undefined {
  const properties = child(row, 'w:trPr');
  if (child(properties, 'w:del') !== undefined) return 'deleted';
  return flagOf(properties, 'w:hidden') ? 'hidden' : undefined;
}

/** Why the text of a cell that continues another one is left out. */
const COVERED = '合并的格子盖住的字';

function leaveOut(
  conversion: Conversion,
  kind: OmissionKind,
  node: XmlElement,
  reason = omissionReasons[kind],
): void {
  const text = storedText(node);
  if (text.trim() !== '') conversion.omissions.push({ kind, text, reason, near: '' });
}

function readRow(row: XmlElement, conversion: Conversion): Row {
  const properties = child(row, 'w:trPr');
  const skipped = (name: string) => Number(propertyValue(properties, name) ?? 0) || 0;
  const cells: Cell[] = [];
  let column = 0;
  const add = (columns: number, own?: XmlElement, isContinued = false) => {
    cells.push({ column, columns, rows: 1, isContinued, element: own });
    column += columns;
  };
  const before = skipped('w:gridBefore');
  if (before > 0) add(before);
  for (const cell of partsOf(row, 'w:tc', conversion)) {
    const own = child(cell, 'w:tcPr');
    const columns = Math.max(1, Number(propertyValue(own, 'w:gridSpan') ?? 1) || 1);
    const last = cells.at(-1);
    if (child(own, 'w:cellDel') !== undefined) {
      leaveOut(conversion, 'deleted', cell);
      add(columns);
    } else if (isContinuing(own, 'w:hMerge') && last !== undefined) {
      leaveOut(conversion, 'hidden', cell, COVERED);
      last.columns += columns;
      column += columns;
    } else add(columns, cell, isContinuing(own, 'w:vMerge'));
  }
  const after = skipped('w:gridAfter');
  if (after > 0) add(after);
  return { cells, isHeader: flagOf(properties, 'w:tblHeader') ?? false };
}

/** A merge without a value continues (17.4.85). */
function isContinuing(properties: XmlElement | undefined, name: string): boolean {
  const merge = child(properties, name);
  return merge !== undefined && (merge.attributes['w:val'] ?? 'continue') === 'continue';
}

/** Gives each cell that begins a merge its number of rows; one that continues nothing is a cell of its own. */
function mergeRows(rows: readonly Row[], conversion: Conversion): void {
  const open = new Map<number, Cell>();
  for (const { cells } of rows) {
    const columns = new Set(cells.map(({ column }) => column));
    for (const column of open.keys()) if (!columns.has(column)) open.delete(column);
    for (const cell of cells) {
      const above = open.get(cell.column);
      if (cell.isContinued && above !== undefined) {
        above.rows += 1;
        if (cell.element !== undefined) leaveOut(conversion, 'hidden', cell.element, COVERED);
        continue;
      }
      cell.isContinued = false;
      const isMerge = at(cell.element, 'w:tcPr', 'w:vMerge') !== undefined;
      if (isMerge) open.set(cell.column, cell);
      else open.delete(cell.column);
    }
  }
  conversion.paragraph = emptyParagraph();
}
