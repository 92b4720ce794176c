#!/usr/bin/env bash
# Expected: smart punctuation makes “低保” of "低保", one opening and one closing mark. Chinese has no blank before a quotation, and that is
# what these libraries go by: after a Chinese character SmartyPants and its edition for retext, which many sites of Markdown use,
# make both marks closing ones, ”低保”. markdown-it leaves the straight ones; so one page has three forms. Editors type " where the
# keyboard has no “. Right: GB/T 15834-2011, 4.8 (“ on the left, ” on the right), and satteri. Exits 1 when that changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund smartypants@0.2.2 retext@9.0.0 retext-smartypants@6.2.0 markdown-it@15.0.3 satteri@0.10.5
cat > look.mjs <<'JS'
import MarkdownIt from 'markdown-it';
import { retext } from 'retext';
import retextSmartypants from 'retext-smartypants';
import { mdxToHast } from 'satteri';
import { smartypants } from 'smartypants';

const ways = {
  smartypants: (text) => smartypants(text).replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code)),
  'retext-smartypants': (text) => String(retext().use(retextSmartypants).processSync(text)),
  'markdown-it': (text) => new MarkdownIt({ typographer: true }).renderInline(text).replaceAll('&quot;', '"'),
  satteri: (text) => mdxToHast(text, { features: { smartPunctuation: true } }).children[0].children[0].value,
};
for (const text of ['"低保"怎么办', '请看"办事指南"第3条', '带上"身份证"、"户口本"。'])
  console.log(Object.entries(ways).map(([name, way]) => `${name} ${way(text)}`).join(', '));
JS
expected='smartypants “低保”怎么办, retext-smartypants “低保”怎么办, markdown-it "低保"怎么办, satteri “低保”怎么办
smartypants 请看”办事指南”第3条, retext-smartypants 请看”办事指南”第3条, markdown-it 请看"办事指南"第3条, satteri 请看“办事指南”第3条
smartypants 带上”身份证”、”户口本”。, retext-smartypants 带上”身份证”、“户口本”。, markdown-it 带上"身份证"、“户口本”。, satteri 带上“身份证”、“户口本”。'
echo 'smartypants 0.2.2, retext-smartypants 6.2.0, markdown-it 15.0.3, satteri 0.10.5'
seen=$(node look.mjs)
echo "$seen"
[ "$seen" = "$expected" ]
