#!/usr/bin/env bash
# Expected: a cell in the number format [$-804]#,##0.00 reads 500.00, because [$-804] only means Chinese. Excel in Chinese
# uses it, as in [DBNum2][$-804]General for amounts in capital numerals (伍佰). SheetJS reads it as a currency: 500 yuan
# are $500.00 in the text and CSV of the sheet. Right: ECMA-376, numFmts ([$currency-language], here without a currency),
# and the library numfmt. Exits 1 when that changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
# 0.18.5 is the last one that its makers put on npm; @e965/xlsx republishes their later ones unchanged.
npm install --silent --no-audit --no-fund xlsx@0.18.5 @e965/xlsx@0.20.3 numfmt@4.0.1
cat > look.mjs <<'JS'
import { createRequire } from 'node:module';
import { format } from 'numfmt';
const XLSX = createRequire(import.meta.url)(process.argv[2]);
const formats = ['[$-804]#,##0.00', '[DBNum2][$-804]General', '[$¥-804]#,##0.00'];
const sheet = XLSX.utils.aoa_to_sheet(formats.map(() => [500]));
formats.forEach((z, row) => { sheet[`A${row + 1}`].z = z; });
const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(book, sheet, 'a');
const read = XLSX.read(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' })).Sheets.a;
const texts = XLSX.utils.sheet_to_csv(read).trim().split('\n');
console.log(formats.map((z, row) => `${z} ${texts[row]}, numfmt ${format(z, 500)}`).join('; '));
JS
# numfmt leaves the numerals as they are; that no currency stands before them is what counts here.
# shellcheck disable=SC2016
expected='[$-804]#,##0.00 $500.00, numfmt 500.00; [DBNum2][$-804]General $500, numfmt 500; [$¥-804]#,##0.00 ¥500.00, numfmt ¥500.00'
for name in xlsx @e965/xlsx; do
  version=$(node -p "require('./node_modules/$name/package.json').version")
  seen=$(node look.mjs "$name")
  echo "$name $version: $seen"
  [ "$seen" = "$expected" ] || exit 1
done
