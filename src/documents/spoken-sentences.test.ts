/** Sentences break where a speaker would breathe. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spokenText } from './spoken.ts';
import { MAX_BREATH_LENGTH, spokenSentences } from './spoken-sentences.ts';

test.each([
  [
    '没有单位的人，从16岁起可以交城乡居民养老保险，交够15年，60岁起按月领钱。',
    ['没有单位的人，从十六岁起可以交城乡居民养老保险。', '交够十五年，六十岁起按月领钱。'],
  ],
  [
    '脱贫人口小额信贷在山西办到2025年12月31日，借过的照合同还。',
    ['脱贫人口小额信贷在山西办到。', '二〇二五年十二月三十一日，借过的照合同还。'],
  ],
  [
    '干不了活、没有收入、也没人能养的老人、残疾人和孩子，可以申请特困供养。',
    ['干不了活、没有收入、也没人能养的老人。', '残疾人和孩子，可以申请特困供养。'],
  ],
])('%s', (written, sentences) => {
  expect(spokenSentences(written)).toEqual(sentences);
});

test('a telephone, a sum and a span of days are each said in one breath', () => {
  const said = (text: string) => spokenSentences(text, ['0357-5122345']);
  expect(said('装了光伏板的人家每户补2.5万元，打0357-5122345问。')).toEqual([
    '装了光伏板的人家每户补二点五万元。',
    '打零三五七，五幺二二三四五问。',
  ]);
  expect(said('时间：2027年5月13日（星期四）上午9点到11点30分')).toEqual([
    '时间，二〇二七年五月十三日星期四。',
    '上午九点到十一点三十分。',
  ]);
  expect(said('三百五十六公斤三百五十六公斤三百五十六公斤三百五十六公斤')).not.toContainEqual(
    expect.stringMatching(/公。|^斤/),
  );
});

/** Everything that must not be cut, in numbers of every size. */
const amount = fc.oneof(
  fc.nat(99).map(String),
  fc.nat(99_999).map(String),
  fc.tuple(fc.nat(999), fc.integer({ min: 1, max: 9 })).map(([whole, tenth]) => `${whole}.${tenth}`),
);
const day = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }));
const clock = fc
  .tuple(fc.integer({ min: 6, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${hour}:${String(minute).padStart(2, '0')}`);
const unit = fc.constantFrom(
  '元',
  '万元',
  '公斤',
  '个工作日',
  '平方米',
  'kW',
  'kWh',
  '%',
  '‰',
  'km²',
  '℃',
  '周岁',
  '亩',
  '天',
);
const dash = fc.constantFrom('—', '-', '~', '至', '到');
const digits = (length: number) =>
  fc.integer({ min: 2 * 10 ** (length - 1), max: 9 * 10 ** (length - 1) }).map(String);
const whole = fc.oneof(
  fc.tuple(amount, unit).map((parts) => parts.join('')),
  fc.tuple(amount, dash, amount, unit).map((parts) => parts.join('')),
  day.map(([month, date]) => `2026年${month}月${date}日`),
  fc.tuple(day, dash, day).map(([[m, d], to, [month, date]]) => `2026年${m}月${d}日${to}${month}月${date}日`),
  fc.tuple(clock, dash, clock).map((parts) => parts.join('')),
  digits(7).map((local) => `0357-${local}`),
  digits(8).map((local) => `010-${local}转${local.slice(3, 6)}`),
  fc
    .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 100, max: 999 }))
    .map((parts) => parts.join(':')),
  amount.map((number) => `第${Number.parseInt(number, 10) + 1}条`),
);
const words = fc.array(
  fc.constantFrom('去乡镇政府', '的', '可以', '和', '村里人', '，', '到了', '、', '一起'),
  { maxLength: 9 },
);

test('no cut falls inside a number with its unit, a telephone, a span of days or hours', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(words, whole), { minLength: 1, maxLength: 4 }), (parts) => {
      const text = parts.map(([before, each]) => `${before.join('')}，打${each}，`).join('');
      const sentences = spokenSentences(text);
      for (const [, each] of parts) {
        const spoken = spokenText(`打${each}`).slice(1);
        expect(
          sentences.some((sentence) => sentence.includes(spoken)),
          `${each} in ${sentences}`,
        ).toBe(true);
      }
      expect(
        sentences.filter(
          (sentence) =>
            [...sentence].length > MAX_BREATH_LENGTH && !sentence.includes('到') && !sentence.includes('至'),
        ),
      ).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('words of other scripts stay whole, with the spaces between them', () => {
  const text = 'شىنجاڭ ئۇيغۇر ئاپتونوم رايونى خەلق ھۆكۈمىتى ئۇقتۇرۇش چىقاردى';
  const sentences = spokenSentences(text);
  expect(sentences.map((sentence) => sentence.replace('。', '')).join(' ')).toBe(text);
  expect(sentences.length).toBeGreaterThan(1);
});

const anything = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'去乡镇政府的和，、。（）！2025年5月6日打12345'),
      fc.string({ unit: 'grapheme' }),
    ),
    {
      maxLength: 120,
    },
  )
  .map((parts) => parts.join(''));

test('no sentence is longer than a breath, and none is empty, for any text', () => {
  fc.assert(
    fc.property(anything, (text) =>
      spokenSentences(text).every(
        (sentence) => [...sentence].length <= MAX_BREATH_LENGTH && [...sentence].length > 1,
      ),
    ),
  );
});

test('cutting loses nothing but commas', () => {
  const words = fc.array(fc.constantFrom(...'去乡镇政府的和到了，、。可以村干部帮忙'), { maxLength: 150 });
  fc.assert(
    fc.property(words, (parts) => {
      const bare = (text: string) => text.replace(/[，、。]/g, '');
      expect(bare(spokenSentences(parts.join('')).join(''))).toBe(bare(parts.join('')));
    }),
  );
});
