import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumber } from '../../documents/written-number.ts';
import { spellAmounts, spellDate } from './chinese-numerals.ts';

test.each([
  ['0', '〇', '零'],
  ['10', '一十', '壹拾'],
  ['110', '一百一十', '壹佰壹拾'],
  ['1005', '一千〇五', '壹仟零伍'],
  ['1,234.50', '一千二百三十四.五〇', '壹仟贰佰叁拾肆.伍零'],
  ['20003000', '二千万三千', '贰仟万叁仟'],
  ['100000005', '一亿〇五', '壹亿零伍'],
  ['1000000000000', '一万亿', '壹万亿'],
])('%s is written %s and %s', (number, ordinary, inFull) => {
  expect([spellAmounts(number, 1), spellAmounts(number, 2)]).toEqual([ordinary, inFull]);
});

test('in a date 10 is 十, and a year is written digit by digit', () => {
  expect(spellDate('2026年10月21日', 1)).toBe('二〇二六年十月二十一日');
});

test('a number of more digits than there are names for is written digit by digit', () => {
  expect(spellAmounts('12345678901234567', 1)).toBe('一二三四五六七八九〇一二三四五六七');
});

test('every amount reads back as the number that it was', () => {
  fc.assert(
    fc.property(fc.nat(99_999_999), (number) => {
      expect(readNumber(spellAmounts(String(number), 2))).toBe(number);
    }),
  );
});
