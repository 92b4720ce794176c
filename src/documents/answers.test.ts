/** What people type into a question: understood where it has one meaning, asked again in plain words where it has none or two. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AmountUnit } from '../schema/amount-units.ts';
import { askedQuestion, readAnswer } from './answers.ts';

const asks: Partial<Record<AmountUnit, string>> = { 元: '您家每月一共收入多少元？', 人: '您家里几口人？' };
const read = (text: string, unit: AmountUnit) =>
  readAnswer(text, askedQuestion({ id: 'a', ask: asks[unit] ?? '多少？', unit }));

test.each([
  ['3', '人', 3],
  ['３', '人', 3],
  ['3口人', '人', 3],
  ['三口人', '人', 3],
  ['两个人', '人', 2],
  ['俩', '人', 2],
  ['十二', '人', 12],
  ['我家有3口人。', '人', 3],
  [' 900 ', '元', 900],
  ['９００元', '元', 900],
  ['900块钱', '元', 900],
  ['1,500', '元', 1500],
  ['1 500', '元', 1500],
  ['1千5', '元', 1500],
  ['一千五', '元', 1500],
  ['一千零五', '元', 1005],
  ['一千零五十', '元', 1050],
  ['两千三百五', '元', 2350],
  ['一万二', '元', 12_000],
  ['1.5万', '元', 15_000],
  ['十万', '元', 100_000],
  ['二十三万五千元', '元', 235_000],
  ['壹仟伍佰元整', '元', 1500],
  ['一五〇〇', '元', 1500],
  ['一个月900', '元', 900],
  ['我家每月收入大概900元', '元', 900],
  ['没有', '元', 0],
  ['两亩半', '亩', 2.5],
  ['半亩', '亩', 0.5],
  ['0.5', '亩', 0.5],
  ['今年六十五岁', '岁', 65],
  ['8个月', '月', 8],
  ['一年', '年', 1],
] as const)('%s (%s) is %d', (text, unit, value) => {
  expect(read(text, unit)).toEqual({ value });
});

test.each([
  ['', '人'],
  ['   ', '人'],
  ['-3', '人'],
  ['−3', '人'],
  ['负三', '人'],
  ['2.5', '人'],
  ['300', '人'],
  ['0', '人'],
  ['三四个', '人'],
  ['3个孩子', '人'],
  ['3到5', '人'],
  ['十几口', '人'],
  ['两口子带3个娃', '人'],
  ['我家3口人，每月收入900元', '人'],
  ['我家3口人，每月收入900元', '元'],
  ['900多', '元'],
  ['不到900', '元'],
  ['900-1000', '元'],
  ['900~1000', '元'],
  ['人均900', '元'],
  ['一年挣一万二', '元'],
  ['今年900', '元'],
  ['1千50', '元'],
  ['1.5万5', '元'],
  ['一万二千万', '元'],
  ['1,5', '元'],
  ['1.2.3', '元'],
  ['1e5', '元'],
  ['0x10', '元'],
  ['13912345678', '元'],
  ['九百块五毛', '元'],
  ['没有3亩', '亩'],
  ['十来亩', '亩'],
  ['1年2个月', '月'],
  ['150岁', '岁'],
  ['1960年生', '岁'],
  ['县里说凡是困难家庭都可以来申请', '元'],
] as const)('%s (%s) is asked again', (text, unit) => {
  const answer = read(text, unit);
  expect(answer).toEqual({ again: expect.stringMatching(/[填选再看]/) });
});

test('what was not understood is repeated, a long text shortened', () => {
  expect(read('十几口', '人')).toEqual({ again: '没看明白「十几口」。请只填一个数，比如 3。' });
  expect(read('县里说凡是困难家庭都可以来申请', '元')).toEqual({
    again: '没看明白「县里说凡是困难家庭都可以…」。请只填一个数，比如 900。',
  });
});

test('a choice is one of the choices', () => {
  const question = { id: 'a', ask: '几级？', choices: ['一级', '二级'] };
  expect(readAnswer('二级', question)).toEqual({ value: '二级' });
  expect(readAnswer('', question)).toEqual({ again: '请从里面选一个。' });
});

const numerals = '零一二三四五六七八九';
/** A number below 100,000 in full Chinese numerals. */
function inChinese(value: number): string {
  const scales = ['', '十', '百', '千', '万'];
  const digits = Array.from(String(value), Number).reverse();
  const words = digits.map((digit, at) => (digit === 0 ? '零' : `${numerals[digit]}${scales[at]}`)).reverse();
  return words
    .join('')
    .replace(/零+/g, '零')
    .replace(/(.)零$/, '$1');
}

test('every whole number is understood in digits, full-width, with unit and in Chinese', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999 }), (value) => {
      const wide = String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
      for (const text of [String(value), wide, `${value}元`, `${inChinese(value)}元`])
        expect([text, read(text, '元')]).toEqual([text, { value }]);
    }),
  );
});

test('no text makes an answer outside the limits of its question', () => {
  const texts = fc.string({ unit: fc.constantFrom(...'0123456789一二三十百千万两半零.,-负元人口岁多约') });
  fc.assert(
    fc.property(texts, (text) => {
      const answer = read(text, '人');
      if ('value' in answer) {
        expect(Number.isInteger(answer.value)).toBe(true);
        expect(Number(answer.value)).toBeGreaterThanOrEqual(1);
        expect(Number(answer.value)).toBeLessThanOrEqual(30);
      } else expect(answer.again).not.toBe('');
    }),
  );
});
