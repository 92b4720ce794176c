/** Logs as servers and logrotate leave them: plain, compressed, cut off. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LogDamagedError, readLog } from './read-log.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-log-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function linesOf(bytes: Uint8Array | string): Promise<string[]> {
  const file = join(folder, 'access.log');
  writeFileSync(file, bytes);
  const lines: string[] = [];
  await readLog(file, (line) => lines.push(line));
  return lines;
}

/** Longer than a piece, with lines of all lengths across its border. */
const many = Array.from({ length: 30_000 }, (_, number) => `${number} ${'x'.repeat(number % 97)}`);
const text = `${many.join('\n')}\n`;

test.each([
  ['plain', text],
  ['with the line ends of Windows', text.replaceAll('\n', '\r\n')],
  ['without a last line end', text.trimEnd()],
  ['gzip', gzipSync(text)],
  ['gzip of several parts', Buffer.concat([gzipSync(text.slice(0, 1000)), gzipSync(text.slice(1000))])],
  ['zstd', zstdCompressSync(text)],
])('every line of a log, %s', async (_, bytes) => {
  expect(await linesOf(bytes)).toEqual(many);
});

test('an empty file and one of one letter', async () => {
  expect(await linesOf('')).toEqual([]);
  expect(await linesOf('a')).toEqual(['a']);
});

test.each([
  ['gzip', gzipSync(text)],
  ['zstd', zstdCompressSync(text)],
])('the lines before the end of a cut off %s, then an error', async (_, whole) => {
  const file = join(folder, 'cut.log');
  writeFileSync(file, whole.subarray(0, whole.length - 20));
  const lines: string[] = [];
  await expect(readLog(file, (line) => lines.push(line))).rejects.toThrow(LogDamagedError);
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.slice(0, 100)).toEqual(many.slice(0, 100));
});

test('a line of many megabytes is no line, and those after it are read', async () => {
  const lines = await linesOf(`a\n${'x'.repeat(5_000_000)}\nb\n`);
  expect(lines.at(0)).toBe('a');
  expect(lines.at(-1)).toBe('b');
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(2_000_000);
});

test('a missing file is an error of the system', async () => {
  await expect(readLog(join(folder, 'none'), () => undefined)).rejects.toMatchObject({ code: 'ENOENT' });
});
