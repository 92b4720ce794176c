#!/usr/bin/env bash
# Expected: BudouX, made to break lines "so that words are not cut", does not split words and numbers. Its model for simplified
# Chinese allows breaks in numbers and in everyday words of two characters: 打1|2345, 低|保, 领养|老金. A reader who taps or
# copies a telephone number in a heading sees it on two lines. Right: jieba's dictionary, which has the words 低保 and 养老金 and
# does not split numbers. Exits 1 when that changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund budoux@0.7.0 @node-rs/jieba@2.0.3
cat > look.mjs <<'JS'
import { loadDefaultSimplifiedChineseParser } from 'budoux';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
const [parser, jieba] = [loadDefaultSimplifiedChineseParser(), Jieba.withDict(dict)];
for (const text of ['有事打12345问', '可以申请低保', '老人每月领养老金'])
  console.log(`BudouX ${parser.parse(text).join('|')}, jieba ${jieba.cut(text, false).join('|')}`);
JS
expected='BudouX 有|事|打1|2345问, jieba 有事|打|12345|问
BudouX 可以|申请|低|保, jieba 可以|申请|低保
BudouX 老人|每|月|领养|老金, jieba 老人|每月|领|养老金'
echo "budoux 0.7.0, @node-rs/jieba 2.0.3"
seen=$(node look.mjs)
echo "$seen"
[ "$seen" = "$expected" ]
