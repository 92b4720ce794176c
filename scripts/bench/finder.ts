/**
 * Measures the questions of the finder for made policies. In processor time of this machine: preparing them once, and answering a tap, which
 * is the next question and three lists with the reasons that a page has. And on the page itself, see finder-page.ts.
 */
import { answerWords } from '../../src/documents/condition-words.ts';
import { choicesFor, nextFact } from '../../src/documents/finder-questions.ts';
import { type PreparedPolicy, preparePolicies, resultsFor } from '../../src/documents/finder-results.ts';
import {
  EMPTY_HOUSEHOLD,
  type FactAnswer,
  type Household,
  knownOf,
  UNSURE,
  withAnswer,
} from '../../src/documents/household-answers.ts';
import { type FactName, facts } from '../../src/schema/facts.ts';
import { measureTaps } from './finder-page.ts';
import { makePolicy, places, randomNumbers } from './made-policies.ts';
import { median } from './median.ts';
import type { Figures } from './table.ts';

const HOUSEHOLDS = 20;
/** The policies of each list that a page has at first. */
const LISTED = 6;

const context = { rates: {}, day: '2026-11-28', places };

/** One row for `documents` policies with 1 to 4 alternatives of 1 to 5 facts. */
export async function measureFinder(documents: number): Promise<Figures[]> {
  const random = randomNumbers();
  const policies = Array.from({ length: documents }, (_, index) => makePolicy(index, random));
  const start = process.threadCpuUsage();
  const prepared = preparePolicies(policies, context);
  const prepareMs = msSince(start);
  const households = Array.from({ length: HOUSEHOLDS }, () => answerAll(prepared, random));
  const taps = households.flat();
  return [
    {
      policies: documents,
      prepareMs,
      firstTapMs: taps[0] ?? 0,
      medianTapMs: median(taps.slice(1)),
      slowestLaterTapMs: Math.max(...taps.slice(1)),
      questions: median(households.map(({ length }) => length)),
      ...(await measureTaps(documents)),
    },
  ];
}

/** Answers at random until there is no question; the milliseconds of each tap. */
function answerAll(prepared: readonly PreparedPolicy[], random: (below: number) => number): number[] {
  const compiled = prepared.map((each) => each.compiled);
  const taps: number[] = [];
  let household: Household = EMPTY_HOUSEHOLD;
  for (;;) {
    const start = process.threadCpuUsage();
    const { answers, asked } = knownOf(household, 0, places);
    const fact = nextFact(compiled, answers, asked);
    const results = resultsFor(prepared, household, 0, context, answers);
    for (const outcome of ['likely', 'open', 'no'])
      for (const result of results.filter((each) => each.outcome === outcome).slice(0, LISTED))
        void result.reason;
    taps.push(msSince(start));
    if (fact === undefined) return taps;
    const answer = randomAnswer(fact, prepared, random);
    answerWords(fact, answer, context);
    household = withAnswer(household, 0, fact, answer);
  }
}

function randomAnswer(
  fact: FactName,
  prepared: readonly PreparedPolicy[],
  random: (below: number) => number,
): FactAnswer {
  if (facts[fact].kind === 'place') return places[random(places.length)]?.id ?? UNSURE;
  const choices = choicesFor(
    fact,
    prepared.map(({ compiled }) => compiled),
    context,
  );
  // Many thresholds: the age is typed.
  return choices?.[random(choices.length)]?.answer ?? { from: 144, to: 145 };
}

/** The processor time since `start`; the system divides it into two parts only roughly. */
function msSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}
