/** A household taps who it is and what is the matter, and gets the policies that fit, each with its reason. */
import { expect, test } from 'vitest';
import { fittingPolicies } from './finder.ts';

const old = { question: 'who', label: '有老人', policies: ['yang-lao', 'di-bao'] };
const poor = { question: 'what', label: '收入低', policies: ['di-bao', 'lin-shi'] };
const study = { question: 'what', label: '供孩子上学', policies: ['yu-lu'] };

test('nothing tapped, nothing found', () => expect(fittingPolicies([]).size).toBe(0));

test('one answer gives all that it leads to', () => {
  expect([...fittingPolicies([old]).keys()]).toEqual(['yang-lao', 'di-bao']);
});

test('two questions give what both lead to, with both reasons', () => {
  expect([...fittingPolicies([old, poor])]).toEqual([['di-bao', ['有老人', '收入低']]]);
});

test('answers that have nothing in common give what each leads to, rather than nothing', () => {
  expect([...fittingPolicies([old, study]).keys()]).toEqual(['yang-lao', 'di-bao', 'yu-lu']);
});
