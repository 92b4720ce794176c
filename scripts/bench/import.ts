/**
 * Measures the import of a folder: documents of ten pages in .docx, .pdf, .ofd, .odt, .rtf, .html and .txt, without LibreOffice; then a second run, which
 * finds nothing new.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { madeOfdFile, madeText } from '../../src/import/ofd/made-ofd-file.ts';
import { madePdfFile } from '../../src/import/pdf/made-pdf-file.ts';
import { projectDir } from '../../src/settings.ts';
import { runMeasured } from './measured-run.ts';
import type { Figures } from './table.ts';

export interface ImportFigures extends Figures {
  documents: number;
  seconds: number;
  peakMemoryMb: number;
  againSeconds: number;
}

/** A page of official text has about 22 lines of 28 characters (GB/T 9704). */
const CHARACTERS_PER_PAGE = 22 * 28;
const PAGES = 10;

/** Imports `documents` made documents into an empty content folder, twice. */
export async function measureImport(documents: number): Promise<ImportFigures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  try {
    const [source, content] = [join(folder, 'source'), join(folder, 'content')];
    for (const path of [source, content]) mkdirSync(path);
    writeFileSync(join(content, 'site.yml'), 'name: 示例县明白纸\nurl: https://www.county.example/\n');
    for (let number = 0; number < documents; number += 1) {
      const [ending, write] = WRITERS[number % WRITERS.length] as Writer;
      writeFileSync(join(source, `通知${number + 1}.${ending}`), write(paragraphs(number)));
    }
    const args = [join(projectDir, 'scripts', 'mingbai.ts'), 'import', source, '--content', content];
    const run = () => runMeasured(process.execPath, [...args, '--public', join(folder, 'public')]);
    const first = await run();
    const again = await run();
    const { seconds, peakMemoryMb } = first;
    return [{ documents, seconds, peakMemoryMb, againSeconds: again.seconds }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Headings, paragraphs and a table row after each, of ten pages. */
function paragraphs(seed: number): string[] {
  const found = [`关于发放冬季取暖补贴的通知（第${seed + 1}号）`, `示民发〔2026〕${seed + 1}号`];
  for (let length = 0, number = 1; length < CHARACTERS_PER_PAGE * PAGES; number += 1) {
    const text = `${number}．家里人均收入低于每月${500 + ((seed * 31 + number) % 400)}元的，可以到乡镇便民服务中心申请，带上身份证、户口本和银行卡，十个工作日以内办完，有事打0357-5123456问。`;
    found.push(number % 8 === 1 ? `${CHINESE[number % 10]}、申请的条件和材料` : text);
    length += text.length;
  }
  return found;
}

const CHINESE = '十一二三四五六七八九';

type Writer = readonly [string, (lines: readonly string[]) => Uint8Array];

const WRITERS: readonly Writer[] = [
  ['docx', (lines) => wordFile(lines)],
  ['pdf', (lines) => pdfFile(lines)],
  ['ofd', (lines) => ofdFile(lines)],
  ['odt', (lines) => openDocument(lines)],
  [
    'rtf',
    (lines) =>
      strToU8(`{\\rtf1\\ansi\\ansicpg936 ${lines.map((line) => `${escapedForRtf(line)}\\par\n`).join('')}}`),
  ],
  ['html', (lines) => strToU8(`<html><body>${lines.map((line) => `<p>${line}</p>`).join('')}</body></html>`)],
  ['txt', (lines) => strToU8(lines.join('\n'))],
];

const LINES_PER_PAGE = 22;
const LINE_LENGTH = 28;

/** The lines of each page; the first of a paragraph has its indent, as a number of characters. */
function pagesOf(paragraphs: readonly string[]): { text: string; indent: number }[][] {
  const lines = paragraphs.flatMap((paragraph) => {
    const parts = paragraph.match(new RegExp(`^.{1,${LINE_LENGTH - 2}}|.{1,${LINE_LENGTH}}`, 'gu')) ?? [];
    return parts.map((text, at) => ({ text, indent: at === 0 ? 2 : 0 }));
  });
  return Array.from({ length: Math.ceil(lines.length / LINES_PER_PAGE) }, (_, page) =>
    lines.slice(page * LINES_PER_PAGE, (page + 1) * LINES_PER_PAGE),
  );
}

function pdfFile(paragraphs: readonly string[]): Uint8Array {
  const [size, leading] = [15, 28];
  return madePdfFile(
    pagesOf(paragraphs).map((lines) => ({
      texts: lines.map(({ text, indent }, at) => ({
        text,
        x: 80 + indent * size,
        y: 110 + at * leading,
        size,
      })),
    })),
  );
}

function ofdFile(paragraphs: readonly string[]): Uint8Array {
  const [size, leading] = [5.3, 9.9];
  return madeOfdFile({
    pages: pagesOf(paragraphs).map((lines) =>
      lines
        .map(({ text, indent }, at) => madeText(text, 28 + indent * size, 40 + at * leading, { size }))
        .join(''),
    ),
  });
}

const escapedForRtf = (text: string) =>
  Array.from({ length: text.length }, (_, at) => {
    const code = text.charCodeAt(at);
    return code < 128 ? text[at] : `\\u${code > 32_767 ? code - 65_536 : code}?`;
  }).join('');

function wordFile(lines: readonly string[]): Uint8Array {
  const body = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('');
  const types =
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
  const relations =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
  return zipSync({
    '[Content_Types].xml': strToU8(types),
    '_rels/.rels': strToU8(relations),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });
}

function openDocument(lines: readonly string[]): Uint8Array {
  const body = lines.map((line) => `<text:p>${line}</text:p>`).join('');
  return zipSync({
    'META-INF/manifest.xml': strToU8('<manifest/>'),
    'content.xml': strToU8(
      `<office:document-content xmlns:office="urn:o" xmlns:text="urn:t"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
  });
}
