/**
 * The texts of a file of the folder public, by its content and not by its ending: any text in UTF-8, UTF-16 or GB 18030, and the
 * XML in a zip of an office program (docx, xlsx, pptx, odt, ods).
 */
import { unzipSync } from 'fflate';
import type { PublicFile } from './rule.ts';

export interface PublicText {
  text: string;
  /** Whether it is records separated by commas. */
  isRecords: boolean;
  /** Whether it is the unchanged file, so that an offset in it is an offset in the file. */
  isSource: boolean;
}

const RECORDS = /^\.(?:csv|tsv|json|geojson|ndjson|xlsx|ods)$/;
/** Coordinates of a drawing. */
const DRAWN = /\s(?:d|points|transform|viewBox|values|keyTimes)="[^"]*"/g;
/** Maximum number of bytes unpacked from a zip. */
const MAX_UNZIPPED_BYTES = 50_000_000;
/** Parts of an office file that contain its text. */
const OFFICE_TEXT = /^(?:word|xl|ppt|docProps)\/.*\.xml$|^(?:content|meta)\.xml$/;
/** Tags that end a line or a cell; all others occur within a line. */
const LINE_ENDS = /<\/(?:w:tr|a:tr|w:p|a:p|text:p|si|row|table:table-row)>/g;
const CELL_ENDS = /<\/w:p>\s*<\/w:tc>|<\/(?:c|w:tc|a:tc|table:table-cell)>/g;

/** The texts; none for pictures, recordings and other files that are not text. */
export function readPublicText(file: PublicFile): PublicText[] {
  if (file.isLink || file.facts?.picture !== undefined) return [];
  const bytes = file.bytes();
  const isRecords = RECORDS.test(file.ending);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return officeTexts(bytes).map((text) => ({ text, isRecords, isSource: false }));
  }
  const text = decode(bytes);
  if (text === undefined) return [];
  const plain = withoutReferences(
    file.ending === '.svg' ? text.replace(DRAWN, (drawn) => ' '.repeat(drawn.length)) : text,
  );
  return [{ text: plain, isRecords, isSource: plain === text }];
}

/** The bytes as text; undefined if they are not text. */
function decode(bytes: Uint8Array): string | undefined {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  if (mark === 0xfffe) return new TextDecoder('utf-16le').decode(bytes);
  if (mark === 0xfeff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The text with numeric references (`&#49;`) decoded. */
function withoutReferences(text: string): string {
  if (!text.includes('&#')) return text;
  return text.replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (whole, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function officeTexts(bytes: Uint8Array): string[] {
  let left = MAX_UNZIPPED_BYTES;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!OFFICE_TEXT.test(name) || originalSize > left) return false;
        left -= originalSize;
        return true;
      },
    });
    return Object.values(parts).map((part) => withoutTags(new TextDecoder().decode(part)));
  } catch {
    return [];
  }
}

/** The text of an office file, with lines and cells. A sheet may contain figures with an exponent. */
function withoutTags(xml: string): string {
  const text = xml
    .replace(CELL_ENDS, '|')
    .replace(LINE_ENDS, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/\b(\d)\.(\d{7,18})E\+?(\d{2})\b/g, (whole, first: string, rest: string, power: string) =>
      rest.length <= Number(power) ? first + rest.padEnd(Number(power), '0') : whole,
    );
  return withoutReferences(text);
}
