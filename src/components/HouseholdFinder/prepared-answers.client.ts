/** What the next answer changes, computed while the question is read: the tap then finds it in the cache of `eligibility.ts`. */
import type { WordContext } from '../../documents/condition-words.ts';
import type { CompiledConditions } from '../../documents/conditions.ts';
import { outcomeOf } from '../../documents/eligibility.ts';
import { nextFact } from '../../documents/finder-questions.ts';
import { type FactAnswer, type Household, knownOf, withAnswer } from '../../documents/household-answers.ts';
import type { FactName } from '../../schema/facts.ts';
import { runInSlices } from './slices.client.ts';

/** The state of the conversation, which changes with each answer. */
interface Conversation {
  household: Household;
  person: number;
  compiled: readonly CompiledConditions[];
  context: WordContext;
}

/** Prepares these answers about a fact in short tasks while the page is idle; ends with the next state of the conversation. */
export function prepareAnswers(
  conversation: Conversation,
  fact: FactName,
  expected: readonly FactAnswer[],
): void {
  const { household, person } = conversation;
  const steps = stepsFor({ ...conversation }, fact, expected);
  const isOver = () => conversation.household !== household || conversation.person !== person;
  runInSlices(
    () => !isOver() && !steps.next().done,
    () => false,
  );
}

function* stepsFor(
  { household, person, compiled, context }: Conversation,
  fact: FactName,
  expected: readonly FactAnswer[],
): Generator<void> {
  for (const answer of expected) {
    const { answers, asked } = knownOf(withAnswer(household, person, fact, answer), person, context.places);
    for (const policy of compiled) {
      outcomeOf(policy, answers);
      yield;
    }
    nextFact(compiled, answers, asked);
    yield;
  }
}
