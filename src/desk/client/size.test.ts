/** The desk's script stays small enough for an old computer: the body editor apart, at most 250 KB gzip. */
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const MAX_SCRIPT_BYTES = 250_000;

test('what is loaded before the body editor is at most 250 KB gzip, and runs on Chromium 109', async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL('main.ts', import.meta.url))],
    outdir: '/desk',
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    target: ['chrome109', 'firefox109'],
    write: false,
    metafile: true,
  });
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
