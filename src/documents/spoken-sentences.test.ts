/** A reader breathes where a speaker would. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BREATH, spokenSentences } from './spoken-sentences.ts';

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

test('no sentence is longer than a breath, and none is empty, whatever is written', () => {
  fc.assert(
    fc.property(anything, (text) =>
      spokenSentences(text).every((sentence) => [...sentence].length <= BREATH && [...sentence].length > 1),
    ),
  );
});

test('nothing but commas is lost in cutting', () => {
  const words = fc.array(fc.constantFrom(...'去乡镇政府的和到了，、。可以村干部帮忙'), { maxLength: 150 });
  fc.assert(
    fc.property(words, (parts) => {
      const bare = (text: string) => text.replace(/[，、。]/g, '');
      expect(bare(spokenSentences(parts.join('')).join(''))).toBe(bare(parts.join('')));
    }),
  );
});
