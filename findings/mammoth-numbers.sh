#!/usr/bin/env bash
# Expected: automatic numbers of a Word file come through, or are reported. mammoth turns every numbering into a plain <ol> or
# drops it, without a message: 第三条 of a list that begins at 3 becomes 1., a list after a plain paragraph begins anew at 1, a
# numbered heading 一、 is bare, a column of numbers in a table is empty, and a circled number made by an EQ field vanishes.
# Right: ECMA-376, 17.9 (numbering) and 17.16 (fields). Exits 1 when that changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund mammoth@1.13.0 jszip@3.10.1
cat > look.mjs <<'JS'
import JSZip from 'jszip';
import mammoth from 'mammoth';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const types = 'application/vnd.openxmlformats-';
const office = 'http://schemas.openxmlformats.org';
const word = `xmlns:w="${office}/wordprocessingml/2006/main"`;
const level = (format, text) => `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
const p = (text, style = '') => `<w:p><w:pPr>${style}<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const plain = (content) => `<w:p>${content}</w:p>`;
const run = (content) => `<w:r>${content}</w:r>`;
const field = (code) => run('<w:fldChar w:fldCharType="begin"/>') + run(`<w:instrText>${code}</w:instrText>`) + run('<w:fldChar w:fldCharType="end"/>');
async function convert(name, body, format = 'decimal', text = '%1.') {
  const file = new JSZip();
  file.file('[Content_Types].xml', `${head}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="${types}package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${types}officedocument.wordprocessingml.document.main+xml"/></Types>`);
  file.file('_rels/.rels', `${head}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`);
  file.file('word/_rels/document.xml.rels', `${head}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="r2" Type="${office}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`);
  file.file('word/numbering.xml', `${head}<w:numbering ${word}>${level(format, text)}</w:numbering>`);
  file.file('word/styles.xml', `${head}<w:styles ${word}><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>`);
  file.file('word/document.xml', `${head}<w:document ${word}><w:body>${body}</w:body></w:document>`);
  const { value, messages } = await mammoth.convertToHtml({ buffer: await file.generateAsync({ type: 'nodebuffer' }) });
  console.log(`${name}: ${value} (${messages.length} messages)`);
}
await convert('articles from 3', p('甲') + p('乙'), 'chineseCounting', '第%1条');
await convert('goes on', p('甲') + plain(run('<w:t>说明</w:t>')) + p('乙'));
await convert('heading', p('对象', '<w:pStyle w:val="1"/>'), 'chineseCounting', '%1、');
await convert('cell', `<w:tbl><w:tr><w:tc>${p('')}</w:tc></w:tr></w:tbl>`);
await convert('circled', plain(field('EQ \\o\\ac(○,7)') + run('<w:t>条</w:t>')));
JS
expected='articles from 3: <ol><li>甲</li><li>乙</li></ol> (0 messages)
goes on: <ol><li>甲</li></ol><p>说明</p><ol><li>乙</li></ol> (0 messages)
heading: <h1>对象</h1> (0 messages)
cell: <table><tr><td></td></tr></table> (0 messages)
circled: <p>条</p> (0 messages)'
echo 'mammoth 1.13.0'
seen=$(node look.mjs)
echo "$seen"
[ "$seen" = "$expected" ]
