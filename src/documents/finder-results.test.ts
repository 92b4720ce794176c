/** What a villager, and a cadre with a whole household, reads for their answers: why, what is still unknown, and why not. */
import { expect, test } from 'vitest';
import type { WordContext } from './condition-words.ts';
import { WHOLE_LINE } from './fact-values.ts';
import type { FinderDataPolicy } from './finder-data.ts';
import { choicesFor, expectedAnswers, membersInUse, nextFact } from './finder-questions.ts';
import { preparePolicies, resultsFor } from './finder-results.ts';
import { EMPTY_HOUSEHOLD, type FactAnswers, type Household, knownOf } from './household-answers.ts';
import { summarise, summaryText } from './household-summary.ts';

const context: WordContext = {
  day: '2026-11-28',
  rates: { 'di-bao': { values: [{ from: '2026-01-01', until: '2026-12-31', value: 750 }] } },
  places: [
    { id: 'fen-xi', name: '汾西县' },
    { id: 'tuan-bai', name: '团柏乡', parent: 'fen-xi' },
    { id: 'yong-an', name: '永安镇', parent: 'fen-xi' },
  ],
};
const policy = (slug: string, rest: Partial<FinderDataPolicy>): FinderDataPolicy => ({
  slug,
  title: slug,
  address: `/policies/${slug}/`,
  alternatives: [{}],
  period: {},
  documents: ['身份证'],
  ...rest,
});
const policies = [
  policy('高龄补贴', { alternatives: [{ age: { from: 80 } }], documents: ['身份证', '户口本'] }),
  policy('低保', {
    alternatives: [{ incomePerHead: { below: 'di-bao', per: 'month' }, except: { receives: ['te-kun'] } }],
  }),
  policy('护理补贴', {
    alternatives: [{ disability: ['1', '2'], other: '长年要人照顾' }],
    documents: ['残疾人证', '户口本（有的话）', '别的要带什么，先问乡镇政府'],
  }),
  policy('雨露计划', { alternatives: [{ household: ['tuo-pin'] }], isTentative: true }),
  policy('乡里的补贴', { alternatives: [{ age: { from: 60 } }], places: ['tuan-bai'] }),
];
const prepared = preparePolicies(policies, context);
const compiled = prepared.map((each) => each.compiled);
const old = { from: 160, to: WHOLE_LINE.to };
const about = (person: FactAnswers, shared: FactAnswers = {}): Household => ({ shared, people: [person] });
const reasons = (household: Household, day = context.day) =>
  Object.fromEntries(
    resultsFor(preparePolicies(policies, { ...context, day }), household, 0, { ...context, day }).map(
      (result) => [result.policy.slug, `${result.outcome} ${result.reason}`],
    ),
  );

test('before any answer nothing is refused, and each policy says what is unknown', () => {
  expect(reasons(EMPTY_HOUSEHOLD)).toEqual({
    高龄补贴: 'open 还没问：年纪。',
    低保: 'open 还没问：领着什么钱、每人平均挣多少。',
    护理补贴: 'open 还没问：残疾人证。还要看：长年要人照顾。',
    雨露计划: 'open 还没问：家里登记过什么。本地怎么办还没见到通知，先打电话问。',
    乡里的补贴: 'open 还没问：年纪、在哪里。',
  });
});

test('each list has its reason in words', () => {
  const household = about({ age: old, disability: '3' }, { places: 'yong-an', household: 'unsure' });
  expect(reasons(household)).toEqual({
    高龄补贴: 'likely 因为满80岁。',
    低保: 'open 还没问：领着什么钱、每人平均挣多少。',
    护理补贴: 'no 因为要残疾人证上是一级或二级，您答的是三级。',
    雨露计划: 'open 您说不准：家里登记过什么。本地怎么办还没见到通知，先打电话问。',
    乡里的补贴: 'no 因为要家在团柏乡，您答的是永安镇。',
  });
});

test('a child is not asked about work, and is not refused because of it', () => {
  const farming = [policy('种地补贴', { alternatives: [{ occupation: ['farming'], land: { above: 0 } }] })];
  const [one] = preparePolicies(farming, context);
  const child = about({ age: { from: 0, to: 32 } }, { land: { from: 400, to: 401 } });
  const { answers, asked } = knownOf(child, 0, context.places);
  expect(nextFact(one ? [one.compiled] : [], answers, asked)).toBeUndefined();
  expect(resultsFor(preparePolicies(farming, context), child, 0, context)[0]?.reason).toBe(
    '办的时候再问：干什么活。',
  );
  const grown = about({ age: { from: 32, to: 120 } }, child.shared);
  const known = knownOf(grown, 0, context.places);
  expect(nextFact(one ? [one.compiled] : [], known.answers, known.asked)).toBe('occupation');
});

test('somebody in a larger place may be in the place of a policy, and is not asked again', () => {
  const inCounty = about({ age: old }, { places: 'fen-xi' });
  expect(reasons(inCounty).乡里的补贴).toBe('open 要说细一点：在哪里。');
  const { answers, asked } = knownOf(inCounty, 0, context.places);
  expect(nextFact(compiled, answers, asked)).not.toBe('places');
});

test('on a day without the rate nobody is refused by their income', () => {
  const rich = about({ receives: '' }, { incomePerHead: { from: 10 ** 9, to: 10 ** 9 + 1 } });
  expect(reasons(rich).低保).toMatch(/^no /);
  expect(reasons(rich, '2027-01-01').低保).toBe(
    'open 还要看：一个人每月平均挣的钱低过标准（新的标准还没公布）。',
  );
});

test('the questions end when no answer changes anything', () => {
  const ask = (household: Household) => {
    const { answers, asked } = knownOf(household, 0, context.places);
    return nextFact(compiled, answers, asked);
  };
  expect(ask(EMPTY_HOUSEHOLD)).toBe('age');
  const young = about(
    { age: { from: 60, to: 61 }, disability: 'none', receives: 'te-kun' },
    { household: '' },
  );
  expect(ask(young)).toBeUndefined();
  const declined: FactAnswers = { age: 'unsure', disability: 'unsure', receives: 'unsure' };
  expect(
    ask(about(declined, { household: 'unsure', places: 'unsure', incomePerHead: 'unsure' })),
  ).toBeUndefined();
});

test('what many policies say of a fact is worked out once', () => {
  const [one, two, other] = preparePolicies(
    [
      policy('甲', { alternatives: [{ age: { from: 60 }, places: ['tuan-bai'] }] }),
      policy('乙', { alternatives: [{ places: ['tuan-bai'], age: { from: 60 } }, { other: '别的' }] }),
      policy('丙', { alternatives: [{ age: { from: 80 }, places: ['yong-an'] }] }),
    ],
    context,
  ).map((each) => each.compiled.facts);
  expect(one?.map(({ fact }) => fact)).toEqual(['age', 'places']);
  expect([two?.[0] === one?.[0], two?.[1] === one?.[1]]).toEqual([true, true]);
  expect([other?.[0] === one?.[0], other?.[1] === one?.[1]]).toEqual([false, false]);
});

test('a number has the classes of the thresholds in use, and a set only members that matter', () => {
  expect(choicesFor('age', compiled, context)?.map(({ label }) => label)).toEqual([
    '不满60岁',
    '60到79岁',
    '满80岁',
  ]);
  expect(choicesFor('incomePerHead', compiled, context)?.map(({ label }) => label)).toEqual([
    '不到一个月750元',
    '一个月750元往上',
  ]);
  expect(membersInUse('household', compiled)).toEqual(['tuo-pin']);
  expect(membersInUse('receives', compiled)).toEqual(['te-kun']);
});

test('the answers worked out ahead are all that can be tapped, and one in each class of what is typed', () => {
  const { to } = WHOLE_LINE;
  expect(expectedAnswers('age', compiled, context)).toEqual([
    { from: 0, to: 120 },
    { from: 120, to: 160 },
    { from: 160, to },
    'unsure',
  ]);
  expect(expectedAnswers('disability', compiled, context)).toEqual(['1', '2', '3', '4', 'none', 'unsure']);
  expect(expectedAnswers('receives', compiled, context)).toEqual(['te-kun', '', 'unsure']);
  expect(expectedAnswers('places', compiled, context)).toEqual(['fen-xi', 'unsure']);
});

test('a whole household has one list of what to bring, each thing once', () => {
  const two: Household = { shared: { household: '' }, people: [{ age: old }, { age: { from: 0, to: 120 } }] };
  const summary = summarise(prepared, two, context);
  expect(summary.documents).toEqual(['身份证', '户口本', '残疾人证', '别的要带什么，先问乡镇政府']);
  expect(summary.shared).toBe('家里登记过什么：都没有');
  expect(summary.people.map(({ name, given, likely }) => [name, given, likely.length])).toEqual([
    ['第1个人', '年纪：满80岁', 1],
    ['第2个人', '年纪：不满60岁', 0],
  ]);
});

test('the text for a group has the policies and what to bring, and no answer of anybody', () => {
  const two: Household = { shared: { household: 'di-bao' }, people: [{ age: old, disability: '2' }, {}] };
  const text = summaryText(summarise(prepared, two, context), {
    site: { name: '汾西明白纸', phone: '12345' },
    address: 'https://www.county.example/finder/',
  });
  expect(text).toMatchInlineSnapshot(`
    "汾西明白纸：我家能办什么
    【第1个人】
    多半能办：高龄补贴
    要再问一句：低保；护理补贴；乡里的补贴
    【第2个人】
    多半能办：没有
    要再问一句：高龄补贴；低保；护理补贴；乡里的补贴
    一共要带：身份证、户口本、残疾人证、别的要带什么，先问乡镇政府
    能不能办，办的人说了才算。拿不准打12345问。
    自己问一遍：https://www.county.example/finder/"
  `);
  expect(text).not.toMatch(/满80岁|二级|低保户/);
});
