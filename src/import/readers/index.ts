/** The reader of each format. A format is loaded only when a file needs it: some readers bring large libraries. */
import type { FileFormat } from '../file-format.ts';
import type { Reader } from '../source-document.ts';

/** One line a format; without one the format is recognized but cannot be imported yet. */
const readers: Partial<Record<FileFormat, () => Promise<Reader>>> = {
  doc: async () => (await import('./doc.ts')).readDoc,
  docx: async () => (await import('./docx.ts')).readDocx,
  html: async () => (await import('./html.ts')).readHtml,
  mht: async () => (await import('./mht.ts')).readMht,
  md: async () => (await import('./md.ts')).readMd,
  csv: async () => (await import('./spreadsheet.ts')).readCsvDocument,
  wps: async () => (await import('./doc.ts')).readDoc,
  xls: async () => (await import('./spreadsheet.ts')).readSpreadsheet,
  xlsx: async () => (await import('./spreadsheet.ts')).readSpreadsheet,
  odt: async () => (await import('./odt.ts')).readOdt,
  rtf: async () => (await import('./rtf.ts')).readRtf,
  txt: async () => (await import('./txt.ts')).readTxt,
};

/** The reader; undefined if there is none for the format. */
export async function readerOf(format: FileFormat): Promise<Reader | undefined> {
  return readers[format]?.();
}
