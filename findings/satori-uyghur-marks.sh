#!/usr/bin/env bash
# Expected: satori, which shapes text with HarfBuzz, renders Uyghur (Arabic script) as a browser does. With Noto Sans Arabic
# the dots of ن and ت and the hamza of ئ float far above their letters, as if the vertical offset of a mark (y upwards in
# HarfBuzz) were added to an SVG's y (downwards). Letters without marks are right. Every Uyghur card shows it.
# Right: resvg, which renders the same text with the same font. Exits 1 when that changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund satori@0.63.2 @resvg/resvg-js@2.6.2 @expo-google-fonts/noto-sans-arabic@0.4.3
cat > look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';
const file = 'node_modules/@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf';
const fonts = [{ name: 'Noto Sans Arabic', data: readFileSync(file), weight: 400, style: 'normal' }];
/** From the topmost to the lowest row with ink, in px. */
function inkHeight(svg) {
  const { width, height, pixels } = new Resvg(svg, { font: { fontFiles: [file], loadSystemFonts: false } }).render();
  const rows = Array.from({ length: height }, (_, y) => y).filter((y) => {
    for (let x = 0; x < width; x++) if (pixels[(y * width + x) * 4 + 3] > 128) return true;
    return false;
  });
  return rows.at(-1) - rows[0] + 1;
}
for (const letter of ['ا', 'د', 'ن', 'ت', 'ئ']) {
  const style = { display: 'flex', fontFamily: 'Noto Sans Arabic', fontSize: 100, lineHeight: 2 };
  const drawn = await satori({ type: 'div', props: { style, children: letter } }, { width: 300, height: 300, fonts });
  const text = `<text x="50" y="150" font-family="Noto Sans Arabic" font-size="100">${letter}</text>`;
  const right = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300">${text}</svg>`;
  const [seen, wanted] = [inkHeight(drawn), inkHeight(right)];
  console.log(`${letter} satori ${seen} px high, resvg ${wanted}: ${Math.abs(seen - wanted) <= 1 ? 'same' : seen > wanted + 20 ? 'far too high' : 'other'}`);
}
JS
echo 'satori 0.63.2, @resvg/resvg-js 2.6.2, Noto Sans Arabic of @expo-google-fonts 0.4.3, 100 px'
seen=$(node look.mjs)
echo "$seen"
[ "$(echo "$seen" | sed 's/.*: //' | tr '\n' ' ')" = 'same same far too high far too high far too high ' ]
