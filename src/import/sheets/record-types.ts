/** What the makers of records share: the content that exists, a row of the sheet, the records of it. */
import type { ContactData } from '../../schema/contacts.ts';
import type { PlaceData } from '../../schema/places.ts';
import type { ListKind } from './column-fields.ts';
import type { SheetCell } from './sheet.ts';

export interface NoticeFacts {
  slug: string;
  title: string;
  starts: string;
}

export interface RecordContext {
  contacts: readonly ContactData[];
  places: readonly PlaceData[];
  notices: readonly NoticeFacts[];
  /** Whether a file of this name exists or is reserved. */
  isTaken(kind: ListKind, id: string): boolean;
  /** The kinds of private numbers in a text, in words; the label before it helps to tell them. */
  privateNumbers(text: string): PrivateKind[];
  /** The kind of all notices; undefined if the sheet says it. */
  noticeKind?: string | undefined;
  /** The id of the place above those without one. */
  parent?: string | undefined;
  /** The contact of notices without a telephone. */
  contact?: string | undefined;
}

export type PrivateKind = 'id-number' | 'mobile-number' | 'bank-card';

export interface SheetRecord {
  kind: ListKind;
  id: string;
  /** The row in the file, from 1. */
  row: number;
  /** Fields by name, in the order of the schema. */
  fields: Record<string, unknown>;
  /** Further columns of a notice, heading and text, for its body. */
  rest: [string, string][];
}

export interface RecordList {
  records: SheetRecord[];
  notes: string[];
}

/** One row as its maker sees it. */
export interface ListRow {
  number: number;
  /** The cell of each matched field. */
  cells: ReadonlyMap<string, SheetCell>;
  /** The heading and text of each further column. */
  rest: [string, string][];
  sheetName: string;
  headings: readonly string[];
}

/** What a maker returns for a row: records, and remarks about it. */
export interface RowResult {
  records: Omit<SheetRecord, 'row'>[];
  remarks: string[];
}

/** The context, and what the rows above have made. */
export interface ListState extends RecordContext {
  made: readonly SheetRecord[];
}
