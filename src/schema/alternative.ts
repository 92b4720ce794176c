/** One alternative of the conditions of a policy: a few facts that must all hold. */
import { z } from 'zod';
import { type FactName, facts, type SetFactName } from './facts.ts';
import { field, reference } from './field.ts';
import { amountOrRate, decimal, MAX_SHORT_TEXT_LENGTH, oneOf, text, wholeNumber } from './field-types.ts';

const listOf = (name: FactName) => {
  const fact = facts[name];
  return z.array(oneOf('choices' in fact ? (fact.choices as Record<string, string>) : {})).min(1);
};

const setWords: Readonly<Record<SetFactName, { label: string; example: string[] }>> = {
  household: { label: '家里登记过什么', example: ['tuo-pin', 'jian-ce'] },
  receives: { label: '领着什么钱', example: ['te-kun'] },
  insured: { label: '交着什么保险', example: ['resident-pension'] },
  occupation: { label: '干什么活', example: ['farming'] },
};

const setField = (name: SetFactName, help: string) =>
  field(listOf(name).optional(), { ...setWords[name], help });

const ANY_OF = '有一样就算。';
const NONE_OF = '有一样就不算。';

const age = z.strictObject({
  /** The lowest age. */
  from: field(wholeNumber().optional(), { label: '满多少岁', help: '含这个数。', example: 60 }),
  /** The highest age. */
  to: field(wholeNumber().optional(), {
    label: '到多少岁',
    help: '含这个数：不满18岁写 17。',
    example: 79,
  }),
});

const incomePerHead = z.strictObject({
  /** The income must be less than this. */
  below: field(amountOrRate().optional(), {
    label: '不到多少元',
    help: '一个数，或者标准的 id。会调的数写标准的 id。',
    example: 'di-bao-biao-zhun',
  }),
  /** The income must be at most this. */
  upTo: field(amountOrRate().optional(), {
    label: '最多多少元',
    help: '正好这个数也算。below 和 upTo 只写一个。',
    example: 750,
  }),
  /** The time for which the income is counted. */
  per: field(oneOf({ month: '每月', year: '每年' }), {
    label: '按月还是按年',
    help: '照文件写。',
    example: 'month',
  }),
});

const land = z.strictObject({
  /** More than this. */
  above: field(decimal().optional(), { label: '多于几亩', help: '写 0 就是有地的都算。', example: 0 }),
  /** At least this. */
  from: field(decimal().optional(), { label: '满几亩', help: '含这个数。', example: 10 }),
  /** At most this. */
  to: field(decimal().optional(), { label: '到几亩', help: '含这个数；写 0 就是没有地的。', example: 50 }),
});

const except = z.strictObject({
  household: setField('household', NONE_OF),
  receives: setField('receives', NONE_OF),
  insured: setField('insured', NONE_OF),
  occupation: setField('occupation', NONE_OF),
});

export const alternative = z.strictObject({
  /** The age in years. */
  age: field(age.optional(), {
    label: '年纪',
    help: '周岁，from 和 to 写一个或两个。',
    example: { from: 60 },
  }),
  /** The sex. */
  sex: field(oneOf(facts.sex.choices).optional(), {
    label: '男女',
    help: '只给一种人的才写。',
    example: 'female',
  }),
  /** The grades on the disability certificate. */
  disability: field(listOf('disability').optional(), {
    label: '残疾几级',
    help: '照残疾人证，有一个对上就算。',
    example: ['1', '2'],
  }),
  /** The stages of schooling. */
  schooling: field(listOf('schooling').optional(), {
    label: '在上哪种学',
    help: '有一个对上就算。',
    example: ['vocational', 'college'],
  }),
  household: setField('household', ANY_OF),
  receives: setField('receives', ANY_OF),
  insured: setField('insured', ANY_OF),
  occupation: setField('occupation', ANY_OF),
  /** The income per head. */
  incomePerHead: field(incomePerHead.optional(), {
    label: '每人平均挣多少',
    help: '全家的收入除以人数。数不知道的不写，用 other 说。',
    example: { below: 'di-bao-biao-zhun', per: 'month' },
  }),
  /** The land in mu. */
  land: field(land.optional(), { label: '几亩地', help: '全家种的地。', example: { above: 0 } }),
  /** The places; inside one of them is enough. */
  places: field(z.array(reference('places')).min(1).optional(), {
    label: '在哪里',
    help: '只有这一条要看住在哪里才写；整个政策只管几个地方的，写在政策的 places 里。',
    example: ['tuan-bai'],
  }),
  /** What nobody of this list may be true. */
  except: field(except.optional(), {
    label: '这些人不算',
    help: '和 exclusions 里说的一样。',
    example: { receives: ['te-kun'] },
  }),
  /** A further condition that no question settles. */
  other: field(text(MAX_SHORT_TEXT_LENGTH).optional(), {
    label: '还要看什么',
    help: '上面没有的、点几下问不出来的，用一句话说。写了它，网页只说“要再问一句”，不说“多半能办”。',
    example: '存款、房子、车也要看',
  }),
});

export type Alternative = z.infer<typeof alternative>;
