/** What an answer leads to: the next question, the counts and the lists. Turns are cached: a tap finds what was computed before. */
import type { WordContext } from '../../documents/condition-words.ts';
import type { CompiledConditions } from '../../documents/conditions.ts';
import { outcomeOf } from '../../documents/eligibility.ts';
import type { FinderDataPolicy } from '../../documents/finder-data.ts';
import { nextFact } from '../../documents/finder-questions.ts';
import { type FinderResult, type PreparedPolicy, resultsFor } from '../../documents/finder-results.ts';
import { type Household, knownOf, toFragment } from '../../documents/household-answers.ts';
import type { FactName } from '../../schema/facts.ts';
import { countWords } from './results.client.ts';

/** What is shown of one person with the answers so far. */
export interface Turn {
  /** The fact to ask for; undefined if no answer changes anything. */
  fact: FactName | undefined;
  /** The line with the counts. */
  counts: string;
  results: readonly FinderResult<FinderDataPolicy>[];
}

/** The policies, in the order in which they are shown. */
export interface TurnPolicies {
  prepared: readonly PreparedPolicy<FinderDataPolicy>[];
  /** Those of `prepared`. */
  compiled: readonly CompiledConditions[];
  context: WordContext;
  /** Whether the questions of the first policy come first. */
  isForOne: boolean;
}

/** The turns of one conversation. */
export type Turns = (household: Household, person: number) => Generator<void, Turn>;

/** Returns what computes a turn in short steps, the same one only once. */
export function cacheTurns(policies: TurnPolicies): Turns {
  const cache = new Map<string, Turn>();
  return function* turnSteps(household, person) {
    const key = `${person}&${toFragment(household)}`;
    const turn = cache.get(key) ?? (yield* makeTurn(policies, household, person));
    cache.set(key, turn);
    return turn;
  };
}

/** The turn, at once. */
export function turnOf(turns: Turns, household: Household, person: number): Turn {
  const steps = turns(household, person);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

function* makeTurn(
  { prepared, compiled, context, isForOne }: TurnPolicies,
  household: Household,
  person: number,
): Generator<void, Turn> {
  const { answers, asked } = knownOf(household, person, context.places);
  for (const policy of compiled) {
    outcomeOf(policy, answers);
    yield;
  }
  const first = isForOne ? nextFact(compiled.slice(0, 1), answers, asked) : undefined;
  const fact = first ?? nextFact(compiled, answers, asked);
  yield;
  const results = resultsFor(prepared, household, person, context, answers);
  return { fact, counts: `${countWords(results.map(({ outcome }) => outcome))}。`, results };
}
