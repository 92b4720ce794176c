#!/usr/bin/env bash
# Expected: word-break: break-all lets words be cut anywhere, and leaves the rules of marks as they are (CSS Text 3, 5.2, on punctuation).
# satori cuts before any character: a line of Chinese begins with 。 or ends with 《. People set it so that long addresses and numbers
# fit into a picture. Right: with the default value satori keeps to the rules; the library linebreak (UAX 14) has no break there.
# Exits 1 when that changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund satori@0.63.2 linebreak@1.1.0 @expo-google-fonts/noto-sans-sc@0.4.3
cat > look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import LineBreaker from 'linebreak';
import satori from 'satori';
const data = readFileSync('node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');
const fonts = [{ name: 'Noto', data, weight: 400, style: 'normal' }];
async function lines(text, wordBreak) {
  const style = { fontFamily: 'Noto', fontSize: 20, width: 100, ...(wordBreak && { wordBreak }) };
  const box = { type: 'div', props: { style, children: text } };
  const svg = await satori(box, { width: 100, height: 300, fonts, embedFont: false });
  const rows = new Map();
  for (const [, y, part] of svg.matchAll(/<text x="[\d.]+" y="([\d.]+)"[^>]*>([^<]*)/g)) rows.set(y, (rows.get(y) ?? '') + part);
  return [...rows.values()].join(' | ');
}
function allowed(text) {
  const breaker = new LineBreaker(text);
  const places = [];
  for (let at = breaker.nextBreak(); at; at = breaker.nextBreak()) places.push(at.position);
  return places.includes(5);
}
for (const text of ['每月一百元。当天办', '请看本县《办事指南》']) {
  console.log(`${text}: default ${await lines(text)}; break-all ${await lines(text, 'break-all')}; UAX 14 breaks after 5: ${allowed(text)}`);
}
JS
expected='每月一百元。当天办: default 每月一百 | 元。当天办; break-all 每月一百元 | 。当天办; UAX 14 breaks after 5: false
请看本县《办事指南》: default 请看本县 | 《办事指 | 南》; break-all 请看本县《 | 办事指南》; UAX 14 breaks after 5: false'
echo 'satori 0.63.2, linebreak 1.1.0'
seen=$(node look.mjs)
echo "$seen"
[ "$seen" = "$expected" ]
