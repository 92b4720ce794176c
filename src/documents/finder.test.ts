/** A household taps its answers, and gets the policies that fit, each with its reason. */
import { expect, test } from 'vitest';
import { fittingPolicies, type Tapped } from './finder.ts';

const old = { question: 'who', label: '有老人', policies: ['yang-lao', 'di-bao'] };
const poor = { question: 'what', label: '收入低', policies: ['di-bao', 'can-ji', 'lin-shi'] };
const study = { question: 'what', label: '供孩子上学', policies: ['yu-lu'] };
const disabled = { question: 'who', label: '有残疾人', policies: ['can-ji'] };
const groups = new Map([['can-ji', '有残疾人']]);
const slugs = (...tapped: Tapped[]) => fittingPolicies(tapped, groups).map(({ slug }) => slug);

test('nothing tapped, nothing found', () => expect(slugs()).toEqual([]));

test('one answer gives all its policies, in its order', () => {
  expect(slugs(old)).toEqual(['yang-lao', 'di-bao']);
});

test('two questions give the policies of both, with both reasons', () => {
  expect(fittingPolicies([old, poor])).toEqual([{ slug: 'di-bao', reasons: ['有老人', '收入低'] }]);
});

test('answers without a common policy give the policies of each, rather than nothing', () => {
  expect(slugs(old, study)).toEqual(['yang-lao', 'yu-lu', 'di-bao']);
});

test('a policy mainly for the disabled is last, with a condition, if nobody tapped disabled', () => {
  expect(fittingPolicies([poor], groups)).toEqual([
    { slug: 'di-bao', reasons: ['收入低'] },
    { slug: 'lin-shi', reasons: ['收入低'] },
    { slug: 'can-ji', reasons: ['收入低'], onlyIf: '有残疾人' },
  ]);
});

test('it is first if both were tapped', () => {
  expect(fittingPolicies([disabled, poor], groups)).toEqual([
    { slug: 'can-ji', reasons: ['有残疾人', '收入低'] },
  ]);
});
