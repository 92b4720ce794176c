/** An editor is told where an amount has no result, or two, for somebody: before anybody works with it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { workOutAmount } from '../documents/amounts.ts';
import { amountSchema } from './amounts.ts';
import { findSchemaIssues } from './validation-messages.ts';

const age = { id: 'age', ask: '多大年纪？', unit: '岁' };
const level = { id: 'level', ask: '几级？', choices: ['一级', '二级'] };
const cost = { id: 'cost', ask: '花了多少？', unit: '元' };
const amount = (questions: object[], part: object) => ({
  every: 'month',
  questions,
  parts: [part],
  examples: [{ case: '例子', answers: ['1'], amount: 1 }],
});
const table = (question: { id: string }, rows: object[]) =>
  amount([question], { kind: 'table', question: question.id, rows });
const problems = (value: unknown) =>
  findSchemaIssues(amountSchema, value).map(({ path, message }) => `${path.join('.')} ${message}`);

test.each([
  [
    'a gap',
    table(age, [
      { to: 79, value: 0 },
      { from: 81, value: 100 },
    ]),
    'parts.0.rows.1.from',
    '80 到 80 没有行',
  ],
  [
    'an overlap',
    table(age, [
      { to: 80, value: 0 },
      { from: 80, value: 100 },
    ]),
    'parts.0.rows.1.from',
    '80 在上一行里已经有了',
  ],
  ['an open end', table(age, [{ to: 79, value: 0 }]), 'parts.0.rows', '80 往上没有行'],
  ['an open start', table(age, [{ from: 60, value: 0 }]), 'parts.0.rows.0.from', '0 到 59 没有行'],
  [
    'a row upside down',
    table(age, [
      { from: 0, to: 79, value: 0 },
      { from: 80, to: 70, value: 1 },
    ]),
    'parts.0.rows.1.to',
    '还小',
  ],
  ['a choice left out', table(level, [{ is: ['一级'], value: 1 }]), 'parts.0.rows', '表里没有「二级」'],
  [
    'a choice twice',
    table(level, [
      { is: ['一级'], value: 1 },
      { is: ['一级', '二级'], value: 2 },
    ]),
    'parts.0.rows.1.is',
    '两行',
  ],
  [
    'an unknown choice',
    table(level, [{ is: ['一级', '二级', '三级'], value: 1 }]),
    'parts.0.rows.0.is',
    '没有「三级」',
  ],
  ['a table over decimals', table(cost, [{ value: 1 }]), 'parts.0.question', '小数'],
  [
    'bands that do not ascend',
    amount([cost], {
      kind: 'share',
      question: 'cost',
      bands: [{ upTo: 500, percent: 60 }, { upTo: 500, percent: 70 }, { percent: 80 }],
    }),
    'parts.0.bands.1.upTo',
    '这一段是空的',
  ],
  [
    'a band below the threshold',
    amount([cost], {
      kind: 'share',
      question: 'cost',
      threshold: 600,
      bands: [{ upTo: 500, percent: 60 }, { percent: 70 }],
    }),
    'parts.0.bands.0.upTo',
    '起付线',
  ],
  [
    'more than the cost',
    amount([cost], { kind: 'share', question: 'cost', bands: [{ percent: 120 }] }),
    'parts.0.bands.0.percent',
    '120%',
  ],
  [
    'bands with an end',
    amount([cost], { kind: 'share', question: 'cost', bands: [{ upTo: 500, percent: 60 }] }),
    'parts.0.bands.0.upTo',
    '最后一段',
  ],
  [
    'a field of another shape',
    amount([cost], { kind: 'each', question: 'cost', value: 1, rows: [{ value: 1 }] }),
    'parts.0.rows',
    '用不到',
  ],
  ['a field left out', amount([cost], { kind: 'each', question: 'cost' }), 'parts.0.value', '缺少'],
  [
    'an unknown question',
    amount([cost], { kind: 'each', question: 'mu', value: 1 }),
    'parts.0.question',
    '已有的：cost',
  ],
  [
    'a useless question',
    amount([cost, age], { kind: 'each', question: 'cost', value: 1 }),
    'questions.1.id',
    '白问',
  ],
  [
    'floor above ceiling',
    amount([cost], { kind: 'each', question: 'cost', value: 1, floor: 9, ceiling: 8 }),
    'parts.0.floor',
    '写反了',
  ],
  [
    'a multiplied choice',
    amount([level], { kind: 'each', question: 'level', value: 1 }),
    'parts.0.question',
    '不是数',
  ],
  [
    'a value in words',
    amount([cost], { kind: 'each', question: 'cost', value: '100元' }),
    'parts.0.value',
    '「100元」',
  ],
])('%s is an error at its place', (_, value, path, words) => {
  expect(
    problems(value).filter((problem) => problem.startsWith(`${path} `) && problem.includes(words)),
  ).toHaveLength(1);
});

test('a table that passes has one amount for every age', () => {
  const ends = fc
    .uniqueArray(fc.integer({ min: 0, max: 119 }), { maxLength: 5 })
    .map((list) => list.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(ends, fc.integer({ min: 0, max: 120 }), (upTo, years) => {
      const rows = [...upTo, undefined].map((to, index) => ({
        from: index === 0 ? undefined : (upTo[index - 1] ?? 0) + 1,
        to,
        value: index + 1,
      }));
      const parsed = amountSchema.parse(table(age, rows));
      expect(workOutAmount(parsed, [years], {}, '2026-01-01')?.amount).toBe(
        upTo.filter((end) => end < years).length + 1,
      );
    }),
  );
});
