import { expect, test } from 'vitest';
import { makeBloomFilter, readBloomFilter } from './bloom-filter.ts';

const words = Array.from({ length: 2_000 }, (_, at) => `词${String.fromCharCode(0x4e00 + at)}组`);
const others = Array.from({ length: 20_000 }, (_, at) => `${String.fromCharCode(0x4e00 + at)}外`);

test('a phrase that the model has is never taken for an unknown one', () => {
  const filter = readBloomFilter(makeBloomFilter(words, 6));
  expect(words.filter((word) => !filter.has(word))).toEqual([]);
});

test('of unknown phrases, one in ten at most is taken for a known one with 6 bits, and none of 20,000 with 30', () => {
  const small = readBloomFilter(makeBloomFilter(words, 6));
  const large = readBloomFilter(makeBloomFilter(words, 30));
  expect(others.filter((word) => small.has(word)).length).toBeLessThan(others.length / 10);
  expect(others.filter((word) => large.has(word))).toEqual([]);
});
