/** Opens a spreadsheet of any format: .xlsx, .xls, .ods, .csv, and a web page that a system named .xls. */
import { formatOf } from '../file-format.ts';
import { ImportError } from '../import-error.ts';
import { textOf } from '../readers/text-encoding.ts';
import { countCharacters } from '../source-document.ts';
import { readCsv } from './csv.ts';
import { readOds } from './ods.ts';
import type { Workbook } from './sheet.ts';
import { readWorkbook } from './workbook.ts';

/** The sheets of the file; undefined if it is another kind of document. Throws ImportError if it cannot be read. */
export async function openSheets(bytes: Uint8Array, fileName: string): Promise<Workbook | undefined> {
  const format = formatOf(bytes, fileName);
  if (format === 'csv') return openCsv(bytes, fileName);
  if (format === 'ods') return readOds(bytes, fileName);
  const isNamedWorkbook = format === 'html' && /\.(?:xls|xlsx|et)$/i.test(fileName);
  return format === 'xlsx' || format === 'xls' || isNamedWorkbook ? readWorkbook(bytes, fileName) : undefined;
}

/** A text of separated values as one sheet, named like the file. */
export function openCsv(bytes: Uint8Array, fileName: string): Workbook {
  const { text, notes } = textOf(bytes, fileName);
  const sheet = readCsv(text, fileName.replace(/\.[^.]*$/, ''));
  if (sheet === undefined) {
    throw new ImportError(
      `${fileName} 里有一个引号没有配对，分不清格子。请用 Excel 或 WPS 打开，另存为 .xlsx 再导入。`,
    );
  }
  const sourceCharacters = sheet.rows.flat().reduce((sum, cell) => sum + countCharacters(cell.text), 0);
  return { sheets: [sheet], omissions: [], sourceCharacters, notes: [...notes] };
}
