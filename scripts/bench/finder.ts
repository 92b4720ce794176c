/**
 * Measures the questions of the finder for made policies, in processor time of this machine: preparing them once, and answering a tap,
 * which is the next question and three lists with the reasons that a page has. Without the browser's own work on the page.
 */
import { answerWords } from '../../src/documents/condition-words.ts';
import { choicesFor, nextFact } from '../../src/documents/finder-questions.ts';
import {
  type FinderPolicy,
  type PreparedPolicy,
  preparePolicies,
  resultsFor,
} from '../../src/documents/finder-results.ts';
import {
  EMPTY_HOUSEHOLD,
  type FactAnswer,
  type Household,
  knownOf,
  UNSURE,
  withAnswer,
} from '../../src/documents/household-answers.ts';
import type { Alternative } from '../../src/schema/alternative.ts';
import { type FactName, facts } from '../../src/schema/facts.ts';
import { median } from './median.ts';
import type { Figures } from './table.ts';

const HOUSEHOLDS = 20;
/** The policies of each list that a page has at first. */
const LISTED = 6;

const places = [
  { id: 'county', name: '县' },
  ...Array.from({ length: 10 }, (_, town) => ({ id: `t${town}`, name: `乡${town}`, parent: 'county' })),
  ...Array.from({ length: 150 }, (_, village) => ({
    id: `v${village}`,
    name: `村${village}`,
    parent: `t${village % 10}`,
  })),
];
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

function makePolicy(index: number, random: (below: number) => number): FinderPolicy {
  const alternatives = Array.from({ length: 1 + random(4) }, () => makeAlternative(random));
  const place = places[random(places.length)]?.id ?? 'county';
  return { slug: `policy-${index}`, alternatives, places: random(6) === 0 ? [place] : undefined };
}

/** The parts that an alternative is made of. */
const parts: readonly ((random: (below: number) => number) => Partial<Alternative>)[] = [
  (random) => ({
    age: [{ from: 60 }, { from: 80 }, { to: 17 }, { from: 16, to: 59 }, { from: 65 }][random(5)],
  }),
  (random) => ({ sex: random(2) === 0 ? 'female' : 'male' }),
  (random) => ({ disability: ['1', '2', '3', '4'].slice(0, 1 + random(4)) }),
  (random) => ({ schooling: ['vocational', 'college', 'university'].slice(random(3)) }),
  (random) => ({ household: ['di-bao', 'bian-yuan', 'tuo-pin', 'jian-ce'].slice(random(4)) }),
  (random) => ({ except: { receives: ['te-kun', 'injury-care'].slice(random(2)) } }),
  (random) => ({ insured: ['medical', 'resident-pension'].slice(random(2)) }),
  (random) => ({ occupation: ['farming', 'odd-jobs', 'business'].slice(random(3)) }),
  (random) => ({ incomePerHead: { below: 500 + 100 * random(5), per: 'month' } }),
  (random) => ({ land: [{ above: 0 }, { from: 10 }, { from: 50 }][random(3)] }),
  (random) => ({ places: [places[random(places.length)]?.id ?? 'county'] }),
];

function makeAlternative(random: (below: number) => number): Alternative {
  const used = Array.from({ length: 1 + random(5) }, () => parts[random(parts.length)]?.(random));
  return Object.assign({}, ...used, random(5) === 0 && { other: '还要看别的' });
}

const msSince = (start: NodeJS.CpuUsage): number => process.threadCpuUsage(start).user / 1000;

/** The same numbers in every run: a linear congruential generator. */
function randomNumbers(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 65_536) % below;
  };
}
