/**
 * Reads an OpenDocument spreadsheet (.ods, ISO/IEC 26300): its cells have their text as shown. Not with @e965/xlsx, which loses hidden
 * rows and so would publish them.
 */
import { ImportError } from '../import-error.ts';
import { omissionReasons } from '../omission-reasons.ts';
import { countCharacters, type Omission } from '../source-document.ts';
import { descendants, elementsOf, parseElements, textContent, type XmlElement } from '../xml.ts';
import { unzipParts, zipPartText } from '../zip-parts.ts';
import { EMPTY_CELL, type Merge, type Sheet, type SheetCell, type Workbook } from './sheet.ts';

/** The maximum rows and columns that are read: a sheet repeats its empty ones up to the edge. */
const MAX_ROWS = 20_000;
const MAX_COLUMNS = 200;

/** The workbook; throws ImportError if it is protected or damaged. */
export function readOds(bytes: Uint8Array, fileName: string): Workbook {
  const parts = unzipParts(bytes, fileName);
  if (/encryption-data/.test(zipPartText(parts, 'META-INF/manifest.xml') ?? ''))
    throw new ImportError(`${fileName} 设了密码。请打开它，去掉密码，另存一份再导入。`);
  const content = contentOf(zipPartText(parts, 'content.xml') ?? '', fileName);
  const hiddenStyles = hiddenTableStyles(content);
  const omissions: Omission[] = [];
  const notes: string[] = [];
  const sheets = descendants(content, 'table:table').flatMap((table): Sheet[] => {
    const name = table.attributes['table:name'] ?? '';
    const grid = gridOf(table);
    const isHidden = hiddenStyles.has(table.attributes['table:style-name'] ?? '');
    const { sheet, hidden } = shownPart(name, grid, isHidden);
    const place = `工作表「${name}」`;
    const omit = (texts: readonly string[], kind: Omission['kind'], reason: string) =>
      omissions.push(...texts.map((text) => ({ kind, text, reason: `${place}里${reason}`, near: '' })));
    omit([...grid.covered, ...hidden], 'hidden', '隐藏的内容，打开表格也看不见');
    omit(grid.comments, 'comment', '的批注');
    omit(grid.drawings, 'drawing', omissionReasons.drawing);
    if (grid.errors > 0) notes.push(`${place}有 ${grid.errors} 格没有算出数来，请补上。`);
    return sheet.rows.some((row) => row.some(({ text }) => text !== '')) ? [sheet] : [];
  });
  const shown = sheets.flatMap(({ rows }) => rows.flat().map(({ text }) => text));
  const sourceCharacters = [...shown, ...omissions.map(({ text }) => text)].reduce(
    (sum, text) => sum + countCharacters(text),
    0,
  );
  return { sheets, omissions, notes, sourceCharacters };
}

function contentOf(xml: string, fileName: string): XmlElement {
  try {
    return parseElements(xml);
  } catch {
    throw new ImportError(`${fileName} 坏了，打不开。请用 Excel 或 WPS 打开，另存为 .xlsx 再导入。`);
  }
}

/** The styles of sheets that are not displayed. */
function hiddenTableStyles(content: XmlElement): Set<string> {
  const isHidden = (style: XmlElement) =>
    descendants(style, 'style:table-properties').some(
      ({ attributes }) => attributes['table:display'] === 'false',
    );
  return new Set(
    descendants(content, 'style:style')
      .filter(isHidden)
      .map(({ attributes }) => attributes['style:name'] ?? ''),
  );
}

interface Grid {
  rows: SheetCell[][];
  merges: Merge[];
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
  /** Texts of cells that a merged area covers. */
  covered: string[];
  comments: string[];
  /** Texts of shapes above the cells. */
  drawings: string[];
  /** The number of cells with an error in place of a result. */
  errors: number;
}

const GROUPS = /^table:table-(?:header-)?(?:rows?|columns?)(?:-group)?$/;
/** The rows or columns of a table, also those in groups. */
const partsNamed = (parent: XmlElement, name: string): XmlElement[] =>
  elementsOf(parent).flatMap((each) =>
    each.name === name ? [each] : GROUPS.test(each.name) ? partsNamed(each, name) : [],
  );
const repeatedTimes = ({ attributes }: XmlElement, of: 'rows' | 'columns') =>
  Math.max(1, Number(attributes[`table:number-${of}-repeated`]) || 1);
const isCollapsed = ({ attributes }: XmlElement) =>
  /^(?:collapse|filter)$/.test(attributes['table:visibility'] ?? '');

function gridOf(table: XmlElement): Grid {
  const grid: Grid = {
    rows: [],
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    covered: [],
    comments: [],
    drawings: descendants(table, 'table:shapes').map(textContent).filter(Boolean),
    errors: 0,
  };
  let column = 0;
  for (const part of partsNamed(table, 'table:table-column')) {
    const end = Math.min(column + repeatedTimes(part, 'columns'), MAX_COLUMNS);
    for (; column < end; column += 1) if (isCollapsed(part)) grid.hiddenColumns.add(column);
  }
  let empty = 0;
  for (const part of partsNamed(table, 'table:table-row')) {
    const times = repeatedTimes(part, 'rows');
    const cells = descendantsOfRow(part);
    if (cells.every((cell) => textContent(cell).trim() === '')) {
      empty += times;
      continue;
    }
    for (; empty > 0 && grid.rows.length < MAX_ROWS; empty -= 1) grid.rows.push([]);
    for (let time = 0; time < times && grid.rows.length < MAX_ROWS; time += 1) {
      if (isCollapsed(part)) grid.hiddenRows.add(grid.rows.length);
      grid.rows.push(readRow(cells, grid));
    }
  }
  return grid;
}

const descendantsOfRow = (row: XmlElement) =>
  elementsOf(row).filter(({ name }) => /^table:(?:covered-)?table-cell$/.test(name));

function readRow(cells: readonly XmlElement[], grid: Grid): SheetCell[] {
  const row: SheetCell[] = [];
  for (const cell of cells) {
    const { text, comment, drawing } = textsOfCell(cell);
    const times = repeatedTimes(cell, 'columns');
    if (comment !== '') grid.comments.push(comment);
    if (drawing !== '') grid.drawings.push(drawing);
    if (cell.attributes['calcext:value-type'] === 'error') grid.errors += 1;
    addMerge(cell, row.length, grid);
    const isCovered = cell.name === 'table:covered-table-cell';
    if (isCovered && text !== '') grid.covered.push(text);
    const shown = isCovered || text === '' ? EMPTY_CELL : shownCell(cell, text);
    for (let time = 0; time < times && row.length < MAX_COLUMNS; time += 1) row.push(shown);
  }
  return row;
}

function addMerge({ attributes }: XmlElement, left: number, { merges, rows }: Grid): void {
  const [columns, down] = ['columns', 'rows'].map(
    (of) => Number(attributes[`table:number-${of}-spanned`]) || 1,
  ) as [number, number];
  const top = rows.length;
  if (columns * down > 1) merges.push({ top, left, bottom: top + down - 1, right: left + columns - 1 });
}

function textsOfCell(cell: XmlElement): { text: string; comment: string; drawing: string } {
  const children = elementsOf(cell);
  const lines = (name: RegExp) =>
    children
      .filter((each) => name.test(each.name))
      .map(textContent)
      .join('\n')
      .trim();
  const comments = children.flatMap((each) =>
    each.name === 'office:annotation' ? descendants(each, 'text:p').map(textContent) : [],
  );
  return { text: lines(/^text:/), comment: comments.join('\n'), drawing: lines(/^draw:/) };
}

function shownCell({ attributes }: XmlElement, text: string): SheetCell {
  const [, day, time] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/.exec(attributes['office:date-value'] ?? '') ?? [];
  const isNumber = /^(?:float|percentage|currency|date|time)$/.test(attributes['office:value-type'] ?? '');
  const hasTime = time !== undefined && time !== '00:00';
  return {
    text,
    ...(day !== undefined && {
      date: hasTime ? `${day} ${time}` : day,
      showsYear: /\d{4}|\d{2}年/.test(text),
    }),
    ...(isNumber && { isNumber }),
  };
}

/** The sheet without hidden rows and columns, and the texts in them; merged areas shrink with them. */
function shownPart(name: string, grid: Grid, isHidden: boolean): { sheet: Sheet; hidden: string[] } {
  const { rows, merges, hiddenRows, hiddenColumns } = grid;
  const width = Math.max(0, ...rows.map((row) => row.findLastIndex(({ text }) => text !== '') + 1));
  const isRowShown = (at: number) => !isHidden && !hiddenRows.has(at);
  const shownRows = rows.map((_, at) => at).filter(isRowShown);
  const shownColumns = Array.from({ length: width }, (_, at) => at).filter((at) => !hiddenColumns.has(at));
  const hidden = rows.flatMap((row, at) =>
    row.filter((_, column) => !isRowShown(at) || hiddenColumns.has(column)).map(({ text }) => text),
  );
  const moved = merges.flatMap(({ top, left, bottom, right }): Merge[] => {
    const down = shownRows.flatMap((row, at) => (row >= top && row <= bottom ? [at] : []));
    const across = shownColumns.flatMap((column, at) => (column >= left && column <= right ? [at] : []));
    const [firstRow, firstColumn] = [down[0], across[0]];
    if (firstRow === undefined || firstColumn === undefined) return [];
    return [
      {
        top: firstRow,
        left: firstColumn,
        bottom: down.at(-1) ?? firstRow,
        right: across.at(-1) ?? firstColumn,
      },
    ];
  });
  const sheet: Sheet = {
    name,
    rows: shownRows.map((row) => shownColumns.map((column) => rows[row]?.[column] ?? EMPTY_CELL)),
    rowNumbers: shownRows.map((row) => row + 1),
    merges: moved,
  };
  return { sheet, hidden: hidden.filter(Boolean) };
}
