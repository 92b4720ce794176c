/**
 * Reads .xlsx, .xls, .et and tables that systems save as .xls with @e965/xlsx, SheetJS as its authors publish it (decision 0041). Numbers
 * and dates come as the sheet shows them; hidden sheets, rows and columns are left out and counted.
 */
import type { CellObject, Range, WorkBook, WorkSheet } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ImportError } from '../import-error.ts';
import { textOf } from '../readers/text-encoding.ts';
import { countCharacters, type Omission } from '../source-document.ts';
import { unzipParts } from '../zip-parts.ts';
import { EMPTY_CELL, type Merge, type Sheet, type SheetCell, type Workbook } from './sheet.ts';
import { CHINESE_FORMATS, type NumberFormatter, shownNumber } from './shown-number.ts';

/** The maximum rows and columns that are read: lists of a county are far shorter. */
const MAX_ROWS = 20_000;
const MAX_COLUMNS = 200;

/** The workbook; throws ImportError if it is protected or damaged. */
export async function readWorkbook(bytes: Uint8Array, fileName: string): Promise<Workbook> {
  const library = await import('@e965/xlsx');
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip) unzipParts(bytes, fileName);
  const options = { cellNF: true, cellStyles: true, cellHTML: false, sheetRows: MAX_ROWS, raw: true };
  try {
    const book = isText(bytes)
      ? library.read(textOf(bytes, fileName).text, { ...options, type: 'string' })
      : library.read(isZip ? withChineseFormats(bytes) : bytes, { ...options, type: 'array' });
    return workbookOf(book, library.SSF as NumberFormatter);
  } catch (error) {
    const why = /password|encrypt/i.test(String(error)) ? '设了密码' : '坏了，打不开';
    throw new ImportError(`${fileName} ${why}。请用 Excel 或 WPS 打开，去掉密码，另存为 .xlsx 再导入。`);
  }
}

/** Whether a system saved the table as HTML or XML under the name of a workbook. */
const isText = (bytes: Uint8Array) => /^[\s\uFEFF]*</.test(new TextDecoder().decode(bytes.subarray(0, 64)));

/** Writes the built-in Chinese formats out in the styles, because the library reports no number of a format that it does not know. */
function withChineseFormats(bytes: Uint8Array): Uint8Array {
  try {
    const files = unzipSync(bytes);
    const name = Object.keys(files).find((each) => /^\/?xl\/styles\.xml$/i.test(each));
    const part = name === undefined ? undefined : files[name];
    if (name === undefined || part === undefined) return bytes;
    const xml = strFromU8(part);
    const used = Object.entries(CHINESE_FORMATS).filter(
      ([id]) => xml.includes(`numFmtId="${id}"`) && !new RegExp(`<numFmt [^>]*numFmtId="${id}"`).test(xml),
    );
    if (used.length === 0) return bytes;
    const escaped = (code: string) => code.replace(/"/g, '&quot;');
    const added = used
      .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${escaped(code)}"/>`)
      .join('');
    const own = /<numFmts[^>]*>[\s\S]*?<\/numFmts>/.exec(xml)?.[0];
    const without = xml.replace(/<numFmts[^>]*?(?:\/>|>[\s\S]*?<\/numFmts>)/, '');
    const inner = own === undefined ? '' : own.replace(/^<numFmts[^>]*>|<\/numFmts>$/g, '');
    files[name] = strToU8(without.replace(/(<styleSheet[^>]*>)/, `$1<numFmts>${inner}${added}</numFmts>`));
    return zipSync(files, { level: 0 });
  } catch {
    return bytes;
  }
}

function workbookOf(book: WorkBook, formatter: NumberFormatter): Workbook {
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets: Sheet[] = [];
  const omissions: Omission[] = [];
  const notes: string[] = [];
  let sourceCharacters = 0;
  for (const [index, name] of book.SheetNames.entries()) {
    const source = book.Sheets[name];
    if (source === undefined) continue;
    const grid = gridOf(source, formatter, date1904);
    const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    const { sheet, left } = withoutHidden({ ...grid, name }, source, isHidden);
    const place = `工作表「${name}」`;
    for (const { texts, kind, reason } of [
      { texts: left, kind: 'hidden' as const, reason: `${place}里隐藏的内容，打开表格也看不见` },
      { texts: grid.comments, kind: 'comment' as const, reason: `${place}里的批注` },
    ]) {
      omissions.push(...texts.map((text) => ({ kind, text, reason, near: '' })));
      sourceCharacters += texts.reduce((sum, text) => sum + countCharacters(text), 0);
    }
    if (grid.errors.length > 0)
      notes.push(`${place}的 ${grid.errors.slice(0, 5).join('、')} 格没有算出数来，请补上。`);
    sourceCharacters += sheet.rows.flat().reduce((sum, { text }) => sum + countCharacters(text), 0);
    if (sheet.rows.some((row) => row.some(({ text }) => text !== ''))) sheets.push(sheet);
  }
  return { sheets, omissions, notes, sourceCharacters };
}

interface Grid {
  rows: SheetCell[][];
  rowNumbers: number[];
  merges: Merge[];
  comments: string[];
  /** Texts in cells that a merged area covers: nobody sees them. */
  covered: string[];
  /** Addresses of cells with an error or without the result of their formula. */
  errors: string[];
}

function gridOf(source: WorkSheet, formatter: NumberFormatter, date1904: boolean): Grid {
  const rows: SheetCell[][] = [];
  const comments: string[] = [];
  let width = 0;
  const errors: string[] = [];
  for (const [address, cell] of Object.entries(source) as [string, CellObject][]) {
    const place = /^([A-Z]{1,3})(\d+)$/.exec(address);
    if (place === null) continue;
    const [row, column] = [Number(place[2]) - 1, columnOf(place[1] ?? '')];
    if (row >= MAX_ROWS || column >= MAX_COLUMNS) continue;
    if (cell.c !== undefined) comments.push(...cell.c.map(({ t }) => t ?? '').filter(Boolean));
    if (cell.t === 'e' || (cell.f !== undefined && cell.v === undefined)) errors.push(address);
    const shown = shownCell(cell, formatter, date1904);
    if (shown.text === '') continue;
    rows[row] ??= [];
    (rows[row] as SheetCell[])[column] = shown;
    width = Math.max(width, column + 1);
  }
  const merges = (source['!merges'] ?? []).map(asMerge);
  const full = Array.from(rows, (row) => Array.from({ length: width }, (_, at) => row?.[at] ?? EMPTY_CELL));
  const covered = merges.flatMap((merge) => clearCovered(full, merge));
  return { rows: full, rowNumbers: full.map((_, at) => at + 1), merges, comments, covered, errors };
}

/** Empties the cells of a merged area except the first; returns their texts. */
function clearCovered(rows: SheetCell[][], { top, left, bottom, right }: Merge): string[] {
  const texts: string[] = [];
  for (let at = top; at <= Math.min(bottom, rows.length - 1); at += 1) {
    const row = rows[at] ?? [];
    for (let column = left; column <= Math.min(right, row.length - 1); column += 1) {
      if ((at === top && column === left) || row[column]?.text === '') continue;
      texts.push(row[column]?.text ?? '');
      row[column] = EMPTY_CELL;
    }
  }
  return texts;
}

const columnOf = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const asMerge = ({ s, e }: Range): Merge => ({ top: s.r, left: s.c, bottom: e.r, right: e.c });

function shownCell(cell: CellObject, formatter: NumberFormatter, date1904: boolean): SheetCell {
  if (cell.t === 'n' && typeof cell.v === 'number') {
    const format = cell.z === undefined ? undefined : String(cell.z);
    const { text, ...date } = shownNumber(cell.v, format, formatter, date1904);
    return { text, ...date, isNumber: true };
  }
  if (cell.t === 'e') return { text: cell.w ?? '' };
  if (cell.t === 'b') return { text: cell.v === true ? 'TRUE' : 'FALSE' };
  return { text: String(cell.v ?? '').trim() };
}

/** The sheet without hidden rows and columns, and the texts in them; merged areas shrink with them. */
function withoutHidden(
  { name, rows, rowNumbers, merges, covered }: Grid & { name: string },
  source: WorkSheet,
  isHidden: boolean,
): { sheet: Sheet; left: string[] } {
  const isRowShown = (at: number) => !isHidden && source['!rows']?.[at]?.hidden !== true;
  const isColumnShown = (at: number) => source['!cols']?.[at]?.hidden !== true;
  const shownRows = rows.map((_, at) => at).filter(isRowShown);
  const shownColumns = (rows[0] ?? []).map((_, at) => at).filter(isColumnShown);
  const left = rows.flatMap((row, at) =>
    row.filter((_, column) => !isRowShown(at) || !isColumnShown(column)).map(({ text }) => text),
  );
  const moved = merges.flatMap(({ top, left: first, bottom, right }): Merge[] => {
    const [inRows, inColumns] = [between(shownRows, top, bottom), between(shownColumns, first, right)];
    return inRows === undefined || inColumns === undefined
      ? []
      : [{ top: inRows[0], bottom: inRows[1], left: inColumns[0], right: inColumns[1] }];
  });
  const sheet = {
    name,
    rows: shownRows.map((row) => shownColumns.map((column) => rows[row]?.[column] ?? EMPTY_CELL)),
    rowNumbers: shownRows.map((row) => rowNumbers[row] ?? row + 1),
    merges: moved,
  };
  return { sheet, left: [...covered, ...left].filter(Boolean) };
}

/** The first and last positions in `shown` of values in a range; undefined if there are none. */
function between(shown: readonly number[], first: number, last: number): [number, number] | undefined {
  const from = shown.findIndex((at) => at >= first);
  const to = shown.findLastIndex((at) => at <= last);
  return from === -1 || to < from ? undefined : [from, to];
}
