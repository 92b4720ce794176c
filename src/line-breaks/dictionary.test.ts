/** Texts are divided by the words in them as by the whole dictionary. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDictionary, SUM_OF_FREQUENCIES } from './dictionary.ts';

const lines = readFileSync(createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split(' '));
const words = lines.map(([word = '']) => word);

const whole = openDictionary();
whole.load();

test('the sum of all frequencies is that of the installed dictionary, and no word is longer than looked up', () => {
  expect(lines.reduce((sum, [, frequency]) => sum + Number(frequency), 0)).toBe(SUM_OF_FREQUENCIES);
  expect(words.filter((word) => [...word].length > 16)).toEqual([]);
});

test('the dictionary is sorted by its bytes: words are found by binary search', () => {
  const isUnsorted = (word: string, index: number) =>
    index > 0 && Buffer.compare(Buffer.from(words[index - 1] ?? ''), Buffer.from(word)) >= 0;
  expect(words.filter(isUnsorted)).toEqual([]);
});

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.nat(words.length - 1).map((index) => words[index] ?? '') },
  { weight: 2, arbitrary: fc.stringMatching(/^[一-龥]{1,3}$/u) },
  fc.constantFrom('，', '。', '“', '12345', '2.5万', 'AB', ' ', '龢', '𠮷', '\u{F0000}', '<b>', 'é', '\n'),
);

test('any text has the same pieces as with the whole dictionary', () => {
  const part = openDictionary(Number.POSITIVE_INFINITY);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, guessesUnknown) => {
      const text = pieces.join('');
      expect(part.cut(text, guessesUnknown)).toEqual(whole.cut(text, guessesUnknown));
    }),
    { numRuns: 500 },
  );
});

test('after many texts the whole dictionary is parsed, and the pieces stay the same', () => {
  const dictionary = openDictionary(1);
  for (const text of ['老人每月领养老金', '残疾人两项补贴，按月发钱', '老人每月领养老金'])
    expect(dictionary.cut(text, true)).toEqual(whole.cut(text, true));
});
