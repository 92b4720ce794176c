/** What people type into a question: understood where it has one meaning, asked again in plain words where it has none or two. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AmountUnit } from '../schema/amount-units.ts';
import { askedQuestion, readAnswer } from './answers.ts';

const asks: Partial<Record<AmountUnit, string>> = {
  元: '您家每月一共收入多少元？',
  人: '您家里几口人？',
  亩: '您家种了几亩地？',
};
const read = (text: string, unit: AmountUnit, ask = asks[unit] ?? '多少？') =>
  readAnswer(text, askedQuestion({ id: 'a', ask, unit }));

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
  ['大概两亩半', '亩', 2.5],
  ['半亩', '亩', 0.5],
  ['0.5', '亩', 0.5],
  ['今年六十五岁', '岁', 65],
  ['8个月', '月', 8],
  ['一家三口', '人', 3],
  ['三口之家', '人', 3],
  ['三 口 人', '人', 3],
  ['就我一个人', '人', 1],
  ['两万', '元', 20_000],
  ['￥１，５００', '元', 1500],
  ['900元/月', '元', 900],
  ['5 千', '元', 5000],
  ['1.2345万', '元', 12_345],
  ['我家没有收入', '元', 0],
  ['每月收入一共是两千三百元左右。', '元', 2300],
  ['二点五亩', '亩', 2.5],
  ['今年种了12亩地', '亩', 12],
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
  ['1234 500', '元'],
  ['一千零', '元'],
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
  ['3口人', '元'],
  ['12亩地', '元'],
  ['每人900', '元'],
  ['收入多900', '元'],
  ['欠900', '元'],
  ['一天100', '元'],
  ['没种', '亩'],
  ['0.125', '亩'],
  ['两口子', '人'],
  ['去年3口人', '人'],
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

test.each([
  ['账户里一共有13900元', '到60岁，您账户里一共有多少元？', 13_900],
  ['医疗费6千5', '住院一共花了多少医疗费？', 6500],
  ['住院花了三万二千五百元', '住院一共花了多少医疗费？', 32_500],
])('%s, with words of the question 「%s」, is %d', (text, ask, value) => {
  expect(read(text, '元', ask)).toEqual({ value });
});

test.each([
  ['到60岁账户里有13900元', '到60岁，您账户里一共有多少元？'],
  ['报销后花了6000', '住院一共花了多少医疗费？'],
  ['没住院，花了6000', '住院一共花了多少医疗费？'],
  ['种了12亩地', '种一亩地花了多少元？'],
])('%s, which may not answer 「%s」, is asked again', (text, ask) => {
  expect(read(text, '元', ask)).toEqual({ again: expect.stringContaining('没看明白') });
});

const numerals = '零一二三四五六七八九';
/** A number below 10,000 in full Chinese numerals. */
function belowTenThousand(value: number): string {
  const digits = Array.from(String(value), Number).reverse();
  const words = digits.map((digit, at) =>
    digit === 0 ? '零' : `${numerals[digit]}${['', '十', '百', '千'][at]}`,
  );
  const text = words.reverse().join('').replace(/零+/g, '零');
  return text.length > 1 ? text.replace(/零$/, '') : text;
}
/** A number below 100,000,000. */
function inChinese(value: number): string {
  const [high, low] = [Math.floor(value / 10_000), value % 10_000];
  if (high === 0) return belowTenThousand(low);
  return `${belowTenThousand(high)}万${low === 0 ? '' : `${low < 1000 ? '零' : ''}${belowTenThousand(low)}`}`;
}
const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0));
const grouped = (value: number, mark: string) => String(value).replace(/\B(?=(?:\d{3})+$)/g, mark);
const capitals = (text: string) =>
  text.replace(/[一-龥零]/g, (mark) => {
    const at = '一二三四五六七八九十百千'.indexOf(mark);
    return '壹贰叁肆伍陆柒捌玖拾佰仟'.charAt(at) || mark;
  });
/** 3万2千, 1百2十: digits with scales. */
const mixed = (text: string) =>
  text.replace(/[零一二三四五六七八九]/g, (mark) => (mark === '零' ? mark : String(numerals.indexOf(mark))));

const writings: Readonly<Record<string, (value: number) => string>> = {
  digits: String,
  'full-width digits': (value) => fullWidth(String(value)),
  'thousands with commas': (value) => grouped(value, ','),
  'thousands with full-width commas': (value) => fullWidth(grouped(value, ',')),
  'thousands with spaces': (value) => grouped(value, ' '),
  'with two decimals': (value) => `${value}.00`,
  numerals: inChinese,
  'numerals with 两': (value) => inChinese(value).replace(/二(?=[百千万])/g, '两'),
  'numerals without the first 一 of ten': (value) => inChinese(value).replace(/^一十/, '十'),
  'capital numerals': (value) => capitals(inChinese(value)),
  'digits with scales': (value) => mixed(inChinese(value)),
  'decimals of 万': (value) => (value < 10_000 ? String(value) : `${value / 10_000}万`),
};
const sentences: readonly ((number: string) => string)[] = [
  (number) => number,
  (number) => ` ${number} `,
  (number) => `${number}元`,
  (number) => `${number} 块钱`,
  (number) => `${number}元整。`,
  (number) => `我家一共${number}元`,
  (number) => `大概${number}块左右吧`,
  (number) => `每月收入${number}元`,
  (number) => `我们家每个月挣${number}元。`,
  (number) => `${number}元/月`,
];

test.each(Object.entries(writings))(
  'every amount is understood in %s, alone and in a sentence',
  (_, write) => {
    const value = fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 9_999_999 }));
    fc.assert(
      fc.property(value, fc.constantFrom(...sentences), (amount, sentence) => {
        const text = sentence(write(amount));
        expect([text, read(text, '元')]).toEqual([text, { value: amount }]);
      }),
    );
  },
);

test('the last scale may be left out: 一千五, 2万3, 三百二', () => {
  const scales = fc.constantFrom(['百', 100], ['千', 1000], ['万', 10_000]) as fc.Arbitrary<[string, number]>;
  const digit = fc.integer({ min: 1, max: 9 });
  fc.assert(
    fc.property(scales, digit, digit, fc.boolean(), ([scale, size], first, second, isArabic) => {
      const show = (value: number) => (isArabic ? String(value) : numerals.charAt(value));
      const text = `${show(first)}${scale}${show(second)}`;
      expect([text, read(text, '元')]).toEqual([text, { value: first * size + (second * size) / 10 }]);
    }),
  );
});

test('decimals are understood with a point, a full-width point and 点', () => {
  const hundredths = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(hundredths, (written) => {
      const value = written / 100;
      for (const text of [
        `${value}`,
        fullWidth(`${value}亩`),
        `${value}`.replace('.', '点'),
        `大概${value}亩地`,
      ])
        expect([text, read(text, '亩')]).toEqual([text, { value }]);
    }),
  );
});

test('a negative number and a text with two numbers are asked again, however they are written', () => {
  const number = fc.integer({ min: 1, max: 9_999_999 });
  const written = fc
    .tuple(number, fc.constantFrom(...Object.values(writings)))
    .map(([value, write]) => write(value));
  fc.assert(
    fc.property(written, written, fc.constantFrom('-', '−', '负', '－'), (first, second, minus) => {
      for (const text of [
        `${minus}${first}`,
        `${first}元，${second}元`,
        `${first}到${second}`,
        `${first}-${second}`,
      ])
        expect([text, read(text, '元')]).toEqual([text, { again: expect.stringMatching(/没看明白|最少填/) }]);
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
