/** Numbers as people say them; every spoken number can be parsed back to the same number. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { speakCount, speakDigits, speakNumber, speakPhone, speakYear } from './spoken-number.ts';

/** Parses a spoken number; independent of the code that speaks it. */
function heard(spoken: string): number {
  const digits = '零一二三四五六七八九';
  const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
  let [total, group, digit] = [0, 0, 0];
  for (const sign of spoken.replace(/两/g, '二').replace(/^十/, '一十')) {
    if (sign === '亿' || sign === '万') {
      total += (group + digit) * (sign === '亿' ? 100_000_000 : 10_000);
      [group, digit] = [0, 0];
    } else if (sign in units) {
      group += digit * (units[sign] ?? 1);
      digit = 0;
    } else digit = digits.indexOf(sign);
  }
  return total + group + digit;
}

test('every spoken number is parsed as the same number', () => {
  const sizes = fc.oneof(
    fc.nat(200),
    fc.nat(20_000),
    fc.nat(2_000_000_000),
    fc.nat(99).map((n) => n * 10_000),
  );
  fc.assert(
    fc.property(sizes, (value) => heard(speakNumber(String(value))) === value),
    { numRuns: 2000 },
  );
});

test('no number is said with two zeros in a row, or one at its end', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 999_999_999_999 }),
      (value) => !/零零|零$/.test(speakNumber(String(value))),
    ),
  );
});

test.each([
  ['10', '十'],
  ['11', '十一'],
  ['110', '一百一十'],
  ['200', '二百'],
  ['1,500', '一千五百'],
  ['2000', '两千'],
  ['10500', '一万零五百'],
  ['20000', '两万'],
  ['120000', '十二万'],
  ['100010000', '一亿零一万'],
  ['3.5', '三点五'],
  ['0.05', '零点零五'],
  ['0357', '零三五七'],
])('%s is %s', (written, spoken) => {
  expect(speakNumber(written)).toBe(spoken);
});

test('a lone two is 两 before a counted word, and 二 in all other numbers', () => {
  expect(['2', '12', '20', '2.5'].map(speakCount)).toEqual(['两', '十二', '二十', '二点五']);
});

test('telephones are read with 幺, with a breath after the area code; years with 〇', () => {
  expect(speakPhone('12345')).toBe('幺二三四五');
  expect(speakPhone('0357-5122345')).toBe('零三五七，五幺二二三四五');
  expect(speakYear('2025')).toBe('二〇二五');
  expect(speakDigits('105')).toBe('一零五');
});
