/** After a small change a phone and a server have most files of the index already. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MIN_SHARD_ENTRIES, type PostingList, splitIntoShards } from './split-into-shards.ts';

const lists = (count: number): PostingList[] =>
  Array.from({ length: count }, (_, index) => [
    (index * 7).toString(36).padStart(5, '0'),
    new Uint32Array(1 + ((index * 37) % 40)),
  ]);
const nameOf = (shard: readonly PostingList[]) =>
  shard.map(([word, { length }]) => `${word} ${length}`).join();
const entriesOf = (shard: readonly PostingList[]) =>
  shard.reduce((sum, [, { length }]) => sum + length + 3, 0);

test('a new token changes few shards, wherever it is', () => {
  const words = lists(30_000);
  const before = new Set(splitIntoShards(new Map(words)).map(nameOf));
  expect(before.size).toBeGreaterThan(400);
  for (const at of [0, 1000, 12_345, 29_999]) {
    const [previous = '0'] = words[at] ?? [];
    const changed: PostingList[] = words.toSpliced(at + 1, 0, [`${previous}z`, new Uint32Array(25)]);
    const after = splitIntoShards(new Map(changed)).map(nameOf);
    expect(after.filter((shard) => !before.has(shard)).length).toBeLessThan(30);
  }
});

test('shards have about the same size', () => {
  const sizes = splitIntoShards(new Map(lists(30_000))).map(entriesOf);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(1800);
  expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThanOrEqual(1150);
});

test('shards of a large index are as small as those of a small one where a phone loads only parts of the table', () => {
  const sizes = splitIntoShards(new Map(lists(30_000)), MIN_SHARD_ENTRIES).map(entriesOf);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(600);
  expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThanOrEqual(350);
});

test('a shard ends where the first character changes, if one of its last tokens does', () => {
  const words = Array.from(
    { length: 3000 },
    (_, index): PostingList => [
      String.fromCharCode(0x4e00 + Math.floor(index / 4), 0x5e00 + (index % 4)),
      new Uint32Array(100),
    ],
  );
  const shards = splitIntoShards(new Map(words));
  expect(shards.length).toBeGreaterThan(100);
  const starts = shards.map(([first]) => first?.[0].charCodeAt(1));
  expect(new Set(starts)).toEqual(new Set([0x5e00]));
});

test('every token is in one shard, in the order of the index', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1700), { maxLength: 60 }), (lengths) => {
      const words = lengths.map(
        (length, index): PostingList => [String(index).padStart(3, '0'), new Uint32Array(length)],
      );
      const shards = splitIntoShards(new Map(words));
      expect(shards.flat()).toEqual(words);
      expect(shards.every((shard) => shard.length > 0)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
