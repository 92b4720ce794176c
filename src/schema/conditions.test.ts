/** An editor is told of a condition that nobody meets, or that everybody does: readers would get a wrong answer from it. */
import { expect, test } from 'vitest';
import { conditionsSchema } from './conditions.ts';
import { findSchemaIssues } from './validation-messages.ts';

const problems = (value: unknown) =>
  findSchemaIssues(conditionsSchema, value).map(({ path, message }) => `${path.join('.')} ${message}`);

test.each([
  ['nothing in it', {}, '0', '什么都没写'],
  ['an age without a number', { age: {} }, '0.age', '年纪还没写'],
  ['an age upside down', { age: { from: '80', to: '60' } }, '0.age.from', '写反了'],
  ['an age of nobody', { age: { from: '600' } }, '0.age.from', '没有人 600 岁'],
  ['an age of everybody', { age: { from: '0' } }, '0.age.from', '谁都算'],
  ['an age with a fraction', { age: { from: '60.5' } }, '0.age.from', '「60.5」不是整数'],
  ['an income without a limit', { incomePerHead: { per: 'month' } }, '0.incomePerHead', '写一个'],
  [
    'an income with two limits',
    { incomePerHead: { below: '1', upTo: '2', per: 'month' } },
    '0.incomePerHead',
    '写一个',
  ],
  ['an income without a time', { incomePerHead: { below: '750' } }, '0.incomePerHead.per', '缺少'],
  [
    'an income below nothing',
    { incomePerHead: { below: '0', per: 'year' } },
    '0.incomePerHead.below',
    '没有这样的人家',
  ],
  [
    'an income with its unit',
    { incomePerHead: { below: '750元', per: 'month' } },
    '0.incomePerHead.below',
    '「750元」',
  ],
  ['land without a number', { land: {} }, '0.land', 'above: 0'],
  ['land upside down', { land: { from: '10', to: '5' } }, '0.land.to', '没有这样的人家'],
  ['land of nobody', { land: { above: '5', to: '5' } }, '0.land.to', '没有这样的人家'],
  ['land with two starts', { land: { above: '5', from: '5' } }, '0.land.above', '只写一个'],
  ['land of everybody', { land: { from: '0' } }, '0.land.from', 'above: 0'],
  ['every grade', { disability: ['1', '2', '3', '4', 'none'] }, '0.disability', '谁都算'],
  ['a grade that does not exist', { disability: ['5'] }, '0.disability.0', '「5」不在可选的范围里'],
  ['a grade twice', { disability: ['1', '1'] }, '0.disability', '写了两次'],
  ['an empty exception', { except: {} }, '0.except', '没写哪些人不算'],
  [
    'yes and no at once',
    { household: ['di-bao'], except: { household: ['di-bao'] } },
    '0.except.household',
    '分不清',
  ],
  ['a fact outside the list', { income: { below: '1' } }, '0', 'incomePerHead'],
])('%s is an error at its place', (_, alternative, path, words) => {
  const found = problems([alternative]);
  expect(found.filter((problem) => problem.startsWith(path) && problem.includes(words))).not.toEqual([]);
});

test('what the documents of a county say passes', () => {
  const alternatives = [
    { age: { from: '60', to: '79' }, sex: 'female', except: { receives: ['te-kun'] } },
    { disability: ['1', '2'], household: ['di-bao', 'bian-yuan'], other: '长年要人照顾' },
    { incomePerHead: { below: 'di-bao-biao-zhun', per: 'month' }, land: { above: '0', to: '5.5' } },
    { land: { to: '0' }, incomePerHead: { upTo: '0', per: 'year' }, age: { to: '0' } },
    { places: ['tuan-bai'], insured: ['resident-pension'], occupation: ['farming'] },
  ];
  expect(problems(alternatives)).toEqual([]);
});
