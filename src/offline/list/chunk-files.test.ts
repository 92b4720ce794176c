/** A new document changes only the chunk that contains it: an update of a large site is small. */
import { expect, test } from 'vitest';
import type { OfflineFile } from '../files.ts';
import { chunkFiles } from './chunk-files.ts';

const page = (number: number): OfflineFile => [`policies/made-${number}/`, `digest${number}`, 12_000];
const pages = Array.from({ length: 1000 }, (_, number) => page(number));

test('every file is in one chunk, in order', () => {
  const files = chunkFiles(pages).flatMap((part) => part.files.map(([path]) => path));
  expect(files).toEqual(pages.map(([path]) => path).toSorted());
});

test('a chunk of mean size needs about a second on a slow network', () => {
  const sizes = chunkFiles(pages).map(({ files }) => files.length * 12_000);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(4 * 192 * 1024 + 12_000);
  const mean = (1000 * 12_000) / sizes.length;
  expect(mean).toBeGreaterThan(100 * 1024);
  expect(mean).toBeLessThan(300 * 1024);
});

test('one more document changes at most two chunks', () => {
  const ids = (files: readonly OfflineFile[]) => chunkFiles(files).map((part) => JSON.stringify(part.files));
  const before = new Set(ids(pages));
  for (const number of [1000, 5005, 77_077]) {
    expect(ids([...pages, page(number)]).filter((id) => !before.has(id)).length).toBeLessThanOrEqual(2);
  }
});

test('pages, the search index and pictures are never in the same chunk', () => {
  const mixed: OfflineFile[] = [
    ['', 'a', 1],
    ['search/index/a.pf_meta', 'b', 1],
    ['a.png', 'c', 1],
  ];
  expect(chunkFiles(mixed).map(({ group }) => group)).toEqual(['text', 'search', 'pictures']);
});
