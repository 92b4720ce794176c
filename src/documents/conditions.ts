/**
 * The conditions of policies as sets of values, for a household of which only some facts are known. The phone runs it, so it uses neither
 * zod nor the DOM.
 *
 * The values of a fact are cut into classes by the conditions of one policy: ages by its thresholds, grades and places by what it says of
 * them. Two values of a class are the same to this policy, so trying one value of each class is trying all.
 */
import type { Alternative } from '../schema/alternative.ts';
import { type FactName, factNames, facts } from '../schema/facts.ts';
import { type AmountRates, rateOn } from './amounts.ts';
import {
  agePosition,
  incomePosition,
  type Known,
  landPosition,
  type PlaceContext,
  placesInside,
  type Range,
  splitLine,
  valuesOf,
} from './fact-values.ts';

/** The conditions of a policy as its page for the phone has them. */
export interface PolicyConditions {
  alternatives: readonly Alternative[];
  /** The places of the policy; absent: the whole county. */
  places?: readonly string[] | undefined;
  /** Whether the local terms are unknown: then nothing is certain. */
  isTentative?: boolean | undefined;
}

/** What conditions are compared with. */
export interface ConditionContext extends PlaceContext {
  rates: AmountRates;
  /** The day on which the rates are taken, `YYYY-MM-DD`. */
  day: string;
}

/** A fact of a policy with its classes. */
export interface PolicyFact {
  /** A condition without a fact is one that no question settles: `other`, an unpublished rate, unknown local terms. */
  fact: FactName | undefined;
  classes: readonly Known[];
  /** The index of the class of each value; undefined for a number, and for a condition without a fact. */
  classOf?: ReadonlyMap<string, number> | undefined;
}

/** For each fact of the policy, by its index, which classes the alternative allows; undefined: all. */
export type Box = readonly (readonly boolean[] | undefined)[];

/** A policy ready to be compared with answers. */
export interface CompiledConditions {
  facts: readonly PolicyFact[];
  boxes: readonly Box[];
}

/** A test of one fact in one alternative; tests with one `key` allow the same values. */
type Test = { range: Range } | { allows: (value: string) => boolean; key: string } | 'undecidable';

/** The conditions of a policy on a day, ready to be compared with answers. */
export function compileConditions(policy: PolicyConditions, context: ConditionContext): CompiledConditions {
  const tests = policy.alternatives.map((alternative) => testsOf(alternative, policy, context));
  const used = factNames.filter((fact) => tests.some((each) => each.some((test) => test.fact === fact)));
  const compiled = used.map((fact) => policyFact(fact, testsOfFact(tests, fact), context));
  const boxes = tests.map((each): (readonly boolean[] | undefined)[] =>
    compiled.map(({ fact, classes }) => {
      const own = each.filter((test) => test.fact === fact);
      return own.length === 0
        ? undefined
        : classes.map((known) => own.every(({ test }) => allows(test, known)));
    }),
  );
  // One undecidable condition stands for all of an alternative: none of them is ever answered.
  for (const [index, each] of tests.entries()) {
    if (!each.some(({ test }) => test === 'undecidable')) continue;
    for (const box of boxes) box.push(box === boxes[index] ? [true, false] : undefined);
    compiled.push({ fact: undefined, classes: [['yes'], ['no']] });
  }
  return { facts: compiled, boxes };
}

interface NamedTest {
  fact: FactName | undefined;
  test: Test;
}

const testsOfFact = (tests: readonly NamedTest[][], fact: FactName): Test[] =>
  tests.flatMap((each) => each.filter((test) => test.fact === fact).map(({ test }) => test));

function testsOf(alternative: Alternative, policy: PolicyConditions, context: ConditionContext): NamedTest[] {
  const tests: NamedTest[] = [];
  const add = (fact: FactName | undefined, test: Test) => tests.push({ fact, test });
  const { age, sex, incomePerHead, land, except = {}, other } = alternative;
  if (age)
    add('age', {
      range: {
        from: agePosition(age.from ?? 0),
        to: age.to === undefined ? Number.POSITIVE_INFINITY : agePosition(age.to + 1),
      },
    });
  if (sex) add('sex', oneIn([sex]));
  for (const fact of ['disability', 'schooling'] as const) {
    const list = alternative[fact];
    if (list) add(fact, oneIn(list));
  }
  for (const fact of ['household', 'receives', 'insured', 'occupation'] as const) {
    const [any, none] = [alternative[fact], except[fact]];
    if (any) add(fact, { allows: (set) => any.some((member) => hasMember(set, member)), key: `${any}` });
    if (none) add(fact, { allows: (set) => !none.some((member) => hasMember(set, member)), key: `!${none}` });
  }
  if (incomePerHead) {
    const range = incomeRange(incomePerHead, context);
    if (range) add('incomePerHead', { range });
    else add(undefined, 'undecidable');
  }
  if (land) add('land', { range: landRange(land) });
  for (const places of [policy.places, alternative.places])
    if (places) add('places', oneIn(places.flatMap((id) => placesInside(id, context))));
  if (other !== undefined || policy.isTentative) add(undefined, 'undecidable');
  return tests;
}

/** The ids of the rates that conditions use, each once. */
export function ratesOfConditions(alternatives: readonly Alternative[] = []): string[] {
  const limits = alternatives.flatMap(({ incomePerHead: { below, upTo } = {} }) => [below, upTo]);
  return Array.from(new Set(limits.filter((limit): limit is string => typeof limit === 'string')));
}

function oneIn(list: readonly string[]): Test {
  const values = new Set(list);
  return { allows: (value) => values.has(value), key: `${list}` };
}
const hasMember = (set: string, member: string): boolean => set.split(' ').includes(member);

function incomeRange(
  { below, upTo, per }: NonNullable<Alternative['incomePerHead']>,
  { rates, day }: ConditionContext,
): Range | undefined {
  const limit = below ?? upTo ?? 0;
  const amount = typeof limit === 'number' ? limit : rateOn(rates, limit, day);
  if (amount === undefined) return undefined;
  return { from: 0, to: incomePosition(amount, per) + (below === undefined ? 1 : 0) };
}

/** The land that an alternative allows. */
export function landRange({ above, from, to }: NonNullable<Alternative['land']>): Range {
  return {
    from: above === undefined ? landPosition(from ?? 0) : landPosition(above) + 1,
    to: to === undefined ? Number.POSITIVE_INFINITY : landPosition(to) + 1,
  };
}

const factsByPlaces = new WeakMap<PlaceContext['places'], Map<string, PolicyFact>>();

/** A fact with its classes; policies that say the same of it have one object, so that a slow phone computes it once. */
function policyFact(fact: FactName, tests: readonly Test[], context: ConditionContext): PolicyFact {
  const known = factsByPlaces.get(context.places) ?? new Map<string, PolicyFact>();
  factsByPlaces.set(context.places, known);
  // Without the functions, and an open end is null.
  const key = fact + JSON.stringify(tests);
  const made = known.get(key) ?? { fact, ...classesOf(fact, tests, context) };
  known.set(key, made);
  return made;
}

/** The classes of a fact, and of each value that is not a number the index of its class. */
function classesOf(
  fact: FactName,
  tests: readonly Test[],
  context: ConditionContext,
): Pick<PolicyFact, 'classes' | 'classOf'> {
  if (facts[fact].kind === 'number') {
    const ranges = tests.flatMap((test) => (typeof test === 'object' && 'range' in test ? [test.range] : []));
    return { classes: splitLine(ranges) };
  }
  const classes: string[][] = [];
  const indexes = new Map<string, number>();
  const classOf = new Map<string, number>();
  for (const value of valuesOf(fact, context)) {
    let signature = '';
    for (const test of tests) signature += allowsValue(test, value) ? '1' : '0';
    const index = indexes.get(signature) ?? classes.push([]) - 1;
    indexes.set(signature, index);
    classes[index]?.push(value);
    classOf.set(value, index);
  }
  return { classes, classOf };
}

function allowsValue(test: Test, value: string): boolean {
  return test === 'undecidable' || ('allows' in test && test.allows(value));
}

/** Whether a test allows a class; all values of a class are the same to it. */
function allows(test: Test, known: Known): boolean {
  if (test === 'undecidable') return true;
  if ('range' in test) return 'from' in known && test.range.from <= known.from && known.to <= test.range.to;
  return !('from' in known) && allowsValue(test, known[0] ?? '');
}
