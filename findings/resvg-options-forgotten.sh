#!/usr/bin/env bash
# Expected: resvg-js ignores an unknown option, or throws. One unknown key, or one value of a wrong
# type, makes it ignore all options without a warning: size, background and fonts are the defaults, and a given font
# is not used (loadSystemFont for loadSystemFonts is enough). Right: the types in its package, where each option
# is independent. The WebAssembly edition does the same. Exits 1 when that changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @resvg/resvg-js@2.6.2 @resvg/resvg-wasm@2.6.2
cat > look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { initWasm, Resvg as ResvgWasm } from '@resvg/resvg-wasm';
await initWasm(readFileSync('node_modules/@resvg/resvg-wasm/index_bg.wasm'));
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50"></svg>';
const fitTo = { mode: 'width', value: 200 };
for (const options of [{ fitTo }, { fitTo, font: { loadSystemFonts: false } }, { fitTo, font: { loadSystemFont: false } }, { fitTo, quality: 9 }, { fitTo, dpi: '96' }]) {
  const widths = [Resvg, ResvgWasm].map((Renderer) => new Renderer(svg, options).render().width);
  console.log(`${JSON.stringify(options)}: ${widths.join(' and ')} px wide`);
}
JS
expected='{"fitTo":{"mode":"width","value":200}}: 200 and 200 px wide
{"fitTo":{"mode":"width","value":200},"font":{"loadSystemFonts":false}}: 200 and 200 px wide
{"fitTo":{"mode":"width","value":200},"font":{"loadSystemFont":false}}: 100 and 100 px wide
{"fitTo":{"mode":"width","value":200},"quality":9}: 100 and 100 px wide
{"fitTo":{"mode":"width","value":200},"dpi":"96"}: 100 and 100 px wide'
echo '@resvg/resvg-js 2.6.2 and @resvg/resvg-wasm 2.6.2'
seen=$(node look.mjs)
echo "$seen"
[ "$seen" = "$expected" ]
