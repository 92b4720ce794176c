/** The three lists of the finder, each policy with its reason in words. The phone runs it. */
import type { FactName } from '../schema/facts.ts';
import { facts } from '../schema/facts.ts';
import { answerWords, awaitsRate, conditionWords, type WordContext } from './condition-words.ts';
import { type CompiledConditions, compileConditions, type PolicyConditions } from './conditions.ts';
import { certainBox, failedFacts, type Outcome, openFacts, outcomeOf, possibleBoxes } from './eligibility.ts';
import type { Answers } from './fact-values.ts';
import { type FactAnswers, type Household, isTooYoung, knownOf, UNSURE } from './household-answers.ts';

export interface FinderPolicy extends PolicyConditions {
  slug: string;
}

/** A policy with its conditions compiled for the day. */
export interface PreparedPolicy<P extends FinderPolicy = FinderPolicy> {
  policy: P;
  compiled: CompiledConditions;
}

export interface FinderResult<P extends FinderPolicy = FinderPolicy> {
  policy: P;
  outcome: Outcome;
  /** Why: what holds, what is unknown, or what does not hold. A sentence. */
  reason: string;
}

export function preparePolicies<P extends FinderPolicy>(
  policies: readonly P[],
  context: WordContext,
): PreparedPolicy<P>[] {
  return policies.map((policy) => preparePolicy(policy, context));
}

/** A policy, ready for the questions before any answer: its state is computed, which takes longer than a change of it. */
export function preparePolicy<P extends FinderPolicy>(policy: P, context: WordContext): PreparedPolicy<P> {
  const compiled = compileConditions(policy, context);
  outcomeOf(compiled, {});
  return { policy, compiled };
}

/** The results for one person, in the order of the policies; reasons are computed on demand, once. `answers` are those of `knownOf`. */
export function resultsFor<P extends FinderPolicy>(
  prepared: readonly PreparedPolicy<P>[],
  household: Household,
  person: number,
  context: WordContext,
  answers: Answers = knownOf(household, person, context.places).answers,
): FinderResult<P>[] {
  const given = { ...household.shared, ...household.people[person] };
  return prepared.map((each) => {
    const outcome = outcomeOf(each.compiled, answers);
    let reason: string | undefined;
    return {
      policy: each.policy,
      outcome,
      get reason() {
        reason ??= reasonFor(each, outcome, answers, given, context);
        return reason;
      },
    };
  });
}

function reasonFor(
  policy: PreparedPolicy,
  outcome: Outcome,
  answers: Answers,
  given: FactAnswers,
  context: WordContext,
): string {
  if (outcome === 'likely') return whyLikely(policy, answers, context);
  return outcome === 'no'
    ? whyNot(policy, answers, given, context)
    : whatIsOpen(policy, answers, given, context);
}

function whyLikely({ policy, compiled }: PreparedPolicy, answers: Answers, context: WordContext): string {
  const box = certainBox(compiled, answers);
  const words = box === undefined ? [] : wordsOf(policy, compiled, box, context);
  return words.length > 0 ? `因为${words.join('，')}。` : '您答的这些，怎么算都合。';
}

/** The conditions of an alternative in words, those of the given facts only. */
function wordsOf(
  policy: PolicyConditions,
  { facts: used }: CompiledConditions,
  box: number,
  context: WordContext,
  only?: readonly FactName[],
): string[] {
  const alternative = policy.alternatives[box];
  if (!alternative) return [];
  return used.flatMap(({ fact }) => {
    if (!fact || (only && !only.includes(fact))) return [];
    const words = conditionWords(alternative, fact, context, policy.places);
    return words ? [words] : [];
  });
}

/** The alternative that the fewest answers exclude, with these answers. */
function whyNot(
  { policy, compiled }: PreparedPolicy,
  answers: Answers,
  given: FactAnswers,
  context: WordContext,
): string {
  const failed = compiled.boxes.map((_, box) => failedFacts(compiled, box, answers));
  const least = failed.reduce(
    (best, each, box) => (each.length < (failed[best]?.length ?? 0) ? box : best),
    0,
  );
  const reasons = (failed[least] ?? []).map((fact) => {
    const [needed] = wordsOf(policy, compiled, least, context, [fact]);
    const answer = given[fact];
    return `要${needed}${answer === undefined ? '' : `，您答的是${answerWords(fact, answer, context)}`}`;
  });
  return `因为${reasons.join('；')}。`;
}

function whatIsOpen(
  { policy, compiled }: PreparedPolicy,
  answers: Answers,
  given: FactAnswers,
  context: WordContext,
): string {
  const boxes = possibleBoxes(compiled, answers);
  const open = openFacts(compiled, answers);
  const namesOf = (list: readonly FactName[]) => list.map((fact) => facts[fact].name).join('、');
  const unasked = open.filter((fact) => given[fact] === undefined);
  const later = namesOf(unasked.filter((fact) => isTooYoung(given, fact)));
  const asked = namesOf(unasked.filter((fact) => !isTooYoung(given, fact)));
  const unsure = namesOf(open.filter((fact) => given[fact] === UNSURE));
  const vague = namesOf(open.filter((fact) => given[fact] !== undefined && given[fact] !== UNSURE));
  const others = unique(
    boxes.flatMap((box) => {
      const alternative = policy.alternatives[box];
      if (!alternative) return [];
      const income = awaitsRate(alternative, context)
        ? [conditionWords(alternative, 'incomePerHead', context)]
        : [];
      return [...income, ...(alternative.other ? [alternative.other] : [])];
    }),
  );
  const heading = others.length > 1 ? '还要看，有一样合上就行' : '还要看';
  return [
    asked && `还没问：${asked}。`,
    later && `办的时候再问：${later}。`,
    unsure && `您说不准：${unsure}。`,
    vague && `要说细一点：${vague}。`,
    others.length > 0 && `${heading}：${others.join('；')}。`,
    policy.isTentative && '本地怎么办还没见到通知，先打电话问。',
  ]
    .filter(Boolean)
    .join('');
}

const unique = (list: readonly string[]): string[] => Array.from(new Set(list));
