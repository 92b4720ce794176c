#!/usr/bin/env bash
# Pagefind matches a word that is on no page with the longest indexed word that is a prefix of it, however short: with a page
# that contains "grade A" it finds that page for "apple" and "anything". Seen in 1.4.0 and 1.6.0.
# A caller cannot tell such a result from a real one. Exits 1 when that changes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pagefind-old@npm:pagefind@1.4.0 pagefind-new@npm:pagefind@1.6.0
cat > look.mjs <<'JS'
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
const name = process.argv[2];
const { createIndex, close } = await import(name);
const { index } = await createIndex({});
await index.addCustomRecord({ url: '/', content: 'Incomes of grade A', language: 'en' });
const folder = resolve(`site-${name}`);
for (const { path, content } of (await index.getFiles()).files) {
  mkdirSync(dirname(`${folder}/${path}`), { recursive: true });
  writeFileSync(`${folder}/${path.replace(/pagefind\.js$/, 'pagefind.mjs')}`, content);
}
await close();
// Its part for the browser, reading files in place of addresses.
const { readFileSync } = await import('node:fs');
globalThis.fetch = async (url) => new Response(readFileSync(String(url).replace(/\?.*$/, '')));
const pagefind = await import(pathToFileURL(`${folder}/pagefind.mjs`).href);
await pagefind.options({ basePath: `${folder}/`, baseUrl: '/' });
await pagefind.init();
const counts = [];
for (const word of ['grade', 'apple', 'anything', 'banana']) {
  const { results } = await pagefind.search(word);
  counts.push(`${word} ${results.length}`);
}
console.log(counts.join(', '));
process.exit(0);
JS
expected='grade 1, apple 1, anything 1, banana 0'
for name in pagefind-old pagefind-new; do
  version=$(node -p "require('./node_modules/$name/package.json').version")
  seen=$(node look.mjs "$name" 2>/dev/null | tail -1)
  echo "pagefind $version, pages found: $seen"
  [ "$seen" = "$expected" ] || exit 1
done
