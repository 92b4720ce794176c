/**
 * Tells the format of a file by its bytes. Editors rename files, and a web page saved by a browser or a table saved by an office system
 * often carries the wrong ending. Only among kinds of plain text, which have no mark of their own, does the ending decide: .md, .csv
 * and .txt can be the same bytes.
 */
import { decodeText } from './decode.ts';
import { ImportError } from './import-error.ts';
import { oleStreamNames } from './ole-streams.ts';
import { unzipParts, zipPartNames, zipPartText } from './zip-parts.ts';

export type FileFormat =
  | 'docx'
  | 'xlsx'
  | 'odt'
  | 'ods'
  | 'ofd'
  | 'doc'
  | 'wps'
  | 'xls'
  | 'rtf'
  | 'pdf'
  | 'picture'
  | 'html'
  | 'mht'
  | 'md'
  | 'csv'
  | 'txt';

const ascii = (bytes: Uint8Array, start: number, end: number) =>
  String.fromCharCode(...bytes.subarray(start, end));

/** The format; throws ImportError for an empty, protected or damaged file and for one of another kind. `name` is the file's name. */
export function formatOf(bytes: Uint8Array, name: string): FileFormat {
  if (bytes.length === 0) throw new ImportError(`${name} 是空的，没有东西可以导入。`);
  const start = ascii(bytes, 0, 1024);
  if (start.startsWith('PK')) return formatOfZip(bytes, name);
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return formatOfOle(bytes, name);
  // A reader of PDF accepts the mark within the first 1,024 bytes (ISO 32000-1, implementation note 13).
  if (start.includes('%PDF-')) return 'pdf';
  if (/^(?:\xef\xbb\xbf)?\s*\{\\rtf/.test(start)) return 'rtf';
  if (isPicture(start)) return 'picture';
  const decoded = decodeText(bytes);
  if (decoded === undefined) throw new ImportError(notText(name, start));
  return formatOfText(decoded.text, name);
}

function formatOfZip(bytes: Uint8Array, name: string): FileFormat {
  const names = zipPartNames(bytes);
  if (names === undefined) {
    throw new ImportError(
      `${name} 打不开：文件坏了，或者没有传完，或者设了密码。请用 Word 或 WPS 打开，去掉密码，另存为 .docx 再导入。`,
    );
  }
  const has = (part: string) => names.includes(part);
  if (has('word/document.xml') || names.some((part) => /^word\/document\d*\.xml$/.test(part))) return 'docx';
  if (names.some((part) => /^xl\/workbook\.(?:xml|bin)$/.test(part))) return 'xlsx';
  if (names.some((part) => /(?:^|\/)OFD\.xml$/i.test(part))) return 'ofd';
  if (has('content.xml') && has('META-INF/manifest.xml'))
    return isOpenSpreadsheet(bytes, name) ? 'ods' : 'odt';
  if (names.some((part) => part.startsWith('ppt/'))) {
    throw new ImportError(`${name} 是幻灯片，不能导入。请把里面的文字复制到 Word 里，存成 .docx。`);
  }
  throw new ImportError(`${name} 是压缩包。请先解压，再导入里面的文件。`);
}

/** Whether an OpenDocument package is a spreadsheet: its type is the first part, without compression (ODF 1.2 part 3, 3.3). */
const isOpenSpreadsheet = (bytes: Uint8Array, name: string) =>
  /mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/.test(ascii(bytes, 30, 200)) ||
  (zipPartText(unzipParts(bytes, name), 'content.xml') ?? '').includes('<office:spreadsheet');

function formatOfOle(bytes: Uint8Array, name: string): FileFormat {
  const streams = oleStreamNames(bytes);
  if (streams.has('EncryptedPackage') || streams.has('EncryptionInfo')) {
    throw new ImportError(`${name} 设了密码。请用 Word 或 WPS 打开，去掉密码，另存一份再导入。`);
  }
  if (streams.has('WordDocument'))
    return streams.has('WpsCustomData') || /\.wps$/i.test(name) ? 'wps' : 'doc';
  if (streams.has('Workbook') || streams.has('Book')) return 'xls';
  if (streams.has('PowerPoint Document')) {
    throw new ImportError(`${name} 是幻灯片，不能导入。请把里面的文字复制到 Word 里，存成 .docx。`);
  }
  throw new ImportError(
    `${name} 打不开：不是 Word 或 WPS 的文件，或者坏了。请打开原文，另存为 .docx 再导入。`,
  );
}

/** JPEG, PNG, GIF, BMP, TIFF, WebP, AVIF and HEIC by their first bytes. */
function isPicture(start: string): boolean {
  if (/^(?:\xff\xd8\xff|\x89PNG\r\n|GIF8[79]a|II\*\0|MM\0\*)/.test(start)) return true;
  if (start.startsWith('BM') && start.slice(6, 10) === '\0\0\0\0') return true;
  return /^RIFF[\s\S]{4}WEBP/.test(start) || /^[\s\S]{4}ftyp(?:avif|avis|heic|heix|mif1|msf1)/.test(start);
}

function notText(name: string, start: string): string {
  if (start.startsWith('Rar!') || start.startsWith('7z\xbc\xaf'))
    return `${name} 是压缩包。请先解压，再导入里面的文件。`;
  return `${name} 不是文字，或者用了不认识的编码。请用记事本打开，另存为 UTF-8 的 .txt。`;
}

const HTML_START =
  /^(?:Version:[\d.]+\s+StartHTML:|\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|style|article|section|main|header|div|p|h[1-6]|table|ul|ol|span|font|center|blockquote|b|strong|a|img|br)\b)/i;

function formatOfText(text: string, name: string): FileFormat {
  const start = text.replace(/^\uFEFF/, '').slice(0, 4096);
  if (
    /^(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?Content-Type:\s*(?:multipart\/|message\/|text\/html)/i.test(
      start.replace(/\r\n?/g, '\n').trimStart(),
    )
  ) {
    return 'mht';
  }
  if (HTML_START.test(start)) return 'html';
  if (/<Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet/.test(start)) return 'xls';
  if (/progid="Word\.Document"|<pkg:package\b|<w:wordDocument\b/.test(start)) {
    throw new ImportError(`${name} 是 Word 的 XML 格式。请用 Word 或 WPS 打开，另存为 .docx 再导入。`);
  }
  if (isData(text)) {
    throw new ImportError(
      `${name} 是程序用的数据，不是文章。请找到给人看的那一份，存成 .docx、.html 或 .txt。`,
    );
  }
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === 'md' || ending === 'markdown') return 'md';
  if (ending === 'html' || ending === 'htm') return 'html';
  if (ending === 'txt') return 'txt';
  if (ending === 'csv' || ending === 'tsv' || isTable(start)) return 'csv';
  return isMarkdown(start) ? 'md' : 'txt';
}

/** JSON and XML are text, but nobody reads them. */
function isData(text: string): boolean {
  if (/^\s*<\?xml\b/.test(text)) return true;
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether the first lines have the same number of commas or tabs, two cells at least and three rows. */
function isTable(start: string): boolean {
  const lines = start
    .split(/\r\n?|\n/)
    .slice(0, 6)
    .filter((line) => line.trim() !== '');
  return ['\t', ','].some((separator) => {
    const counts = new Set(lines.map((line) => line.split(separator).length));
    return lines.length >= 3 && counts.size === 1 && [...counts].every((count) => count >= 2);
  });
}

/** Signs that nobody writes by chance: front matter, a heading with #, a table's ruler, a link or picture. */
function isMarkdown(start: string): boolean {
  return (
    /^---\s*\n[\s\S]*?\n---\s*(?:\n|$)/.test(start) ||
    /^#{1,6} \S/m.test(start) ||
    /^\|?\s*:?-{3,}:?\s*\|/m.test(start) ||
    /!?\[[^\]\n]+\]\((?:https?:|\.{0,2}\/)[^)\s]*\)/.test(start)
  );
}
