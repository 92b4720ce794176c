/** Spreadsheets at the desk: how one would be read, and its records once the editor has said what the columns hold. */
import type {
  SheetChoice,
  SheetColumns,
  SheetDefaults,
  SheetKind,
  WorkbookOffer,
} from '../../src/desk/contract.ts';
import { DeskError } from '../../src/desk/desk-error.ts';
import {
  bestMatching,
  certainMatching,
  columnFields,
  isEnough,
  type Matching,
  openSheets,
  type Sheet,
} from '../../src/import/index.ts';
import { collections } from '../../src/schema/collections.ts';
import type { Settings } from '../../src/settings.ts';
import { recordContext, writeRecords } from '../import-records.ts';

const KINDS: readonly SheetKind[] = ['contacts', 'places', 'notices'];
/** Rows that the editor sees to tell the columns. */
const SAMPLE_ROWS = 3;

/** Undefined for a file that is no spreadsheet. Throws ImportError for one that cannot be opened. */
export async function readSheets(bytes: Uint8Array, name: string): Promise<WorkbookOffer | undefined> {
  const workbook = await openSheets(bytes, name);
  if (workbook === undefined) return undefined;
  return {
    sheets: workbook.sheets.map((sheet) => ({
      name: sheet.name,
      kind: certainMatching(sheet)?.kind,
      kinds: byKind((kind) => columnsOf(sheet, matchingOf(sheet, kind))),
    })),
    fields: byKind((kind) => columnFields[kind].map(({ name: field, label }) => ({ name: field, label }))),
  };
}

function byKind<T>(make: (kind: SheetKind) => T): Record<SheetKind, T> {
  return Object.fromEntries(KINDS.map((kind) => [kind, make(kind)])) as Record<SheetKind, T>;
}

/** The certain matching knows more than the headings: what the columns hold. */
function matchingOf(sheet: Sheet, kind: SheetKind): Matching {
  const certain = certainMatching(sheet);
  return certain?.kind === kind ? certain : bestMatching(sheet, kind);
}

function columnsOf({ rows }: Sheet, { headings, fields }: Matching): SheetColumns {
  const sample = rows.slice(headings.last + 1, headings.last + 1 + SAMPLE_ROWS);
  return {
    headings: headings.columns,
    fields: headings.columns.map((_, at) => fields[at] ?? null),
    sample: sample.map((row) => headings.columns.map((_, at) => row[at]?.text ?? '')),
  };
}

/** Throws DeskError for columns that make no record, UsageError for a default that names nothing. */
export async function makeRecords(
  settings: Settings,
  { bytes, name }: { bytes: Uint8Array; name: string },
  choices: readonly SheetChoice[],
  defaults: SheetDefaults,
): Promise<{ files: string[]; notes: string[] }> {
  const workbook = await openSheets(bytes, name);
  if (workbook === undefined) throw new DeskError(415, '这不是表格。');
  const context = recordContext(settings, defaults);
  const matched = choices.map((choice) => {
    const sheet = workbook.sheets[choice.sheet];
    if (sheet === undefined) throw new DeskError(400, '表格里没有这张表。');
    return { sheet, matching: chosenMatching(sheet, choice) };
  });
  return writeRecords(settings, workbook, { matched, context, fileName: name });
}

function chosenMatching(sheet: Sheet, { kind, fields }: SheetChoice): Matching {
  const { headings } = matchingOf(sheet, kind);
  const known = new Set(columnFields[kind].map(({ name }) => name));
  const matching = {
    kind,
    headings,
    fields: headings.columns.map((_, at) => {
      const field = fields[at];
      return typeof field === 'string' && known.has(field) ? field : undefined;
    }),
  };
  if (!isEnough(matching))
    throw new DeskError(
      400,
      `「${sheet.name}」还没说清哪一列是${neededOf(kind)}，一行做不成一个${collections[kind].label}。`,
    );
  return matching;
}

/** What no record of a kind is without, in words. */
function neededOf(kind: SheetKind): string {
  return { contacts: '单位、哪一列是电话', places: '名字', notices: '名称' }[kind];
}
