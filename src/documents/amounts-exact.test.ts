/** A reader is told the amount to the fen: compared with a plain calculation in whole numbers, over made amounts of all shapes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AmountPart, AmountQuestion, AmountValue } from '../schema/amounts.ts';
import { type AmountRates, workOutAmount } from './amounts.ts';

const DAY = '2026-11-28';
const questions: AmountQuestion[] = [
  { id: 'people', ask: '几口人？', unit: '人' },
  { id: 'money', ask: '多少钱？', unit: '元' },
  { id: 'mu', ask: '几亩？', unit: '亩' },
  { id: 'class', ask: '几级？', choices: ['一级', '二级', '三级'] },
];
interface Answers {
  people: number;
  money: number;
  mu: number;
  class: string;
}

/** Hundredths, read from the digits of a decimal. */
function hundredths(value: number): bigint {
  const [whole = '0', decimals = ''] = String(value).split('.');
  return BigInt(whole) * 100n + BigInt(decimals.padEnd(2, '0'));
}
const rounded = (numerator: bigint, denominator: bigint) =>
  (2n * numerator + denominator) / (2n * denominator);
const smaller = (a: bigint, b: bigint) => (a < b ? a : b);

/** The fen of a part; undefined without a rate on the day. */
function expectedFen(part: AmountPart, answers: Answers, rates: AmountRates): bigint | undefined {
  const known: (bigint | undefined)[] = [];
  const fen = (value: AmountValue): bigint => {
    const inForce =
      typeof value === 'number'
        ? { value }
        : rates[value]?.values.find(({ from, until }) => from <= DAY && (!until || DAY <= until));
    const amount = inForce && hundredths(inForce.value);
    known.push(amount);
    return amount ?? 0n;
  };
  const capped = (sum: bigint, ceiling?: AmountValue) =>
    ceiling === undefined || sum === 0n ? sum : smaller(sum, fen(ceiling));
  let result = 0n;
  if (part.kind === 'fixed') result = fen(part.value);
  if (part.kind === 'table') {
    const number = part.question === 'people' ? answers.people : undefined;
    for (const { is, from, to, value } of part.rows) {
      if (is?.includes(answers.class)) result = fen(value);
      if (number !== undefined && (from ?? number) <= number && number <= (to ?? number)) result = fen(value);
    }
  }
  if (part.kind === 'each') {
    const product = rounded(fen(part.value) * hundredths(answers.mu), hundredths(part.per ?? 1));
    const least = part.floor === undefined ? 0n : fen(part.floor);
    result = product < least ? least : capped(product, part.ceiling);
  }
  if (part.kind === 'top-up') {
    const missing = fen(part.value) * BigInt(answers.people) - hundredths(answers.money);
    result = missing > 0n ? missing : 0n;
  }
  if (part.kind === 'share') {
    const cost = hundredths(answers.money);
    const threshold = part.threshold === undefined ? 0n : fen(part.threshold);
    let lower = threshold;
    for (const { upTo, percent } of part.bands) {
      const upper = upTo === undefined ? cost : smaller(cost, hundredths(upTo));
      if (upper <= lower) continue;
      result += rounded((upper - lower) * hundredths(percent), 10_000n);
      lower = upper;
    }
    result = capped(result, part.ceiling);
  }
  return known.includes(undefined) ? undefined : result;
}

const decimals = (max: number, min = 0) => fc.integer({ min: min * 100, max: max * 100 }).map((n) => n / 100);
const value: fc.Arbitrary<AmountValue> = fc.oneof(
  decimals(10_000),
  fc.constantFrom('standard', 'subsidy', 'ended'),
);
const rates: fc.Arbitrary<AmountRates> = fc
  .tuple(decimals(10_000), decimals(10_000), fc.boolean())
  .map(([old, current, isEnded]) => ({
    standard: {
      values: [
        { from: '2025-01-01', until: '2025-12-31', value: old },
        { from: '2026-01-01', value: current },
      ],
    },
    subsidy: {
      values: [
        { from: '2026-01-01', until: DAY, value: current },
        { from: '2026-11-29', value: old },
      ],
    },
    ended: { values: [{ from: '2025-01-01', until: isEnded ? '2026-11-27' : '2026-12-31', value: old }] },
  }));
const ascending = fc
  .uniqueArray(decimals(100_000, 1), { minLength: 1, maxLength: 3 })
  .map((ends) => ends.toSorted((a, b) => a - b));
const part: fc.Arbitrary<AmountPart> = fc.oneof(
  fc.record({ kind: fc.constant('fixed' as const), value }),
  fc.tuple(value, value, value).map(([first, second, third]): AmountPart => {
    const rows = [
      { is: ['一级'], value: first },
      { is: ['三级'], value: second },
      { is: ['二级'], value: third },
    ];
    return { kind: 'table', question: 'class', rows };
  }),
  fc.tuple(fc.integer({ min: 1, max: 20 }), value, value).map(([to, few, many]): AmountPart => {
    return {
      kind: 'table',
      question: 'people',
      rows: [
        { to, value: few },
        { from: to + 1, value: many },
      ],
    };
  }),
  fc.record(
    {
      kind: fc.constant('each' as const),
      question: fc.constant('mu'),
      value,
      per: decimals(500, 1),
      ceiling: decimals(1_000_000, 10_000),
      floor: decimals(9_000),
    },
    { requiredKeys: ['kind', 'question', 'value'] },
  ),
  fc.record({
    kind: fc.constant('top-up' as const),
    question: fc.constant('people'),
    income: fc.constant('money'),
    value,
  }),
  fc.tuple(ascending, fc.array(decimals(100), { minLength: 4, maxLength: 4 }), value, value).map(
    ([ends, percents, threshold, ceiling]): AmountPart => ({
      kind: 'share',
      question: 'money',
      threshold,
      ceiling,
      bands: [...ends, undefined].map((upTo, index) => ({ upTo, percent: percents[index] ?? 0 })),
    }),
  ),
);
const answers: fc.Arbitrary<Answers> = fc.record({
  people: fc.integer({ min: 1, max: 30 }),
  money: decimals(1_000_000),
  mu: decimals(10_000),
  class: fc.constantFrom('一级', '二级', '三级'),
});

test('each amount is that of the plain calculation, and unknown exactly if it needs a rate that has no value on the day', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), answers, rates, (parts, given, ratesThen) => {
      const fens = parts.map((each) => expectedFen(each, given, ratesThen));
      const total = fens.includes(undefined) ? undefined : fens.reduce((sum = 0n, fen = 0n) => sum + fen, 0n);
      const list = [given.people, given.money, given.mu, given.class];
      const worked = workOutAmount({ every: 'year', questions, parts }, list, ratesThen, DAY);
      expect(worked && hundredths(worked.amount)).toBe(total);
    }),
  );
});

test('the last line of a sum of several parts ends in the amount itself', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 2, maxLength: 4 }), answers, rates, (parts, given, ratesThen) => {
      const list = [given.people, given.money, given.mu, given.class];
      const worked = workOutAmount({ every: 'once', questions, parts }, list, ratesThen, DAY);
      if (!worked) return;
      expect(worked.steps).toHaveLength(parts.length + 1);
      expect(worked.steps.at(-1)).toMatch(new RegExp(` = ${worked.amount}元$`));
    }),
  );
});
