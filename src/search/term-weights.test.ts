import { expect, test } from 'vitest';
import { weightOf } from './postings.ts';
import { openTermWeights } from './term-weights.ts';
import { termOf } from './token-cache.ts';

const shown = (words: Uint32Array) => Array.from(words, (one) => [termOf(one), weightOf(one)]);

test('a word that stands in the title and in the text counts as in the title, and once', () => {
  const scale = openTermWeights();
  scale.add(7, 1);
  scale.add(3, 1);
  scale.add(7, 10);
  scale.add(7, 3);
  expect(shown(scale.drain())).toEqual([
    [7, 10],
    [3, 1],
  ]);
});

test('what one page says weighs nothing in the next', () => {
  const scale = openTermWeights();
  scale.add(7, 10);
  scale.drain();
  scale.add(7, 1);
  expect(shown(scale.drain())).toEqual([[7, 1]]);
  expect(shown(scale.drain())).toEqual([]);
});

test('a province with more words than there was room for loses none', () => {
  const scale = openTermWeights();
  scale.add(5, 2);
  scale.add(1_000_000, 3);
  scale.add(2_500_000, 4);
  expect(shown(scale.drain())).toEqual([
    [5, 2],
    [1_000_000, 3],
    [2_500_000, 4],
  ]);
});
