/** The quick search for passages leaves out no run of digits. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digitRuns } from './digit-groups.ts';

const MIN_DIGITS = 11;
const parts = fc.oneof(
  fc.constantFrom('汉字', '<b 汉>', '**', ' ', '\n', '，', '&nbsp;', '\u200b', '\u{1d400}'),
  fc.constantFrom('一二三', '１２', '\u{1d7ce}\u{1d7cf}', '○', '玖捌', '13812345678', '-', 'x'.repeat(79)),
  fc.stringMatching(/^\d{1,6}$/),
);

test('a long run of digits is found in any text', () => {
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 30 }), (texts) => {
      const text = texts.join('');
      const long = digitRuns(text, 1).filter(({ digits }) => digits.length >= MIN_DIGITS);
      expect(digitRuns(text, MIN_DIGITS)).toEqual(long);
    }),
  );
});

test.each([
  ['an attribute of a tag', '138<b title="电话">1234</b>5678'],
  ['digits of mathematics', '\u{1d7cf}\u{1d7d1}\u{1d7d6} 1234 5678'],
  ['Chinese digits', '一三八一二三四五六七八'],
])('a run with %s inside is one run', (_, text) => {
  expect(digitRuns(text, MIN_DIGITS).map(({ digits }) => digits)).toEqual(['13812345678']);
});

test('a word between two runs separates them', () => {
  expect(digitRuns('1381234转5678', MIN_DIGITS)).toEqual([]);
});
