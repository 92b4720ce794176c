/** Numbers of bank cards: 16 to 19 digits that begin like one and whose check digit is right (Luhn). */
import { hidden, overEverything, type Spot } from '../../everything.ts';
import type { Rule } from '../../rule.ts';
import { isIdNumber } from './id-number.ts';

const NUMBER = /(?<![\dA-Za-z.])(?:62|60|9558|4\d|5[1-5])(?:[ -]?\d){11,17}(?![\dA-Za-z])/g;

export const rule: Rule = {
  name: 'privacy/bank-card',
  severity: 'error',
  stopsBuild: true,
  finds: '银行卡号（连校验位一起算）。',
  why: '卡号和姓名放在一起，钱就不安全了。',
  write: '整个删掉，写“打到本人的银行卡上”。',
  bad: ['打到▶6222021234567890128这张卡。', '卡号▶6222 0212 3456 7890 128。'],
  good: ['钱打到银行卡上。', '编号6222021234567890123。', '统一编号12345678901234567890。'],
  ...overEverything(function* (text): Iterable<Spot> {
    for (const { 0: found, index } of text.matchAll(NUMBER)) {
      const digits = found.replace(/\D/g, '');
      if (digits.length < 16 || digits.length > 19 || !passesLuhn(digits) || isIdNumber(digits)) continue;
      const words = `这里有一个银行卡号（${hidden(digits)}），钱会不安全。`;
      yield { index, message: `${words}请整个删掉，写“打到本人的银行卡上”。` };
    }
  }),
};

/** Whether the last digit is the one that ISO/IEC 7812 asks for. */
export function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .reduce((all, digit, place) => {
      const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
      return all + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}
