/** The format of a file is told by its bytes, whatever its name; what cannot be imported is explained in one sentence. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { formatOf } from './file-format.ts';
import { ImportError } from './import-error.ts';

const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<a/>')])));
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** A compound file, reduced to its header and directory. */
function ole(...streams: string[]): Uint8Array {
  const bytes = new Uint8Array(512 + streams.length * 128);
  bytes.set(latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'));
  for (const [index, name] of streams.entries()) {
    const at = 512 + index * 128;
    bytes.set(Buffer.from(name, 'utf16le'), at);
    bytes[at + 64] = (name.length + 1) * 2;
    bytes[at + 66] = 2;
  }
  return bytes;
}

describe('a file is read as what it is, under a wrong name too', () => {
  test.each([
    ['docx', zip('[Content_Types].xml', 'word/document.xml'), 'a.txt'],
    ['xlsx', zip('xl/workbook.xml'), 'a.docx'],
    ['odt', zip('content.xml', 'META-INF/manifest.xml'), 'a.doc'],
    [
      'ods',
      zipSync({
        mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
        'content.xml': strToU8('<a/>'),
        'META-INF/manifest.xml': strToU8('<a/>'),
      }),
      'a.xlsx',
    ],
    ['ofd', zip('OFD.xml', 'Doc_0/Document.xml'), 'a.pdf'],
    ['doc', ole('Root Entry', 'WordDocument'), 'a.docx'],
    ['wps', ole('Root Entry', 'WordDocument'), 'a.wps'],
    ['xls', ole('Root Entry', 'Workbook'), 'a.xlsx'],
    ['pdf', latin('%PDF-1.7\n'), 'a.docx'],
    ['rtf', latin('{\\rtf1\\ansi}'), 'a.doc'],
    ['picture', latin('\x89PNG\r\n\x1a\n'), 'a.pdf'],
    ['picture', latin('\xff\xd8\xff\xe0'), 'a.txt'],
    ['html', strToU8('\uFEFF<!DOCTYPE html><html><body><p>通知</p>'), 'a.doc'],
    ['html', strToU8('<html xmlns:o="urn:schemas-microsoft-com:office:office">'), 'a.xls'],
    ['html', strToU8('<p>粘贴来的</p>'), '-'],
    ['html', strToU8('Version:0.9\r\nStartHTML:0000000105\r\n<html>'), '-'],
    ['html', strToU8('没有标记的网页'), 'a.htm'],
    [
      'mht',
      strToU8(
        'From: <Saved by WPS>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n',
      ),
      'a.doc',
    ],
    ['md', strToU8('# 通知\n\n正文'), 'a.md'],
    ['md', strToU8('---\ntitle: 通知\n---\n正文'), '-'],
    ['csv', strToU8('姓名,电话\n民政局,12345\n残联,12385\n'), 'a.csv'],
    ['csv', strToU8('村名,书记,电话\n东村,甲,1\n西村,乙,2\n'), '-'],
    ['txt', strToU8('通知\n一、对象'), 'a.docx'],
    ['txt', strToU8('# 号码\n通知'), 'a.txt'],
    ['txt', Uint8Array.of(0xff, 0xfe, ...Buffer.from('通知', 'utf16le')), '-'],
  ] as const)('%s %#', (format, bytes, name) => {
    expect(formatOf(bytes, name)).toBe(format);
  });
});

describe('a file that is no document is explained in one sentence', () => {
  test.each([
    ['an empty file', new Uint8Array(), '空的'],
    ['a Word file with a password', ole('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), '密码'],
    ['a cut Word file', zip('[Content_Types].xml', 'word/document.xml').slice(0, 90), '没有传完'],
    ['slides', zip('ppt/presentation.xml'), '幻灯片'],
    ['old slides', ole('PowerPoint Document'), '幻灯片'],
    ['an archive', zip('通知.docx'), '先解压'],
    ['another archive', latin('Rar!\x1a\x07\0'), '先解压'],
    ['a compound file of another program', ole('Root Entry', 'CONTENTS'), '不是 Word 或 WPS'],
    ['a program', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0), '不是文字'],
    ['data', strToU8('[1, 2]'), '不是文章'],
    ['XML', strToU8('<?xml version="1.0"?><records/>'), '不是文章'],
    [
      'the XML of Word 2003',
      strToU8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'),
      '另存为 .docx',
    ],
  ])('%s', (_, bytes, words) => {
    expect(() => formatOf(bytes, 'a.docx')).toThrow(ImportError);
    expect(() => formatOf(bytes, 'a.docx')).toThrow(words);
  });
});
