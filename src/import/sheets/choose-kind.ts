/** Decides whether a sheet is a list of contacts, places or notices; anything uncertain stays a table. */
import { isCertain, type Matching, matchingsOf } from './find-headings.ts';
import { type Sheet, withMergedCells } from './sheet.ts';
import { phonesIn, spanIn } from './values.ts';

/** A list of trainings also has the telephones and addresses of a list of contacts. */
const ORDER = ['notices', 'contacts', 'places'];
/** The share of cells that must look like dates or telephones. */
const MIN_SHARE = 0.5;

/** The matching of a sheet that can only be a list of records; undefined for other sheets. */
export function certainMatching(sheet: Sheet): Matching | undefined {
  return matchingsOf(sheet)
    .filter((matching) => isCertain(matching) && hasValues(sheet, matching))
    .sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind))[0];
}

/** Whether the column that makes the kind holds what its heading says: 时间 may be opening hours. */
function hasValues(sheet: Sheet, { kind, headings, fields }: Matching): boolean {
  const column = fields.indexOf(kind === 'contacts' ? 'phone' : 'starts');
  if (kind === 'places' || column === -1) return true;
  const cells = withMergedCells(sheet)
    .slice(headings.last + 1)
    .flatMap((row) => row[column] ?? [])
    .filter(({ text }) => text !== '');
  const isFitting = (cell: (typeof cells)[number]) =>
    kind === 'contacts'
      ? phonesIn(cell).numbers.length > 0
      : spanIn(cell) !== undefined || /\d\s*[月.]\s*\d/u.test(cell.text);
  return cells.filter(isFitting).length >= cells.length * MIN_SHARE && cells.length > 0;
}
