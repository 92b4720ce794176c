#!/usr/bin/env bash
# Expected: the text of a PDF whose font says GBK-EUC-H is read, as its codes are those of GBK; or reading fails. Chinese offices have many
# such files: the font stays outside and its characters have no names, only a table that every reader has to know (ISO 32000-1, 9.7.5.2).
# unpdf packs pdf.js without these tables: the text is empty, and so is that of one font among others, without an error. Given the
# folder cmaps of pdfjs-dist as cMapUrl it reads all. Right: mupdf, which has the tables. Exits 1 when that changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund unpdf@1.8.1 mupdf@1.28.1
cat > look.mjs <<'JS'
import * as mupdf from 'mupdf';
import { extractText, getDocumentProxy } from 'unpdf';

/** 每月一百元 in GBK and in UCS-2; the letters A4 come from a font that needs no table. */
const TEXTS = { 'GBK-EUC-H': 'c3bfd4c2d2bbb0d9d4aa', 'UniGB-UCS2-H': '6bcf67084e00767e5143' };
function pdfFile(encoding) {
  const content = `BT /F1 20 Tf 60 700 Td <${TEXTS[encoding]}> Tj /F2 20 Tf 0 -40 Td (A4) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-${encoding} /Encoding /${encoding} /DescendantFonts [7 0 R] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 8 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  let file = '%PDF-1.4\n';
  const rows = objects.map((object, at) => {
    const row = `${String(file.length).padStart(10, '0')} 00000 n \n`;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return row;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`;
  return new TextEncoder().encode(`${file}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`);
}
for (const encoding of Object.keys(TEXTS)) {
  const bytes = pdfFile(encoding);
  const right = mupdf.Document.openDocument(bytes, 'application/pdf').loadPage(0).toStructuredText().asText();
  const { text } = await extractText(await getDocumentProxy(bytes.slice(), { verbosity: 0 }), { mergePages: true });
  console.log(`${encoding}: unpdf ${JSON.stringify(text.trim())}, mupdf ${JSON.stringify(right.replace(/\s+/g, ' ').trim())}`);
}
JS
expected='GBK-EUC-H: unpdf "A4", mupdf "每月一百元 A4"
UniGB-UCS2-H: unpdf "A4", mupdf "每月一百元 A4"'
echo 'unpdf 1.8.1, mupdf 1.28.1'
seen=$(node look.mjs)
echo "$seen"
[ "$seen" = "$expected" ]
