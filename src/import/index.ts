/** Converts documents of the office formats to drafts. */
export { formatOf } from './file-format.ts';
export { ImportError } from './import-error.ts';
export { type Imported, importFile, MAX_FILE_BYTES } from './import-file.ts';
export { type Ledger, ledgerSummary, ledgerText } from './ledger.ts';
export { runProgram } from './outside-programs.ts';
export { preparePicture } from './pictures.ts';
export type { Plainness } from './plain-proposals.ts';
export { certainMatching } from './sheets/choose-kind.ts';
export { columnFields, type ListKind } from './sheets/column-fields.ts';
export { bestMatching, isEnough, type Matching, setColumns } from './sheets/find-headings.ts';
export { openSheets } from './sheets/open-sheets.ts';
export { recordFile } from './sheets/record-file.ts';
export type { RecordContext, SheetRecord } from './sheets/record-types.ts';
export { recordsOf } from './sheets/records.ts';
export type { Sheet, Workbook } from './sheets/sheet.ts';
export { slugFromTitle } from './slug-from-title.ts';
