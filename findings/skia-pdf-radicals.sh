#!/usr/bin/env bash
# Expected: text in a PDF is the text that was drawn. PDFs by Skia (@napi-rs/canvas, and Chromium's print) name a glyph by the first code
# point that the font has for it; fonts of Chinese have one glyph for a character and for its radical. 每月 is U+2F49 in the file: search
# and copy miss it. NFKC does not bring all back: 户 becomes 戶, and 长, 见 and 门 have no mapping. (Chromium 156 adds the true character as
# ActualText, which mupdf reads and pdf.js does not.) Right: the text drawn, and pdfkit with the same font. Exits 1 when that changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @napi-rs/canvas@1.1.1 pdfkit@0.20.2 mupdf@1.28.1 @expo-google-fonts/noto-sans-sc@0.4.3
cat > look.mjs <<'JS'
import { once } from 'node:events';
import { GlobalFonts, PDFDocument } from '@napi-rs/canvas';
import * as mupdf from 'mupdf';
import PDFKit from 'pdfkit';

const font = 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';
const drawn = '低保户每月一百元长期有效见门牌';

function bySkia() {
  GlobalFonts.registerFromPath(font, 'Noto');
  const file = new PDFDocument();
  const page = file.beginPage(400, 100);
  page.font = '20px Noto';
  page.fillText(drawn, 10, 50);
  file.endPage();
  return file.close();
}

async function byPdfkit() {
  const file = new PDFKit();
  const parts = [];
  file.on('data', (part) => parts.push(part));
  file.font(font).text(drawn).end();
  await once(file, 'end');
  return Buffer.concat(parts);
}

const read = (bytes) => mupdf.Document.openDocument(bytes, 'application/pdf').loadPage(0).toStructuredText().asText().trim();
const otherThanDrawn = (text) =>
  [...text]
    .filter((character, at) => character !== [...drawn][at])
    .map((character) => `${character} U+${character.codePointAt(0).toString(16).toUpperCase()}`)
    .join(', ');
console.log(`drawn ${drawn}`);
for (const [name, bytes] of [['Skia', bySkia()], ['pdfkit', await byPdfkit()]]) {
  const text = read(new Uint8Array(bytes));
  console.log(`${name}, not as drawn: ${otherThanDrawn(text) || 'nothing'}; after NFKC: ${otherThanDrawn(text.normalize('NFKC')) || 'nothing'}`);
}
JS
expected='drawn 低保户每月一百元长期有效见门牌
Skia, not as drawn: ⼾ U+2F3E, ⽉ U+2F49, ⼀ U+2F00, ⻓ U+2ED3, ⻅ U+2EC5, ⻔ U+2ED4; after NFKC: 戶 U+6236, ⻓ U+2ED3, ⻅ U+2EC5, ⻔ U+2ED4
pdfkit, not as drawn: nothing; after NFKC: nothing'
echo '@napi-rs/canvas 1.1.1, pdfkit 0.20.2, mupdf 1.28.1, Noto Sans SC of @expo-google-fonts 0.4.3'
seen=$(node look.mjs)
echo "$seen"
[ "$seen" = "$expected" ]
