import { expect, test } from 'vitest';
import { wordOf } from './kept-words.ts';
import { weightOf } from './postings.ts';
import { openScale } from './scale.ts';

const shown = (words: Uint32Array) => Array.from(words, (one) => [wordOf(one), weightOf(one)]);

test('a word that stands in the title and in the text counts as in the title, and once', () => {
  const scale = openScale();
  scale.weigh(7, 1);
  scale.weigh(3, 1);
  scale.weigh(7, 10);
  scale.weigh(7, 3);
  expect(shown(scale.take())).toEqual([
    [7, 10],
    [3, 1],
  ]);
});

test('what one page says weighs nothing in the next', () => {
  const scale = openScale();
  scale.weigh(7, 10);
  scale.take();
  scale.weigh(7, 1);
  expect(shown(scale.take())).toEqual([[7, 1]]);
  expect(shown(scale.take())).toEqual([]);
});

test('a province with more words than there was room for loses none', () => {
  const scale = openScale();
  scale.weigh(5, 2);
  scale.weigh(1_000_000, 3);
  scale.weigh(2_500_000, 4);
  expect(shown(scale.take())).toEqual([
    [5, 2],
    [1_000_000, 3],
    [2_500_000, 4],
  ]);
});
