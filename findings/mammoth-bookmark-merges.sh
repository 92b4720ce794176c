#!/usr/bin/env bash
# Expected: an invisible bookmark in a Word table does not change mammoth's output. One bookmark between two
# rows undoes every vertical merge of the table: the cell 低保 over two rows becomes 低保 and an empty cell, so the second
# amount has no label. The only sign is a warning in `messages`. (Word's own _GoBack has no such effect.)
# Right: ECMA-376, tbl (bookmarkStart may be a sibling of its rows). Exits 1 when that changes.
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
const cell = (text, merge) =>
  `<w:tc><w:tcPr>${merge ? `<w:vMerge w:val="${merge}"/>` : ''}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
async function convert(between) {
  const rows = [`<w:tr>${cell('低保', 'restart')}${cell('500元')}</w:tr>`, `<w:tr>${cell('', 'continue')}${cell('300元')}</w:tr>`];
  const grid = '<w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>';
  const file = new JSZip();
  file.file('[Content_Types].xml', `${head}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="${types}package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${types}officedocument.wordprocessingml.document.main+xml"/></Types>`);
  file.file('_rels/.rels', `${head}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`);
  file.file('word/document.xml', `${head}<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body><w:tbl>${grid}${rows.join(between)}</w:tbl><w:p/></w:body></w:document>`);
  const { value, messages } = await mammoth.convertToHtml({ buffer: await file.generateAsync({ type: 'nodebuffer' }) });
  return `${value.replace(/<\/?(p|table)>/g, '')} (${messages.length} messages)`;
}
console.log(`plain: ${await convert('')}`);
console.log(`bookmark: ${await convert('<w:bookmarkStart w:id="0" w:name="amount"/><w:bookmarkEnd w:id="0"/>')}`);
JS
expected='plain: <tr><td rowspan="2">低保</td><td>500元</td></tr><tr><td>300元</td></tr> (0 messages)
bookmark: <tr><td>低保</td><td>500元</td></tr><a id="amount"></a><tr><td></td><td>300元</td></tr> (1 messages)'
echo 'mammoth 1.13.0'
seen=$(node look.mjs)
echo "$seen"
[ "$seen" = "$expected" ]
