/** Finds the rows of headings in a sheet: below titles, over one to three rows, with merged cells. */
import {
  columnFields,
  fieldOf,
  isPersonalColumn,
  isUnusedColumn,
  type ListKind,
  listKinds,
} from './column-fields.ts';
import { type Sheet, type SheetCell, withMergedCells } from './sheet.ts';

/** The rows among which headings begin. */
const MAX_ROWS_ABOVE = 15;
const MAX_HEADING_ROWS = 3;

export interface Headings {
  /** The first and the last row of the headings in the grid. */
  first: number;
  last: number;
  /** The heading of each column, its rows joined by ` / `. */
  columns: string[];
}

/** The columns of a sheet as fields of a collection. */
export interface Matching {
  kind: ListKind;
  headings: Headings;
  /** Field names by column; undefined for columns that are not taken over. */
  fields: (string | undefined)[];
}

/** The best headings for each collection, and for none the first row with a text in most columns. */
export function matchingsOf(sheet: Sheet): Matching[] {
  return listKinds.map((kind) => bestMatching(sheet, kind));
}

/** The headings that name the most fields of a collection. */
export function bestMatching(sheet: Sheet, kind: ListKind): Matching {
  const candidates = headingsIn(sheet).map((headings) => ({
    kind,
    headings,
    fields: fieldsOf(kind, headings.columns),
  }));
  const score = ({ fields, headings }: Matching) =>
    new Set(fields.filter(Boolean)).size * 10 +
    headings.columns.filter((each) => isUnusedColumn(each) || isPersonalColumn(each)).length * 4 +
    headings.columns.filter((each) => each !== '').length * 0.1 -
    (headings.last - headings.first);
  return candidates.reduce(
    (best, next) => (score(next) > score(best) ? next : best),
    candidates[0] ?? { kind, headings: { first: 0, last: 0, columns: [] }, fields: [] },
  );
}

/** Every block of rows that may be the headings. */
function headingsIn(sheet: Sheet): Headings[] {
  const rows = withMergedCells(sheet);
  const found: Headings[] = [];
  for (let first = 0; first < Math.min(rows.length, MAX_ROWS_ABOVE); first += 1) {
    for (let last = first; last < Math.min(rows.length, first + MAX_HEADING_ROWS); last += 1) {
      const block = rows.slice(first, last + 1);
      if (!block.every(isHeadingRow)) break;
      const columns = (rows[0] ?? []).map((_, column) => joined(block.map((row) => row[column]?.text ?? '')));
      found.push({ first, last, columns });
    }
  }
  return found;
}

/** A row of short texts in several columns; a title across the sheet is one text, a record has numbers. */
function isHeadingRow(row: readonly SheetCell[]): boolean {
  const texts = row.filter(({ text }) => text !== '');
  const isData = texts.some(
    ({ text, isNumber, date }) => isNumber || date !== undefined || /\d{5}/.test(text),
  );
  return (
    !isData && new Set(texts.map(({ text }) => text)).size > 1 && texts.every(({ text }) => text.length <= 30)
  );
}

const joined = (texts: readonly string[]) =>
  [...new Set(texts.map((text) => text.replace(/\s+/gu, '')).filter(Boolean))].join(' / ');

/** The field of each column; of two columns for a field the first is taken. */
export function fieldsOf(kind: ListKind, columns: readonly string[]): (string | undefined)[] {
  const taken = new Set<string>();
  const fields = columns.map((heading) => {
    if (isPersonalColumn(heading)) return undefined;
    // The lowest row says most exactly what a column is; 联系电话 / 办公 needs the one above.
    const parts = heading.split(' / ');
    const name = [...parts]
      .reverse()
      .concat(parts.join(''))
      .map((part) => fieldOf(kind, part))
      .find(Boolean);
    if (name === undefined || taken.has(name)) return undefined;
    taken.add(name);
    return name;
  });
  return kind === 'notices' ? withDay(fields) : fields;
}

/** A column 日期 is the start, and 时间 beside it the time of day. */
function withDay(fields: (string | undefined)[]): (string | undefined)[] {
  if (!fields.includes('day')) return fields;
  return fields.map((name) => (name === 'starts' ? 'time' : name === 'day' ? 'starts' : name));
}

/** Whether the columns suffice for a record in each row. */
export function isEnough({ kind, fields }: Pick<Matching, 'kind' | 'fields'>): boolean {
  const has = (name: string) => fields.includes(name);
  if (kind === 'contacts') return has('phone') && ['name', 'town', 'village', 'section'].some(has);
  if (kind === 'places') return has('name') || has('parent');
  return has('title') || has('post');
}

/** Whether the columns can only be a list of this kind; other sheets stay tables. */
export function isCertain({ kind, headings, fields }: Matching): boolean {
  const has = (name: string) => fields.includes(name);
  if (!isEnough({ kind, fields })) return false;
  if (kind === 'contacts') return !headings.columns.some((heading) => PRICE.test(heading));
  const unknown = headings.columns.filter(
    (heading, at) => heading !== '' && fields[at] === undefined && !isUnusedColumn(heading),
  );
  if (kind === 'places')
    return has('name') && has('parent') && unknown.every((heading) => COUNT.test(heading));
  return has('starts') ? true : has('post') && (has('pay') || has('seats')) && has('where');
}

const PRICE = /单价|价格|售价|规格|型号/u;
/** Columns of a list of villages that say nothing of money. */
const COUNT = /^(?:.*(?:户数|人口|人数|面积|代码|书记|主任|负责人|联系人|村民小组|组数).*)$/u;

export const labelOf = (kind: ListKind, name: string): string =>
  columnFields[kind].find((each) => each.name === name)?.label ?? name;

/** The matching with the columns of a flag, `电话=phone,单位=name`; throws RangeError with a sentence for a wrong one. */
export function setColumns(matching: Matching, pairs: string): Matching {
  const { kind, headings } = matching;
  const fields = [...matching.fields];
  for (const pair of pairs.split(/[,，;；]/u).filter((each) => each.trim() !== '')) {
    const [heading = '', wanted = ''] = pair.split('=').map((part) => part.trim());
    const column = headings.columns.findIndex((each) => isHeading(each, heading));
    const found = columnFields[kind].find(({ name, label }) => name === wanted || label === wanted);
    if (column === -1)
      throw new RangeError(
        `表里没有「${heading}」这一列。有的列：「${headings.columns.filter(Boolean).join('」「')}」。`,
      );
    if (found === undefined)
      throw new RangeError(
        `没有「${wanted}」这个字段。可以写：${columnFields[kind].map(({ name, label }) => `${name}（${label}）`).join('、')}。`,
      );
    for (const [at, name] of fields.entries()) if (name === found.name) fields[at] = undefined;
    fields[column] = found.name;
  }
  return { ...matching, fields };
}

const isHeading = (column: string, given: string) =>
  column.replace(/\s/gu, '') === given.replace(/\s/gu, '') || column.split(' / ').includes(given);
