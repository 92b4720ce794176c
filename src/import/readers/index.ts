/** The reader of each format. A format is loaded only when a file needs it: some readers bring large libraries. */
import type { FileFormat } from '../file-format.ts';
import type { Reader } from '../source-document.ts';

const readers: Readonly<Record<FileFormat, () => Promise<Reader>>> = {
  csv: async () => (await import('./spreadsheet.ts')).readCsvDocument,
  doc: async () => (await import('./doc.ts')).readDoc,
  docx: async () => (await import('./docx.ts')).readDocx,
  html: async () => (await import('./html.ts')).readHtml,
  md: async () => (await import('./md.ts')).readMd,
  mht: async () => (await import('./mht.ts')).readMht,
  ods: async () => (await import('./spreadsheet.ts')).readOpenSpreadsheet,
  odt: async () => (await import('./odt.ts')).readOdt,
  ofd: async () => (await import('./ofd.ts')).readOfd,
  pdf: async () => (await import('./pdf.ts')).readPdf,
  picture: async () => (await import('./picture.ts')).readPictureFile,
  rtf: async () => (await import('./rtf.ts')).readRtf,
  txt: async () => (await import('./txt.ts')).readTxt,
  wps: async () => (await import('./doc.ts')).readDoc,
  xls: async () => (await import('./spreadsheet.ts')).readSpreadsheet,
  xlsx: async () => (await import('./spreadsheet.ts')).readSpreadsheet,
};

/** The reader of the format. */
export function readerOf(format: FileFormat): Promise<Reader> {
  return readers[format]();
}
