/** What a reader is told: the amount by the rule of the policy, its steps in words, and never a wrong figure for a day without a rate. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AmountPart, AmountQuestion } from '../schema/amounts.ts';
import type { Answer } from './amount-sum.ts';
import { workOutAmount } from './amounts.ts';

const questions: AmountQuestion[] = [
  { id: 'people', ask: '几口人？', unit: '人' },
  { id: 'money', ask: '每月多少钱？', unit: '元' },
  { id: 'mu', ask: '几亩？', unit: '亩' },
  { id: 'age', ask: '多大年纪？', unit: '岁' },
];
const rates = { 'di-bao': { values: [{ from: '2026-01-01', until: '2026-12-31', value: 755 }] } };
const work = (parts: AmountPart[], answers: Answer[], day = '2026-11-28') =>
  workOutAmount({ every: 'month', questions, parts }, answers, rates, day);

const topUp: AmountPart = { kind: 'top-up', question: 'people', income: 'money', value: 'di-bao' };
const each: AmountPart = { kind: 'each', question: 'mu', value: 80, floor: 200, ceiling: 800 };
const account: AmountPart = { kind: 'each', question: 'money', value: 1, per: 139 };
const share: AmountPart = {
  kind: 'share',
  question: 'money',
  threshold: 300,
  bands: [{ upTo: 5000, percent: 60 }, { percent: 70 }],
  ceiling: 10_000,
};
const ages: AmountPart = {
  kind: 'table',
  question: 'age',
  rows: [
    { to: 79, value: 0 },
    { from: 80, to: 89, value: 50 },
    { from: 90, value: 100, note: '先去登记' },
  ],
};

test.each([
  ['王家三口人，月收入900元', [topUp], [3, 900], 1365, ['每人每月755元 × 3人 − 收入900元 = 1365元']],
  ['收入已经够了', [topUp], [1, 900], 0, ['每人每月755元 × 1人 = 755元，收入900元已经够这个数，不用补']],
  ['5.5亩', [each], [0, 0, 5.5], 440, ['每亩每月80元 × 5.5亩 = 440元']],
  ['只有1亩', [each], [0, 0, 1], 200, ['每亩每月80元 × 1亩 = 80元，最少给200元']],
  ['有100亩', [each], [0, 0, 100], 800, ['每亩每月80元 × 100亩 = 8000元，最多给800元']],
  ['账户13900元', [account], [0, 13_900], 100, ['13900元 ÷ 139 = 100元']],
  ['花了300元', [share], [0, 300], 0, ['花了300元，没有超过起付线300元']],
  ['花了6000元', [share], [0, 6000], 3520, ['300元起付线不算，4700元 × 60% + 1000元 × 70% = 3520元']],
  ['79岁', [ages], [0, 0, 0, 79], 0, ['79岁，没有']],
  ['90岁', [ages], [0, 0, 0, 90], 100, ['90岁，每月100元（先去登记）']],
  [
    '两份加起来',
    [
      { kind: 'fixed', name: '国家给的', value: 163 },
      { ...account, name: '自己存的' },
    ],
    [0, 13_900],
    263,
    ['国家给的：每月163元', '自己存的：13900元 ÷ 139 = 100元', '加起来：163元 + 100元 = 263元'],
  ],
] as [string, AmountPart[], Answer[], number, string[]][])('%s', (_, parts, answers, amount, steps) => {
  expect(work(parts, answers)).toEqual({ amount, steps });
});

test.each(['2025-12-31', '2027-01-01'])('on %s, a day without the rate, there is no amount', (day) => {
  expect(work([topUp], [3, 900], day)).toBeUndefined();
});

const yuan = fc.integer({ min: 0, max: 100_000_000 }).map((fen) => fen / 100);
const count = fc.integer({ min: 1, max: 30 });
const amountOf = (parts: AmountPart[], answers: Answer[]) => work(parts, answers)?.amount ?? Number.NaN;

test('more people never get less, more income never more, and nobody a negative amount', () => {
  fc.assert(
    fc.property(count, count, yuan, yuan, (people, otherPeople, income, otherIncome) => {
      const [few = 0, many = 0] = [people, otherPeople].toSorted((a, b) => a - b);
      const [low = 0, high = 0] = [income, otherIncome].toSorted((a, b) => a - b);
      expect(amountOf([topUp], [few, low])).toBeLessThanOrEqual(amountOf([topUp], [many, low]));
      expect(amountOf([topUp], [few, high])).toBeLessThanOrEqual(amountOf([topUp], [few, low]));
      expect(amountOf([topUp], [few, high])).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('higher costs are never paid less, never more than the costs, and never more than the ceiling', () => {
  fc.assert(
    fc.property(yuan, yuan, (cost, otherCost) => {
      const [low = 0, high = 0] = [cost, otherCost].toSorted((a, b) => a - b);
      const [less, more] = [amountOf([share], [1, low]), amountOf([share], [1, high])];
      expect(less).toBeLessThanOrEqual(more);
      expect(more).toBeLessThanOrEqual(Math.min(high, 10_000));
      expect(less).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('an amount for each unit stays between floor and ceiling and grows with the units', () => {
  fc.assert(
    fc.property(yuan, yuan, (mu, more) => {
      const amount = amountOf([each], [1, 0, mu]);
      expect(amount).toBeGreaterThanOrEqual(200);
      expect(amount).toBeLessThanOrEqual(800);
      expect(amountOf([each], [1, 0, mu + more])).toBeGreaterThanOrEqual(amount);
    }),
  );
});

test('a sum is exactly what its parts are alone', () => {
  fc.assert(
    fc.property(count, yuan, yuan, (people, money, mu) => {
      const answers = [people, money, mu, 85];
      const parts = [topUp, each, account, share, ages];
      const alone = parts.reduce((sum, part) => sum + Math.round(amountOf([part], answers) * 100), 0);
      expect(Math.round(amountOf(parts, answers) * 100)).toBe(alone);
    }),
  );
});
