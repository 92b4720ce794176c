/** Hashing ahead of the list saves time, and never lists a file as it was before it was finished. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { hashBytes } from '../file-hash.ts';
import { openOfflineHashes } from './file-hashes.ts';
import { hashAhead } from './hash-ahead.ts';
import { writeOfflineList } from './write-list.ts';

const root = mkdtempSync(join(tmpdir(), 'hash-ahead-'));
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('a file that is finished after it was hashed is listed as it is in the end', async () => {
  const dir = join(root, 'site');
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'a.txt'), '写了一');
  writeFileSync(join(dir, 'index.html'), '<!doctype html>');
  const hashes = openOfflineHashes(join(root, 'cache'));
  expect(hashes.isEmpty).toBe(true);
  const rest = setTimeout(400).then(() => {
    writeFileSync(join(dir, 'a.txt'), '写了一半');
    writeFileSync(join(dir, 'b.txt'), '后来的');
  });
  await hashAhead(dir, hashes, rest);
  const files = ['a.txt', 'b.txt', 'index.html'];
  const options = { files, day: '2026-11-24', cacheDir: join(root, 'cache') };
  const list = await writeOfflineList(dir, { ...options, hashes });
  const alone = await writeOfflineList(dir, { ...options, cacheDir: join(root, 'other') });
  expect(list).toEqual(alone);
  expect(hashes.of('a.txt', join(dir, 'a.txt')).whole).toBe(
    await hashBytes(new TextEncoder().encode('写了一半')),
  );
});

test('a build that fails ends the hashing', async () => {
  const dir = join(root, 'site');
  mkdirSync(dir, { recursive: true });
  const hashes = openOfflineHashes(join(root, 'cache'));
  await expect(hashAhead(dir, hashes, Promise.reject(new Error('坏了')))).resolves.toBeUndefined();
});
