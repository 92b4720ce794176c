/** Which question the finder asks next, and its possible answers. The phone runs it. */
import { type FactName, factNames, facts } from '../schema/facts.ts';
import { answerWords, rangeWords, type WordContext } from './condition-words.ts';
import type { CompiledConditions, PolicyFact } from './conditions.ts';
import { candidateFacts, isOpenFact } from './eligibility.ts';
import { type Answers, membersOf, type Range, setValue, splitLine, valuesOf } from './fact-values.ts';
import { type FactAnswer, UNSURE } from './household-answers.ts';

/** With more ranges than this a number is typed. */
export const MAX_RANGES = 6;

/**
 * The fact to ask for next: of those that can still change an outcome the one that settles most. A policy counts for a fact by its share of
 * what the policy may depend on, so that the last such fact of a policy counts most, and by the weight of the fact. `asked` are not asked
 * again. Undefined: no answer changes anything.
 */
export function nextFact(
  policies: readonly CompiledConditions[],
  answers: Answers,
  asked: ReadonlySet<FactName>,
): FactName | undefined {
  const dependents = new Map<FactName, { policy: CompiledConditions; share: number }[]>();
  for (const policy of policies) {
    const candidates = candidateFacts(policy, answers, asked);
    for (const fact of candidates) {
      const list = dependents.get(fact) ?? [];
      list.push({ policy, share: 1 / candidates.length });
      dependents.set(fact, list);
    }
  }
  const scoreOf = (fact: FactName) =>
    facts[fact].weight * (dependents.get(fact) ?? []).reduce((sum, { share }) => sum + share, 0);
  const scored = factNames.map((fact) => ({ fact, score: scoreOf(fact) })).sort((a, b) => b.score - a.score);
  // Exact only for the best: the policies with the fewest facts answer fastest.
  return scored.find(({ fact }) =>
    (dependents.get(fact) ?? [])
      .sort((a, b) => b.share - a.share)
      .some(({ policy }) => isOpenFact(policy, answers, asked, fact)),
  )?.fact;
}

export interface Choice {
  label: string;
  answer: FactAnswer;
}

/** The answers to tap: undefined for a number that is typed and for a place, which has a list of its own. */
export function choicesFor(
  fact: FactName,
  policies: readonly CompiledConditions[],
  context: WordContext,
): Choice[] | undefined {
  const { kind } = facts[fact];
  if (kind === 'place') return undefined;
  if (kind === 'number') {
    const ranges = rangesOf(fact, policies);
    return ranges.length > MAX_RANGES
      ? undefined
      : ranges.map((range) => ({ label: rangeWords(fact, range), answer: range }));
  }
  return Object.keys((facts[fact] as { choices: object }).choices).map((id) => ({
    label: answerWords(fact, id, context),
    answer: id,
  }));
}

/** Answers of which the next is probably one, or like one; of the places only the one that the list begins with. */
export function expectedAnswers(
  fact: FactName,
  policies: readonly CompiledConditions[],
  context: WordContext,
): FactAnswer[] {
  const { kind } = facts[fact];
  if (kind === 'number') return [...rangesOf(fact, policies), UNSURE];
  if (kind === 'place') return [...context.places.slice(0, 1).map(({ id }) => id), UNSURE];
  if (kind === 'set') return [...membersInUse(fact, policies), '', UNSURE];
  return [...(choicesFor(fact, policies, context) ?? []).map(({ answer }) => answer), UNSURE];
}

/** The line of a number, cut at the thresholds of all policies. */
function rangesOf(fact: FactName, policies: readonly CompiledConditions[]): Range[] {
  return splitLine(
    usesOf(fact, policies).flatMap(({ classes }) =>
      classes.flatMap((known) => ('from' in known ? [known] : [])),
    ),
  );
}

/** What the policies say of a fact, each once. */
function usesOf(fact: FactName, policies: readonly CompiledConditions[]): PolicyFact[] {
  const uses = new Set<PolicyFact>();
  for (const policy of policies) for (const each of policy.facts) if (each.fact === fact) uses.add(each);
  return Array.from(uses);
}

/** The choices of a set that a policy asks for, in their order; others change nothing. */
export function membersInUse(fact: FactName, policies: readonly CompiledConditions[]): string[] {
  if (facts[fact].kind !== 'set') return [];
  const uses = usesOf(fact, policies);
  const values = valuesOf(fact, { places: [] });
  return Object.keys((facts[fact] as { choices: object }).choices).filter((member) => {
    const pairs = values
      .filter((value) => !membersOf(value).includes(member))
      .map((value) => [value, setValue([...membersOf(value), member])] as const);
    return uses.some(({ classOf }) =>
      pairs.some(([without, withIt]) => classOf?.get(without) !== classOf?.get(withIt)),
    );
  });
}
