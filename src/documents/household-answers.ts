/** The answers of a household in the finder: what they say of each fact, and their form in the address. The phone runs it. */
import { type FactName, factNames, facts, minAgeOf } from '../schema/facts.ts';
import type { ConditionContext } from './conditions.ts';
import {
  type Answers,
  agePosition,
  type Known,
  placesInside,
  type Range,
  valuesOf,
  WHOLE_LINE,
} from './fact-values.ts';

/** A range of a number, the value of any other fact, or that the person is unsure. */
export type FactAnswer = Range | string;
export const UNSURE = 'unsure';

export type FactAnswers = Readonly<Partial<Record<FactName, FactAnswer>>>;

/** The facts of the household once, and those of each person. */
export interface Household {
  shared: FactAnswers;
  people: readonly FactAnswers[];
}

export const EMPTY_HOUSEHOLD: Household = { shared: {}, people: [{}] };

/** The most people of one household in an address. */
const MAX_PEOPLE = 20;

/**
 * What is known of a person, and the facts that are not to be asked: those that were, since an answer is final, also one that leaves several
 * possibilities, and those for which the person is too young.
 */
export function knownOf(
  { shared, people }: Household,
  index: number,
  places: ConditionContext['places'],
): { answers: Answers; asked: Set<FactName> } {
  const given = { ...shared, ...people[index] };
  const answers: Partial<Record<FactName, Known>> = {};
  const asked = new Set<FactName>();
  for (const fact of factNames) {
    const answer = given[fact];
    if (answer !== undefined || isTooYoung(given, fact)) asked.add(fact);
    if (answer === UNSURE) continue;
    if (typeof answer === 'string')
      answers[fact] = facts[fact].kind === 'place' ? placesInside(answer, { places }) : [answer];
    else if (answer) answers[fact] = answer;
  }
  return { answers, asked };
}

/** Whether somebody of these answers is surely too young to be asked for a fact. */
export function isTooYoung({ age }: FactAnswers, fact: FactName): boolean {
  const years = minAgeOf(fact);
  return years !== undefined && typeof age === 'object' && age.to <= agePosition(years);
}

/** The household with another answer of a person; the household's own facts are the same for all. Undefined removes the answer. */
export function withAnswer(
  { shared, people }: Household,
  index: number,
  fact: FactName,
  answer: FactAnswer | undefined,
): Household {
  if (facts[fact].scope === 'household') return { shared: { ...shared, [fact]: answer }, people };
  return {
    shared,
    people: people.map((person, at) => (at === index ? { ...person, [fact]: answer } : person)),
  };
}

/**
 * The household for the part of an address behind the #: `jia=places.bai-yi&ren=age.120-160_disability.unsure`. Only letters, digits and
 * `-._~=&`, which no chat app takes for the end of a link.
 */
export function toFragment({ shared, people }: Household): string {
  return [`jia=${toText(shared)}`, ...people.map((person) => `ren=${toText(person)}`)].join('&');
}

/** The household of an address; facts and values that this site does not have are left out. Undefined if there is none. */
export function fromFragment(fragment: string, places: ConditionContext['places']): Household | undefined {
  // Some chat apps write ~ and _ as %7E and %5F.
  const plain = fragment.replace(/%(7E|5F|3D|26)/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  const parts = plain.replace(/^#/, '').split('&');
  const textsOf = (name: string) =>
    parts.filter((part) => part.startsWith(`${name}=`)).map((part) => part.slice(name.length + 1));
  const people = textsOf('ren').slice(0, MAX_PEOPLE);
  if (people.length === 0) return undefined;
  return {
    shared: fromText(textsOf('jia')[0] ?? '', 'household', places),
    people: people.map((text) => fromText(text, 'person', places)),
  };
}

const NO_MEMBER = 'none';

function toText(answers: FactAnswers): string {
  return factNames
    .flatMap((fact) => {
      const answer = answers[fact];
      return answer === undefined ? [] : [`${fact}.${valueText(answer)}`];
    })
    .join('_');
}

function valueText(answer: FactAnswer): string {
  if (typeof answer === 'string') return answer.split(' ').join('~') || NO_MEMBER;
  return `${answer.from}-${answer.to === WHOLE_LINE.to ? '' : answer.to}`;
}

function fromText(
  text: string,
  scope: 'household' | 'person',
  places: ConditionContext['places'],
): FactAnswers {
  const answers: Partial<Record<FactName, FactAnswer>> = {};
  for (const part of text.split('_')) {
    const dot = part.indexOf('.');
    const fact = factNames.find((name) => name === part.slice(0, dot) && facts[name].scope === scope);
    const answer = fact && readValue(fact, part.slice(dot + 1), places);
    if (fact && answer !== undefined) answers[fact] = answer;
  }
  return answers;
}

function readValue(fact: FactName, text: string, places: ConditionContext['places']): FactAnswer | undefined {
  if (text === UNSURE) return UNSURE;
  const { kind } = facts[fact];
  if (kind === 'number') {
    const [, from, to] = /^(\d{1,15})-(\d{0,15})$/.exec(text) ?? [];
    if (from === undefined) return undefined;
    const range = { from: Number(from), to: to ? Number(to) : WHOLE_LINE.to };
    return range.from < range.to ? range : undefined;
  }
  const value = kind === 'set' ? (text === NO_MEMBER ? '' : text.split('~').sort().join(' ')) : text;
  return valuesOf(fact, { places }).includes(value) ? value : undefined;
}
