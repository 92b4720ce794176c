#!/usr/bin/env bash
# Expected: the text of a cell in the format 0\.0,"万" is 3.5万 for 35000. People who keep accounts in Chinese use it (typed 0!.0,"万")
# to show amounts in ten thousands: the comma leaves out three digits, a literal point stands before the last one left. SheetJS shows
# .35万 for it, a tenth of the amount, and .123亿 for 123456789 in 0\.00,,"亿". Without the comma the point is in its place. Right:
# LibreOffice Calc 7.4 (3.5万, 1.23亿), and the library numfmt. Exits 1 when that changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund xlsx@0.18.5 @e965/xlsx@0.20.3 numfmt@4.0.1
cat > look.mjs <<'JS'
import { createRequire } from 'node:module';
import { format } from 'numfmt';
const XLSX = createRequire(import.meta.url)(process.argv[2]);
const cells = [['0\\.0,"万"', 35000], ['0"."0,"万"', 35000], ['0\\.00,,"亿"', 123456789], ['0\\.0000"万"', 35000]];
const sheet = XLSX.utils.aoa_to_sheet(cells.map(([, value]) => [value]));
cells.forEach(([z], row) => { sheet[`A${row + 1}`].z = z; });
const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(book, sheet, 'a');
const read = XLSX.read(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' })).Sheets.a;
const texts = XLSX.utils.sheet_to_csv(read).trim().split('\n');
console.log(cells.map(([z, value], row) => `${z} ${texts[row]}, numfmt ${format(z, value)}`).join('; '));
JS
# shellcheck disable=SC2016
expected='0\.0,"万" .35万, numfmt 3.5万; 0"."0,"万" .35万, numfmt 3.5万; 0\.00,,"亿" .123亿, numfmt 1.23亿; 0\.0000"万" 3.5000万, numfmt 3.5000万'
for name in xlsx @e965/xlsx; do
  version=$(node -p "require('./node_modules/$name/package.json').version")
  seen=$(node look.mjs "$name")
  echo "$name $version: $seen"
  [ "$seen" = "$expected" ] || exit 1
done
