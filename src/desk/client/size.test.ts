/** The desk's script stays small enough for an old computer: the body editor apart, at most 250 KB gzip. */
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { TARGETS } from '../../../scripts/desk/client-files.ts';

const MAX_SCRIPT_BYTES = 250_000;

/** Members of the language and the browser that came after Chromium 109, as they are called. */
const TOO_NEW = [
  /\.to(?:Sorted|Reversed|Spliced)\(/,
  /\b(?:Object|Map)\.groupBy\(/,
  /\bPromise\.(?:withResolvers|try)\(/,
  /\bArray\.fromAsync\(/,
  /\bURL\.(?:canParse|parse)\(/,
  /\bAbortSignal\.any\(/,
  /\.(?:isWellFormed|toWellFormed|transferToFixedLength|isSubsetOf|symmetricDifference)\(/,
  /\.(?:showPopover|hidePopover|togglePopover|setHTMLUnsafe|moveBefore)\(/,
  /\bRegExp\.escape\(/,
];

/** The calls before which the text does not ask whether the browser has the member. */
function unguarded(text: string, call: RegExp): string[] {
  return Array.from(text.matchAll(new RegExp(call, 'g')), ({ 0: found, index }) => ({
    found,
    before: text.slice(Math.max(0, index - 60), index),
  }))
    .filter(({ found, before }) => !before.includes(`.${found.split('.').at(-1)?.slice(0, -1)}`))
    .map(({ found }) => found);
}

/** The code of the desk as the browser gets it. */
const bundleDesk = () =>
  build({
    entryPoints: [fileURLToPath(new URL('main.ts', import.meta.url))],
    outdir: '/desk',
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    target: TARGETS,
    write: false,
    metafile: true,
  });

test('nothing is called that Chromium 109 does not have, the body editor included', async () => {
  const { outputFiles } = await bundleDesk();
  const found = outputFiles.flatMap(({ text }) => TOO_NEW.flatMap((call) => unguarded(text, call)));
  expect(found).toEqual([]);
  expect(TARGETS).toContain('chrome109');
});

test('what is loaded before the body editor is at most 250 KB gzip, and runs on Chromium 109', async () => {
  const { outputFiles, metafile } = await bundleDesk();
  const name = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  const entry = Object.entries(metafile.outputs).find(([path]) => name(path) === 'main.js')?.[1];
  const atOnce = (entry?.imports ?? []).filter(({ kind }) => kind === 'import-statement');
  const loaded = ['main.js', ...atOnce.map(({ path }) => name(path))];
  const files = outputFiles.filter(({ path }) => loaded.includes(name(path)));
  const sizes = files.map(({ contents }) => gzipSync(contents).length);
  expect(files.length).toBe(loaded.length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MAX_SCRIPT_BYTES);
  expect(entry?.imports.some(({ kind }) => kind === 'dynamic-import')).toBe(true);
});
