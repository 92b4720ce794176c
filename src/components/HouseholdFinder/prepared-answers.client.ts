/** What the next answer changes, computed while the question is read: the tap then only shows it. */
import { type FactAnswer, type Household, withAnswer } from '../../documents/household-answers.ts';
import type { FactName } from '../../schema/facts.ts';
import { listedAtFirst } from './results.client.ts';
import { runInSlices } from './slices.client.ts';
import type { Turn, Turns } from './turns.client.ts';

/** The state of the conversation, which changes with each answer. */
interface Conversation {
  household: Household;
  person: number;
  turns: Turns;
  /** Lays out the question for a fact before it is asked. */
  layOut: (fact: FactName | undefined) => void;
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

/** The questions and counts first, which a tap shows at once; the lists are behind them. */
function* stepsFor(
  { household, person, turns, layOut }: Conversation,
  fact: FactName,
  expected: readonly FactAnswer[],
): Generator<void> {
  const next: Turn[] = [];
  for (const answer of expected) {
    const turn = yield* turns(withAnswer(household, person, fact, answer), person);
    next.push(turn);
    yield;
  }
  for (const each of new Set(next.map((turn) => turn.fact))) {
    layOut(each);
    yield;
  }
  for (const { results } of next)
    for (const result of listedAtFirst(results)) {
      void result.reason;
      yield;
    }
}
