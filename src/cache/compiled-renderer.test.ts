import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CompiledRenderer, getCompiledRenderer, storeCompiledRenderer } from './compiled-renderer.ts';

let folder: string;
let kept: CompiledRenderer;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-code-'));
  const half = join(folder, 'half');
  for (const part of ['code', 'files']) mkdirSync(join(half, part), { recursive: true });
  writeFileSync(join(half, 'code', 'prerender-entry.1.mjs'), 'export {};');
  writeFileSync(join(half, 'code', 'chunk.mjs'), 'export const a = 1;');
  writeFileSync(join(half, 'files', 'style.css'), 'p {}');
  kept = storeCompiledRenderer(half, folder, 'key');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a build finds the code that an earlier one compiled', () => {
  expect(getCompiledRenderer(folder, 'key')).toEqual(kept);
  expect(kept).toEqual({
    entry: join(folder, 'key', 'code', 'prerender-entry.1.mjs'),
    files: join(folder, 'key', 'files'),
  });
});

test('code of other sources or of another address is not taken', () => {
  expect(getCompiledRenderer(folder, 'other')).toBeUndefined();
});

test.each(['code/chunk.mjs', 'code/prerender-entry.1.mjs', 'files/style.css', 'list.json'])(
  'code whose %s was cut off is not taken, nor where it is gone',
  (file) => {
    truncateSync(join(folder, 'key', file), 3);
    expect(getCompiledRenderer(folder, 'key')).toBeUndefined();
    rmSync(join(folder, 'key', file));
    expect(getCompiledRenderer(folder, 'key')).toBeUndefined();
  },
);

test('a list that is of something else is no list', () => {
  writeFileSync(join(folder, 'key', 'list.json'), '{"a": 1}');
  expect(getCompiledRenderer(folder, 'key')).toBeUndefined();
  writeFileSync(join(folder, 'key', 'list.json'), '[]');
  expect(getCompiledRenderer(folder, 'key')).toBeUndefined();
});
