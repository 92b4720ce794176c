/** A number of a condition that the words of the policy do not have: one of the two is wrong, or the words leave it out. */

import type { AnnotatedFile } from '../../../documents/source.ts';
import { readNumber, WRITTEN_NUMBER } from '../../../documents/written-number.ts';
import type { Alternative } from '../../../schema/alternative.ts';
import type { PolicyData } from '../../../schema/policies.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'schema/condition-number',
  severity: 'warning',
  finds: 'conditions 里的年纪、收入、亩数，文章里没有说。',
  why: '网页按这个数说能办、办不了，读的人却看不到它从哪里来；两处写得不一样，总有一处是错的。',
  write: '照文件核对一遍，把这个数写进 eligibility；会调的数写标准的 id。',
  bad: [
    {
      collection: 'policies',
      fields: 'eligibility: [满60岁的老人。]\nconditions: [{age: {from: ▶65}}]',
    },
    {
      collection: 'policies',
      fields: 'eligibility: [满60岁的老人。]\nconditions: [{age: {from: 60}, land: {to: ▶2}}]',
    },
  ],
  good: [
    { collection: 'policies', fields: 'eligibility: [满六十岁的老人。]\nconditions: [{age: {from: 60}}]' },
    { collection: 'policies', fields: 'eligibility: [不满18岁的孩子。]\nconditions: [{age: {to: 17}}]' },
    { collection: 'policies', fields: 'eligibility: [家里有地的。]\nconditions: [{land: {above: 0}}]' },
  ],
  check: ({ sources }, report) => {
    for (const source of sources) {
      if (source.document?.collection !== 'policies') continue;
      const { conditions = [] } = source.document.data as PolicyData;
      if (conditions.length === 0) continue;
      const written = numbersIn(source);
      for (const [index, alternative] of conditions.entries()) {
        for (const { path, value, others = [] } of numbersOf(alternative)) {
          if (value === 0 || [value, ...others].some((number) => written.has(number))) continue;
          const message = `文章里没有 ${value} 这个数，读的人不知道为什么按它算。照文件核对一遍，把它写进 eligibility，或者改这里。`;
          report(source, source.values.get(`conditions.${index}.${path}`) ?? 0, message);
        }
      }
    }
  },
};

function numbersIn({ texts }: AnnotatedFile): Set<number> {
  const words = texts
    .filter(({ path }) => path[0] !== 'conditions')
    .map(({ text }) => text.normalize('NFKC'));
  return new Set(
    words.flatMap((text) => (text.match(WRITTEN_NUMBER) ?? []).flatMap((each) => readNumber(each) ?? [])),
  );
}

interface ConditionNumber {
  path: string;
  value: number;
  /** Other numbers that say the same: 17 is 不满18岁. */
  others?: number[];
}

function numbersOf({ age, incomePerHead, land }: Alternative): ConditionNumber[] {
  const plain = {
    'land.above': land?.above,
    'land.from': land?.from,
    'land.to': land?.to,
    'age.from': age?.from,
  };
  const limits = { 'incomePerHead.below': incomePerHead?.below, 'incomePerHead.upTo': incomePerHead?.upTo };
  return [
    ...Object.entries({ ...plain, ...limits }).flatMap(([path, value]) =>
      typeof value === 'number' ? [{ path, value }] : [],
    ),
    ...(age?.to === undefined ? [] : [{ path: 'age.to', value: age.to, others: [age.to + 1] }]),
  ];
}
