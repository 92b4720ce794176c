/** Every word of the dictionary is found, and nothing that is not in it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findEntry, readDictionary } from './dictionary.ts';

const lines = readDictionary().toString().trim().split('\n');

test('the lines are sorted, as the search needs', () => {
  const words = lines.map((line) => Buffer.from(line.split(' ')[0] ?? ''));
  const isSorted = words.every((word, at) => at === 0 || Buffer.compare(words[at - 1] ?? word, word) < 0);
  expect(isSorted).toBe(true);
});

test('any line is found with its count and tag', () => {
  fc.assert(
    fc.property(fc.nat({ max: lines.length - 1 }), (at) => {
      const [word = '', count, tag] = (lines[at] ?? '').split(' ');
      expect(findEntry(word)).toEqual({ count: Number(count), tag: tag?.trim() });
    }),
    { numRuns: 300 },
  );
});

test('a text that is no word has no entry', () => {
  const words = new Set(lines.map((line) => line.split(' ')[0]));
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'一低保户人民入龥龢A '), maxLength: 4 }), (text) => {
      expect(findEntry(text) !== undefined).toBe(words.has(text));
    }),
  );
});
