/** The reasons of the finder are sentences that people say. */
import { expect, test } from 'vitest';
import type { Alternative } from '../schema/alternative.ts';
import type { FactName } from '../schema/facts.ts';
import { answerWords, conditionWords, rangeWords, type WordContext } from './condition-words.ts';
import { incomePosition, landPosition, WHOLE_LINE } from './fact-values.ts';

const context: WordContext = {
  day: '2026-11-28',
  rates: { 'di-bao': { values: [{ from: '2026-01-01', until: '2026-12-31', value: 750 }] } },
  places: [{ id: 'tuan-bai', name: '团柏乡' }],
};
const END = WHOLE_LINE.to;
const month = (yuan: number) => incomePosition(yuan, 'month');

test.each<[string, FactName, Alternative]>([
  ['满60岁', 'age', { age: { from: 60 } }],
  ['不满18岁', 'age', { age: { to: 17 } }],
  ['60到79岁', 'age', { age: { from: 60, to: 79 } }],
  ['是女的', 'sex', { sex: 'female' }],
  ['有残疾人证', 'disability', { disability: ['1', '2', '3', '4'] }],
  ['残疾人证上是一级或二级', 'disability', { disability: ['1', '2'] }],
  ['没在上学', 'schooling', { schooling: ['none'] }],
  ['在上中专、职高、技校或大专、高职', 'schooling', { schooling: ['vocational', 'college'] }],
  ['家里是脱贫户或村里登记的防返贫户', 'household', { household: ['tuo-pin', 'jian-ce'] }],
  ['没领特困（五保）的钱', 'receives', { except: { receives: ['te-kun'] } }],
  ['没交单位给交的养老保险', 'insured', { except: { insured: ['employee-pension'] } }],
  ['一个人每月平均不到750元', 'incomePerHead', { incomePerHead: { below: 'di-bao', per: 'month' } }],
  ['一个人每年平均最多8000元', 'incomePerHead', { incomePerHead: { upTo: 8000, per: 'year' } }],
  ['家里没有收入', 'incomePerHead', { incomePerHead: { upTo: 0, per: 'year' } }],
  ['家里有地', 'land', { land: { above: 0 } }],
  ['家里10亩往上', 'land', { land: { from: 10 } }],
  ['家里没有地', 'land', { land: { to: 0 } }],
  ['家在团柏乡', 'places', { places: ['tuan-bai'] }],
  ['', 'age', { sex: 'female' }],
])('a condition is said as %s', (words, fact, alternative) => {
  expect(conditionWords(alternative, fact, context)).toBe(words);
});

test('a condition on a rate that has run out says so, and no old amount', () => {
  const alternative: Alternative = { incomePerHead: { below: 'di-bao', per: 'month' } };
  const words = conditionWords(alternative, 'incomePerHead', { ...context, day: '2027-01-01' });
  expect(words).toContain('还没公布');
  expect(words).not.toContain('750');
});

test.each<[string, FactName, number, number]>([
  ['不满60岁', 'age', 0, 120],
  ['60到79岁', 'age', 120, 160],
  ['满80岁', 'age', 160, END],
  ['72岁', 'age', 144, 145],
  ['没有地', 'land', 0, 1],
  ['有地', 'land', 1, END],
  ['有地，最多5亩', 'land', 1, landPosition(5) + 1],
  ['多于5亩', 'land', landPosition(5) + 1, END],
  ['不到10亩', 'land', 0, landPosition(10)],
  ['2.5亩', 'land', landPosition(2.5), landPosition(2.5) + 1],
  ['不到一个月750元', 'incomePerHead', 0, month(750)],
  ['一个月750元往上', 'incomePerHead', month(750), END],
  ['一个月750元往上，最多一年9500元', 'incomePerHead', month(750), incomePosition(9500, 'year') + 1],
  ['没有收入', 'incomePerHead', 0, 1],
])('a range is said as %s', (words, fact, from, to) => {
  expect(rangeWords(fact, { from, to })).toBe(words);
});

test.each<[string, FactName, string]>([
  ['说不准', 'age', 'unsure'],
  ['都没有', 'household', ''],
  ['低保户、脱贫户', 'household', 'di-bao tuo-pin'],
  ['团柏乡', 'places', 'tuan-bai'],
  ['二级', 'disability', '2'],
])('an answer is said as %s', (words, fact, answer) => {
  expect(answerWords(fact, answer, context)).toBe(words);
});
