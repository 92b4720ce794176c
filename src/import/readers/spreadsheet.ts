/** Reads a spreadsheet as a document: for each sheet its texts above and below, and one table. */
import type { Element, ElementContent } from 'hast';
import { element, paragraph, textNode } from '../hast-elements.ts';
import { ImportError } from '../import-error.ts';
import { readOds } from '../sheets/ods.ts';
import { openCsv } from '../sheets/open-sheets.ts';
import type { Sheet, SheetCell, Workbook } from '../sheets/sheet.ts';
import { readWorkbook } from '../sheets/workbook.ts';
import type { Addition, Reader, SourceDocument } from '../source-document.ts';

export const readSpreadsheet: Reader = async (bytes, { fileName }) =>
  documentOf(await readWorkbook(bytes, fileName), fileName);

export const readOpenSpreadsheet: Reader = async (bytes, { fileName }) =>
  documentOf(readOds(bytes, fileName), fileName);

export const readCsvDocument: Reader = async (bytes, { fileName }) =>
  documentOf(openCsv(bytes, fileName), fileName);

function documentOf({ sheets, ...account }: Workbook, fileName: string): SourceDocument {
  if (sheets.length === 0) throw new ImportError(`${fileName} 里没有文字可以导入。`);
  const additions: Addition[] = [];
  const children = sheets.flatMap((sheet) => {
    const parts = partsOf(sheet);
    if (sheets.length === 1) return parts;
    additions.push({ text: sheet.name, reason: '工作表的名字' });
    return [element('h2', [textNode(sheet.name)]), ...parts];
  });
  return { root: { type: 'root', children }, pictures: new Map(), additions, hasTitle: true, ...account };
}

/** The rows with one text at the top and the bottom as paragraphs, the rows between as a table. */
function partsOf(sheet: Sheet): Element[] {
  const filled = sheet.rows.map((_, at) => at).filter((at) => textsOf(sheet, at).length > 0);
  const isRow = (at: number) => textsOf(sheet, at).length > 1;
  const first = filled.findIndex(isRow);
  const last = filled.findLastIndex(isRow);
  const single = (at: number) => paragraph(textsOf(sheet, at)[0] ?? '');
  if (first === -1) return filled.map(single);
  return [
    ...filled.slice(0, first).map(single),
    tableOf(sheet, filled.slice(first, last + 1)),
    ...filled.slice(last + 1).map(single),
  ];
}

const textsOf = ({ rows }: Sheet, at: number) =>
  (rows[at] ?? []).map(({ text }) => text).filter((text) => text !== '');

function tableOf(sheet: Sheet, shown: readonly number[]): Element {
  const columns = (sheet.rows[0] ?? []).map((_, at) => at);
  // A merged area across an empty column only loses that column.
  const used = columns.filter((column) => shown.some((row) => sheet.rows[row]?.[column]?.text !== ''));
  const rows = shown.map((row) =>
    element(
      'tr',
      used.flatMap((column) => cellOf(sheet, { row, column }, { shown, used })),
    ),
  );
  return element('table', [element('tbody', rows)]);
}

function cellOf(
  { rows, merges }: Sheet,
  { row, column }: { row: number; column: number },
  { shown, used }: { shown: readonly number[]; used: readonly number[] },
): ElementContent[] {
  const merge = merges.find(
    ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right,
  );
  const cell: SheetCell | undefined = rows[row]?.[column];
  const children = cell === undefined || cell.text === '' ? [] : lines(cell.text);
  if (merge === undefined) return [element('td', children)];
  if (merge.top !== row || merge.left !== column) return [];
  const rowSpan = shown.filter((at) => at >= merge.top && at <= merge.bottom).length;
  const colSpan = used.filter((at) => at >= merge.left && at <= merge.right).length;
  return [element('td', children, { rowSpan, colSpan })];
}

/** A text with its line breaks. */
function lines(text: string): ElementContent[] {
  return text
    .split(/\r\n?|\n/)
    .flatMap((line, at) => (at === 0 ? [textNode(line)] : [element('br', []), textNode(line)]));
}
