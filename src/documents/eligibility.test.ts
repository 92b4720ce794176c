/**
 * What a reader is told is never a wrong no: outcomes and questions for made counties are compared with trying every answer. The made
 * people are judged by a reader of conditions of its own, written from the handbook and not from the code.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Alternative } from '../schema/alternative.ts';
import type { FactName } from '../schema/facts.ts';
import {
  type CompiledConditions,
  type ConditionContext,
  compileConditions,
  type PolicyConditions,
} from './conditions.ts';
import { type Outcome, openFacts, outcomeOf } from './eligibility.ts';
import {
  type Answers,
  incomePosition,
  type Known,
  landPosition,
  placesInside,
  setValue,
} from './fact-values.ts';

const context: ConditionContext = {
  day: '2026-11-28',
  rates: {
    known: { values: [{ from: '2026-01-01', value: 700 }] },
    ended: { values: [{ from: '2025-01-01', until: '2025-12-31', value: 600 }] },
  },
  places: [
    { id: 'county' },
    { id: 'town', parent: 'county' },
    { id: 'village', parent: 'town' },
    { id: 'other-town', parent: 'county' },
  ],
};

/** Somebody of whom all is known. */
interface Somebody {
  age: number;
  sex: string;
  disability: string;
  schooling: string;
  household: string[];
  receives: string[];
  insured: string[];
  occupation: string[];
  incomePerYear: number;
  land: number;
  places: string;
}

const anybody: Somebody = {
  age: 40,
  sex: 'male',
  disability: 'none',
  schooling: 'none',
  household: [],
  receives: [],
  insured: [],
  occupation: [],
  incomePerYear: 24_000,
  land: 3,
  places: 'village',
};

function subsets(list: readonly string[]): string[][] {
  const [first, ...rest] = list;
  return first === undefined ? [[]] : subsets(rest).flatMap((set) => [set, [first, ...set]]);
}

/** Values of each fact that reach every case of the made conditions: each threshold, and its neighbours. */
const samples: { [F in keyof Somebody]: readonly Somebody[F][] } = {
  age: [0, 15, 16, 17, 18, 59, 60, 61, 79, 80, 81],
  sex: ['female', 'male'],
  disability: ['1', '2', '3', '4', 'none'],
  schooling: ['none', 'kindergarten', 'compulsory', 'senior-high', 'vocational', 'college', 'university'],
  household: subsets(['di-bao', 'bian-yuan', 'tuo-pin', 'jian-ce']),
  receives: subsets(['te-kun', 'injury-care']),
  insured: subsets(['medical', 'employee-pension']),
  occupation: subsets(['farming', 'employed']),
  incomePerYear: [0, 499.99, 500, 600, 700, 800, 5999.99, 6000, 7000, 8400, 8400.01],
  land: [0, 0.01, 5, 9.99, 10, 10.01],
  places: ['county', 'town', 'village', 'other-town'],
};

const toKnown: { [F in keyof Somebody]: (value: Somebody[F]) => [FactName, Known] } = {
  age: (years) => ['age', { from: 2 * years, to: 2 * years + 1 }],
  sex: (value) => ['sex', [value]],
  disability: (value) => ['disability', [value]],
  schooling: (value) => ['schooling', [value]],
  household: (value) => ['household', [setValue(value)]],
  receives: (value) => ['receives', [setValue(value)]],
  insured: (value) => ['insured', [setValue(value)]],
  occupation: (value) => ['occupation', [setValue(value)]],
  incomePerYear: (yuan) => {
    const from = incomePosition(yuan, 'year');
    return ['incomePerHead', { from, to: from + 1 }];
  },
  land: (mu) => ['land', { from: landPosition(mu), to: landPosition(mu) + 1 }],
  places: (id) => ['places', [id]],
};

/** Whether somebody meets an alternative, by the handbook; undefined: nobody can say. */
function meets(alternative: Alternative, who: Somebody): boolean | undefined {
  const { age, sex, disability, schooling, incomePerHead, land, places, except = {}, other } = alternative;
  const isIn = (id: string, around: string): boolean => {
    const parent = context.places.find((place) => place.id === id)?.parent;
    return id === around || (parent !== undefined && isIn(parent, around));
  };
  const checks: (boolean | undefined)[] = [
    who.age >= (age?.from ?? 0) && who.age <= (age?.to ?? 200),
    sex === undefined || sex === who.sex,
    disability === undefined || disability.includes(who.disability),
    schooling === undefined || schooling.includes(who.schooling),
    places === undefined || places.some((id) => isIn(who.places, id)),
    land?.above === undefined || who.land > land.above,
    land?.from === undefined || who.land >= land.from,
    land?.to === undefined || who.land <= land.to,
    other === undefined ? true : undefined,
  ];
  for (const name of ['household', 'receives', 'insured', 'occupation'] as const) {
    const own = who[name] as readonly string[];
    checks.push(alternative[name]?.some((each) => own.includes(each)) ?? true);
    checks.push(!(except[name]?.some((each) => own.includes(each)) ?? false));
  }
  if (incomePerHead) {
    const limit = incomePerHead.below ?? incomePerHead.upTo;
    const yuan = limit === 'known' ? 700 : limit === 'ended' ? undefined : Number(limit);
    const income = who.incomePerYear / (incomePerHead.per === 'month' ? 12 : 1);
    checks.push(
      yuan === undefined ? undefined : incomePerHead.below === undefined ? income <= yuan : income < yuan,
    );
  }
  return checks.includes(false) ? false : checks.includes(undefined) ? undefined : true;
}

/** The outcome for somebody of whom all is known. */
function judge(policy: PolicyConditions, who: Somebody): Outcome {
  const isIn = policy.places?.some((id) => placesInside(id, context).includes(who.places)) ?? true;
  const met = policy.alternatives.map((alternative) => (isIn ? meets(alternative, who) : false));
  if (met.every((each) => each === false)) return 'no';
  return met.includes(true) && !policy.isTentative ? 'likely' : 'open';
}

const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const limit = fc.constantFrom<(number | string)[]>(500, 700, 'known', 'ended');
const parts: { [F in keyof Somebody]: fc.Arbitrary<Partial<Alternative>> } = {
  age: fc
    .constantFrom({ from: 60 }, { to: 17 }, { from: 16, to: 59 }, { from: 80 }, { to: 60 })
    .map((age) => ({ age })),
  sex: fc.constantFrom('female', 'male').map((sex) => ({ sex }) as Partial<Alternative>),
  disability: some(['1', '2', '3', '4']).map((disability) => ({ disability }) as Partial<Alternative>),
  schooling: some(['vocational', 'college']).map((schooling) => ({ schooling }) as Partial<Alternative>),
  household: fc
    .tuple(maybe(some(['di-bao', 'tuo-pin', 'jian-ce'])), maybe(some(['bian-yuan'])))
    .map(([household, none]) => ({ household, except: { household: none } }) as Partial<Alternative>),
  receives: some(['te-kun', 'injury-care']).map(
    (receives) => ({ except: { receives } }) as Partial<Alternative>,
  ),
  insured: some(['medical', 'employee-pension']).map((insured) => ({ insured }) as Partial<Alternative>),
  occupation: some(['farming', 'employed']).map((occupation) => ({ occupation }) as Partial<Alternative>),
  incomePerYear: fc
    .tuple(limit, fc.boolean(), fc.constantFrom<('month' | 'year')[]>('month', 'year'))
    .map(([value, isBelow, per]) => ({
      incomePerHead: { ...(isBelow ? { below: value } : { upTo: value }), per },
    })),
  land: fc
    .constantFrom({ above: 0 }, { from: 10 }, { to: 5 }, { above: 0, to: 10 })
    .map((land) => ({ land })),
  places: some(['town', 'village', 'other-town']).map((places) => ({ places })),
};
const factNames = Object.keys(parts) as (keyof Somebody)[];

/** A county whose policies use at most three facts, so that every answer can be tried. */
const county = fc.subarray(factNames, { minLength: 1, maxLength: 3 }).chain((names) => {
  const alternative = fc
    .tuple(
      fc.subarray(names, { minLength: 1 }).chain((used) => fc.tuple(...used.map((name) => parts[name]))),
      fc.option(fc.constant('别的也要看'), { nil: undefined, freq: 6 }),
    )
    .map(([facts, other]): Alternative => Object.assign({}, ...facts, other && { other }));
  const policy = fc.record(
    {
      alternatives: fc.array(alternative, { minLength: 1, maxLength: 4 }),
      isTentative: fc.constantFrom(false, false, false, true),
      places: names.includes('places')
        ? fc.constantFrom(undefined, ['town'], ['other-town'])
        : fc.constant(undefined),
    },
    { requiredKeys: ['alternatives'] },
  );
  return fc.record({ names: fc.constant(names), policies: fc.array(policy, { minLength: 1, maxLength: 4 }) });
});

/** Everybody who differs from `anybody` in the given facts only. */
function* everybody(names: readonly (keyof Somebody)[], who: Somebody = anybody): Generator<Somebody> {
  const [first, ...rest] = names;
  if (first === undefined) yield who;
  else for (const value of samples[first]) yield* everybody(rest, { ...who, [first]: value });
}

const answersOf = (who: Somebody, names: readonly (keyof Somebody)[]): Answers =>
  Object.fromEntries(
    names.map((name) => (toKnown[name] as (value: unknown) => [FactName, Known])(who[name])),
  );
const factOf = (name: keyof Somebody): FactName => (name === 'incomePerYear' ? 'incomePerHead' : name);

/** What trying everybody says: no for all, likely for all, or neither. */
function bruteForce(
  policy: PolicyConditions,
  known: readonly (keyof Somebody)[],
  unknown: readonly (keyof Somebody)[],
  who: Somebody,
): Outcome {
  const found = new Set<Outcome>();
  for (const each of everybody(unknown, {
    ...anybody,
    ...Object.fromEntries(known.map((name) => [name, who[name]])),
  }))
    found.add(judge(policy, each));
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : 'open';
}

/** The person that seeds pick from the samples. */
function pick(names: readonly (keyof Somebody)[], seeds: readonly number[]): Somebody {
  const chosen = names.map((name, index) => [
    name,
    samples[name][(seeds[index] ?? 0) % samples[name].length],
  ]);
  return { ...anybody, ...Object.fromEntries(chosen) };
}

const seeds = fc.array(fc.nat(1000), { minLength: 3, maxLength: 3 });
const runs = { numRuns: 200 };

test('for 200 made counties the outcome of every partial answer is that of trying everybody', () => {
  fc.assert(
    fc.property(county, seeds, fc.nat(7), ({ names, policies }, chosen, mask) => {
      const who = pick(names, chosen);
      const known = names.filter((_, index) => mask & (1 << index));
      const unknown = names.filter((name) => !known.includes(name));
      for (const policy of policies) {
        const found = outcomeOf(compileConditions(policy, context), answersOf(who, known));
        expect(found).toBe(bruteForce(policy, known, unknown, who));
      }
    }),
    runs,
  );
});

test('a question is asked if and only if some answer, with or without further answers, changes an outcome', () => {
  fc.assert(
    fc.property(county, seeds, fc.nat(7), fc.nat(7), ({ names, policies }, chosen, mask, declinedMask) => {
      const who = pick(names, chosen);
      const known = names.filter((_, index) => mask & (1 << index));
      const declined = names.filter((name, index) => !known.includes(name) && declinedMask & (1 << index));
      const free = names.filter((name) => !known.includes(name) && !declined.includes(name));
      for (const policy of policies) {
        const compiled = compileConditions(policy, context);
        const asked = openFacts(compiled, answersOf(who, known), new Set(declined.map(factOf)));
        expect(asked.toSorted()).toEqual(
          free
            .filter((name) => changesSomething(policy, name, { who, known, declined, free }))
            .map(factOf)
            .toSorted(),
        );
      }
    }),
    runs,
  );
});

interface Situation {
  who: Somebody;
  known: readonly (keyof Somebody)[];
  declined: readonly (keyof Somebody)[];
  free: readonly (keyof Somebody)[];
}

/** Whether an answer to `name` changes what brute force says, for some answers to the other free facts. */
function changesSomething(
  policy: PolicyConditions,
  name: keyof Somebody,
  { who, known, declined, free }: Situation,
): boolean {
  const others = free.filter((each) => each !== name);
  for (const each of everybody(others, who)) {
    const before = bruteForce(policy, [...known, ...others], [...declined, name], each);
    for (const value of samples[name]) {
      const answered = { ...each, [name]: value };
      if (bruteForce(policy, [...known, ...others, name], declined, answered) !== before) return true;
    }
  }
  return false;
}

test('answering the questions, with any of them left at 说不准, ends where all answers would', () => {
  fc.assert(
    fc.property(
      county,
      seeds,
      fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
      ({ names, policies }, chosen, unsure) => {
        const who = pick(names, chosen);
        const compiled = policies.map((policy) => compileConditions(policy, context));
        const { answers, declined } = answerAll(compiled, who, names, unsure);
        const given = names.filter((name) => factOf(name) in answers);
        for (const [index, policy] of policies.entries()) {
          const unasked = names.filter((name) => !given.includes(name) && !declined.has(factOf(name)));
          const unknown = names.filter((name) => declined.has(factOf(name)));
          // Facts that were never asked may have any value: here they have those of the person.
          expect(outcomeOf(compiled[index] as CompiledConditions, answers)).toBe(
            bruteForce(policy, [...given, ...unasked], unknown, who),
          );
        }
      },
    ),
    runs,
  );
});

/** Answers what the policies ask, one question after another. */
function answerAll(
  policies: readonly CompiledConditions[],
  who: Somebody,
  names: readonly (keyof Somebody)[],
  unsure: readonly boolean[],
) {
  let answers: Answers = {};
  const declined = new Set<FactName>();
  for (;;) {
    const [next] = policies.flatMap((policy) => openFacts(policy, answers, declined));
    if (next === undefined) return { answers, declined };
    const index = names.findIndex((name) => factOf(name) === next);
    if (unsure[index]) declined.add(next);
    else answers = { ...answers, ...answersOf(who, names.slice(index, index + 1)) };
  }
}
