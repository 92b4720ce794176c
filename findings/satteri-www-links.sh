#!/usr/bin/env bash
# satteri ends a bare www. address at a wide space (U+3000) if an ASCII space precedes the address, and includes the wide
# space and all that follows in the link if a Chinese comma precedes it. Directly after a Chinese letter it makes no link, but
# for https:// it makes one. Seen in 0.10.5. Exits 1 when that changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund satteri@0.10.5
cat > look.mjs <<'JS'
import { mdxToHast } from 'satteri';
const lengths = ['看 www.a.cn\u3000里', '看，www.a.cn\u3000里', '看www.a.cn\u3000里', '看https://a.cn\u3000里'].map((text) => {
  const [paragraph] = mdxToHast(text, { features: { gfm: true } }).children;
  const link = paragraph.children.find(({ tagName }) => tagName === 'a');
  return link ? [...link.children[0].value].length : 0;
});
console.log(lengths.join(' '));
JS
seen=$(node look.mjs)
echo "satteri 0.10.5, characters in the link: $seen"
[ "$seen" = '8 10 0 12' ]
