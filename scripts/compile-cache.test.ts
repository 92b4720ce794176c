import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let folder: string;
let files: string;

/** Stands for another command that writes into the folder while it is removed. */
const writer = vi.hoisted(() => ({ isBusy: false }));
vi.mock('node:fs', async (load) => {
  const fs = await load<typeof import('node:fs')>();
  return {
    ...fs,
    rmSync: (...args: Parameters<typeof fs.rmSync>) => {
      if (writer.isBusy)
        throw Object.assign(new Error('ENOTEMPTY, Directory not empty'), { code: 'ENOTEMPTY' });
      fs.rmSync(...args);
    },
  };
});
const { setUpCompileCache } = await import('./compile-cache.ts');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-compiled-'));
  files = join(folder, 'of-a-version');
  mkdirSync(files);
  for (const name of ['0', '1', '2']) writeFileSync(join(files, name), '');
});

afterEach(() => {
  writer.isBusy = false;
  rmSync(folder, { recursive: true, force: true });
});

test('a cache that has grown too large is cleared', () => {
  setUpCompileCache(folder, 3);
  expect(existsSync(join(files, '0'))).toBe(true);
  setUpCompileCache(folder, 2);
  expect(existsSync(join(files, '0'))).toBe(false);
});

test('a command starts although another one writes into the cache that it clears', () => {
  writer.isBusy = true;
  expect(() => setUpCompileCache(folder, 2)).not.toThrow();
});
