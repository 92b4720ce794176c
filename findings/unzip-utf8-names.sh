#!/usr/bin/env bash
# Expected: a zip entry whose UTF-8 flag (bit 11) is set has its Chinese name on every system. unzip 6.0 of Debian 12
# decodes the name in a DOS code page, despite the flag, if the entry was made on DOS according to its header, as fflate
# writes by default: 明白纸/低保.txt is garbled. With os: 3 (Unix) it is right. Right: PKWARE's APPNOTE, 4.4.4 (bit 11
# means UTF-8, whatever the system), and JSZip, which reads both. Exits 1 when that changes.
set -eu
command -v unzip >/dev/null || { echo 'This needs unzip 6.0 (apt-get install unzip).'; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund fflate@0.8.3 jszip@3.10.1
cat > look.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import JSZip from 'jszip';
for (const [name, options] of [['dos', {}], ['unix', { os: 3, attrs: 0o100644 << 16 }]]) {
  const zip = zipSync({ '明白纸/低保.txt': [strToU8('500'), options] });
  writeFileSync(`${name}.zip`, zip);
  // The last 22 bytes are the end record, which says at 16 where the central directory lies.
  const directory = new DataView(zip.buffer, zip.byteOffset).getUint32(zip.length - 22 + 16, true);
  const flag = (zip[directory + 9] & 0x08) !== 0;
  const files = Object.values((await JSZip.loadAsync(zip)).files).filter((file) => !file.dir);
  console.log(`${name}: made by system ${zip[directory + 5]}, UTF-8 flag ${flag}, JSZip reads ${files[0].name}`);
}
JS
unzip -v | sed -n 1p
echo 'fflate 0.8.3'
seen=$(node look.mjs)
echo "$seen"
[ "$seen" = 'dos: made by system 0, UTF-8 flag true, JSZip reads 明白纸/低保.txt
unix: made by system 3, UTF-8 flag true, JSZip reads 明白纸/低保.txt' ] || exit 1
bytes() { od -An -tx1 | tr -d ' \n'; }
for name in dos unix; do
  listed=$(LC_ALL=C.UTF-8 unzip -Z1 "$name.zip" | bytes)
  if [ "$listed" = "$(echo '明白纸/低保.txt' | bytes)" ]; then as=right; else as=garbled; fi
  echo "unzip lists $name.zip: $as ($listed)"
  case $name-$as in dos-garbled | unix-right) ;; *) exit 1 ;; esac
done
