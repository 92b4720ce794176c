/** Counts stay right for what is frequent, in memory that no stranger can fill. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCounter } from './bounded-counter.ts';

test('the most frequent first, equal ones in order of their names', () => {
  const counter = createCounter();
  for (const key of ['b', 'a', 'c', 'c']) counter.add(key);
  expect(counter.entries()).toEqual([
    ['c', 2],
    ['a', 1],
    ['b', 1],
  ]);
});

test('for any keys, a frequent one is counted among thousands of rare ones, and never too many are held', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 20, maxLength: 500 }), (rare) => {
      const counter = createCounter(10);
      for (const key of rare) {
        counter.add('frequent');
        counter.add('frequent');
        counter.add(`rare ${key} ${counter.entries().length}`);
        expect(counter.entries().length).toBeLessThanOrEqual(10);
      }
      expect(counter.entries()[0]).toEqual(['frequent', 2 * rare.length]);
    }),
  );
});
