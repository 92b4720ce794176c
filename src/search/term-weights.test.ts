import { expect, test } from 'vitest';
import { weightOf } from './postings.ts';
import { openTermWeights } from './term-weights.ts';
import { termOf } from './token-cache.ts';

const shown = (words: Uint32Array) => Array.from(words, (one) => [termOf(one), weightOf(one)]);

test('a token in title and text has the weight of the title, once', () => {
  const weights = openTermWeights();
  weights.add(7, 1);
  weights.add(3, 1);
  weights.add(7, 10);
  weights.add(7, 3);
  expect(shown(weights.drain())).toEqual([
    [7, 10],
    [3, 1],
  ]);
});

test('tokens of one page have no weight in the next', () => {
  const weights = openTermWeights();
  weights.add(7, 10);
  weights.drain();
  weights.add(7, 1);
  expect(shown(weights.drain())).toEqual([[7, 1]]);
  expect(shown(weights.drain())).toEqual([]);
});

test('no token is lost when there are more than the array had slots', () => {
  const weights = openTermWeights();
  weights.add(5, 2);
  weights.add(1_000_000, 3);
  weights.add(2_500_000, 4);
  expect(shown(weights.drain())).toEqual([
    [5, 2],
    [1_000_000, 3],
    [2_500_000, 4],
  ]);
});
