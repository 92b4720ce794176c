/** Conditions and answers in plain words, for the reasons that the finder gives. The phone runs it. */
import type { Alternative } from '../schema/alternative.ts';
import { type FactName, facts } from '../schema/facts.ts';
import { rateOn } from './amounts.ts';
import { type ConditionContext, landRange } from './conditions.ts';
import { type Range, WHOLE_LINE } from './fact-values.ts';
import { type FactAnswer, UNSURE } from './household-answers.ts';

/** Names of the places, and the rates of the day. */
export interface WordContext extends Omit<ConditionContext, 'places'> {
  places: readonly { id: string; name: string; parent?: string | undefined }[];
}

const choiceOf = (fact: FactName, id: string): string =>
  ('choices' in facts[fact] ? (facts[fact].choices as Readonly<Record<string, string>>)[id] : undefined) ??
  id;
const anyOf = (fact: FactName, ids: readonly string[]): string =>
  ids.map((id) => choiceOf(fact, id)).join('或');

/** What an alternative requires of a fact, 满60岁; `policyPlaces` are those of the whole policy. Empty if nothing. */
export function conditionWords(
  alternative: Alternative,
  fact: FactName,
  context: WordContext,
  policyPlaces?: readonly string[],
): string {
  const { age, sex, disability, schooling, incomePerHead, land, except = {} } = alternative;
  switch (fact) {
    case 'age':
      return age ? ageWords(age) : '';
    case 'sex':
      return sex ? `是${choiceOf(fact, sex)}的` : '';
    case 'disability':
      return disability ? disabilityWords(disability) : '';
    case 'schooling':
      return schooling ? schoolingWords(schooling) : '';
    case 'incomePerHead':
      return incomePerHead ? incomeWords(incomePerHead, context) : '';
    case 'land':
      return land ? `家里${rangeWords('land', landRange(land))}` : '';
    case 'places':
      return placeWords([policyPlaces, alternative.places], context);
    default:
      return setWords(fact, alternative[fact], except[fact]);
  }
}

/** Whether an alternative compares the income with a rate that has no value on the day. */
export function awaitsRate({ incomePerHead }: Alternative, { rates, day }: WordContext): boolean {
  const limit = incomePerHead?.below ?? incomePerHead?.upTo;
  return typeof limit === 'string' && rateOn(rates, limit, day) === undefined;
}

function ageWords({ from, to }: NonNullable<Alternative['age']>): string {
  if (to === undefined) return `满${from ?? 0}岁`;
  if (from === undefined) return `不满${to + 1}岁`;
  return from === to ? `${to}岁` : `${from}到${to}岁`;
}

function disabilityWords(grades: readonly string[]): string {
  const real = grades.filter((grade) => grade !== 'none');
  if (real.length === 0) return '没有残疾人证';
  return real.length === 4 ? '有残疾人证' : `残疾人证上是${anyOf('disability', real)}`;
}

function schoolingWords(stages: readonly string[]): string {
  const real = stages.filter((stage) => stage !== 'none');
  if (real.length === 0) return '没在上学';
  return `在上${anyOf('schooling', real)}${real.length < stages.length ? '，或者没上学' : ''}`;
}

const SET_VERBS = {
  household: ['家里是', '家里不是'],
  receives: ['领着', '没领'],
  insured: ['交着', '没交'],
  occupation: ['干的有', '干的没有'],
} as const;

function setWords(
  fact: keyof typeof SET_VERBS,
  any: readonly string[] | undefined,
  none: readonly string[] | undefined,
): string {
  const [has, hasNot] = SET_VERBS[fact];
  return [any && has + anyOf(fact, any), none && hasNot + anyOf(fact, none)].filter(Boolean).join('，');
}

function incomeWords(
  { below, upTo, per }: NonNullable<Alternative['incomePerHead']>,
  context: WordContext,
): string {
  const limit = below ?? upTo ?? 0;
  const amount = typeof limit === 'number' ? limit : rateOn(context.rates, limit, context.day);
  const time = per === 'month' ? '每月' : '每年';
  if (amount === undefined) return `一个人${time}平均挣的钱低过标准（新的标准还没公布）`;
  if (amount === 0) return '家里没有收入';
  return `一个人${time}平均${below === undefined ? '最多' : '不到'}${amount}元`;
}

function placeWords(lists: readonly (readonly string[] | undefined)[], { places }: WordContext): string {
  const nameOf = (id: string) => places.find((place) => place.id === id)?.name ?? id;
  return lists.flatMap((list) => (list ? [`家在${list.map(nameOf).join('、')}`] : [])).join('，');
}

/** An answer as the person gave it; for a number its range. */
export function answerWords(
  fact: FactName,
  answer: FactAnswer,
  { places }: Pick<WordContext, 'places'>,
): string {
  if (answer === UNSURE) return '说不准';
  if (typeof answer !== 'string') return rangeWords(fact, answer);
  const { kind } = facts[fact];
  if (kind === 'place') return places.find(({ id }) => id === answer)?.name ?? answer;
  if (kind === 'set' && answer === '') return (facts[fact] as { none: string }).none;
  return answer
    .split(' ')
    .map((id) => choiceOf(fact, id))
    .join('、');
}

/** A range of a number: 60到79岁, 不到18岁, 有地，最多5亩. */
export function rangeWords(fact: FactName, range: Range): string {
  if (fact === 'age') return ageRangeWords(range);
  const amount = fact === 'land' ? muWords : yuanWords;
  const nothing = fact === 'land' ? '没有地' : '没有收入';
  const { from, to } = range;
  if (to === 1) return nothing;
  if (to === from + 1) return amount(from);
  const isSome = from === 1;
  const lower =
    from === 0
      ? ''
      : isSome
        ? nothing.replace('没', '')
        : `${from % 2 ? '多于' : ''}${amount(from)}${from % 2 ? '' : '往上'}`;
  const upper = to === WHOLE_LINE.to ? '' : `${to % 2 ? '最多' : '不到'}${amount(to)}`;
  return [lower, upper].filter(Boolean).join('，') || '多少都算';
}

function ageRangeWords({ from, to }: Range): string {
  const [first, last] = [Math.floor(from / 2), Math.ceil(to / 2) - 1];
  if (to === WHOLE_LINE.to) return `满${first}岁`;
  if (first === last) return `${first}岁`;
  return first === 0 ? `不满${last + 1}岁` : `${first}到${last}岁`;
}

const muWords = (position: number): string => `${Math.floor(position / 2) / 100}亩`;

/** An income in the time in which it is a whole number of cents, by the month if it can be. */
function yuanWords(position: number): string {
  const cents = Math.floor(position / 2);
  return cents % 12 === 0 ? `一个月${cents / 1200}元` : `一年${cents / 100}元`;
}
