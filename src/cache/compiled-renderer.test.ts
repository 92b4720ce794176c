import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CompiledRenderer, getCompiledRenderer, storeCompiledRenderer } from './compiled-renderer.ts';

let folder: string;
let stored: CompiledRenderer;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-code-'));
  const tempPath = join(folder, 'temp');
  for (const part of ['code', 'files']) mkdirSync(join(tempPath, part), { recursive: true });
  writeFileSync(join(tempPath, 'code', 'prerender-entry.1.mjs'), 'export {};');
  writeFileSync(join(tempPath, 'code', 'chunk.mjs'), 'export const a = 1;');
  writeFileSync(join(tempPath, 'files', 'style.css'), 'p {}');
  stored = storeCompiledRenderer(tempPath, folder, 'key');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a build finds the code that an earlier one compiled', () => {
  expect(getCompiledRenderer(folder, 'key')).toEqual(stored);
  expect(stored).toEqual({
    entry: join(folder, 'key', 'code', 'prerender-entry.1.mjs'),
    files: join(folder, 'key', 'files'),
  });
});

test('code of other sources or of another address is a miss', () => {
  expect(getCompiledRenderer(folder, 'other')).toBeUndefined();
});

test.each(['code/chunk.mjs', 'code/prerender-entry.1.mjs', 'files/style.css', 'list.json'])(
  'code whose %s is truncated or missing is a miss',
  (file) => {
    truncateSync(join(folder, 'key', file), 3);
    expect(getCompiledRenderer(folder, 'key')).toBeUndefined();
    rmSync(join(folder, 'key', file));
    expect(getCompiledRenderer(folder, 'key')).toBeUndefined();
  },
);

test('a list of another shape is a miss', () => {
  writeFileSync(join(folder, 'key', 'list.json'), '{"a": 1}');
  expect(getCompiledRenderer(folder, 'key')).toBeUndefined();
  writeFileSync(join(folder, 'key', 'list.json'), '[]');
  expect(getCompiledRenderer(folder, 'key')).toBeUndefined();
});
