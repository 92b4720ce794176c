/**
 * The values of the facts about a household: numbers on a line, grades, sets of answers, places. The phone runs it, so it uses neither zod
 * nor the DOM.
 */
import { type FactName, facts } from '../schema/facts.ts';

/**
 * A number on a line of whole numbers: years, cents a year or hundredths of a mu, doubled. An odd number is just above the even one before
 * it, so that "less than" and "at most" are both cuts between two of them.
 */
export type LinePosition = number;

/** From `from`, included, to `to`, excluded. */
export interface Range {
  from: LinePosition;
  to: LinePosition;
}

/** What is known of a fact: a range of a number, or the values that are possible of any other fact. */
export type Known = Range | readonly string[];

/** The facts of a person and of the household; an absent one is unknown. */
export type Answers = Readonly<Partial<Record<FactName, Known>>>;

/** The least and the most of every number. */
export const WHOLE_LINE: Range = { from: 0, to: Number.POSITIVE_INFINITY };

/** The places of a county. */
export interface PlaceContext {
  /** Each place with the place around it, the county with none. */
  places: readonly { id: string; parent?: string | undefined }[];
}

/** The possible values of the facts that are not numbers: a set of several answers is one value, see `setValue`. */
export function valuesOf(fact: FactName, { places }: PlaceContext): readonly string[] {
  return facts[fact].kind === 'place' ? places.map(({ id }) => id) : fixedValuesOf(fact);
}

const fixedValues = new Map<FactName, readonly string[]>();

/** The values of a fact that are the same everywhere; computed once. */
function fixedValuesOf(fact: FactName): readonly string[] {
  const known = fixedValues.get(fact);
  if (known) return known;
  const choices = 'choices' in facts[fact] ? Object.keys((facts[fact] as { choices: object }).choices) : [];
  let sets: string[][] = [[]];
  for (const choice of choices) sets = sets.concat(sets.map((set) => [...set, choice]));
  const values = facts[fact].kind === 'set' ? sets.map(setValue) : choices;
  fixedValues.set(fact, values);
  return values;
}

/** The members of a value of a set. */
export function membersOf(value: string): string[] {
  return value === '' ? [] : value.split(' ');
}

/** The value of a set of answers: they are joined in alphabetical order; none of them is the empty text. */
export function setValue(members: readonly string[]): string {
  return [...members].sort().join(' ');
}

const insideByPlaces = new WeakMap<PlaceContext['places'], Map<string, string[]>>();

/** The ids of the places in a place, itself included; computed once for each county. */
export function placesInside(id: string, { places }: PlaceContext): readonly string[] {
  let inside = insideByPlaces.get(places);
  if (!inside) {
    inside = new Map(places.map((place) => [place.id, []]));
    const parents = new Map(places.map((place) => [place.id, place.parent]));
    for (const place of places) {
      const above = new Set<string>();
      for (let at: string | undefined = place.id; at !== undefined && !above.has(at); at = parents.get(at)) {
        above.add(at);
        inside.get(at)?.push(place.id);
      }
    }
    insideByPlaces.set(places, inside);
  }
  return inside.get(id) ?? [id];
}

/** The position of an age in full years. */
export function agePosition(years: number): LinePosition {
  return 2 * years;
}

/** The position of an income in yuan. */
export function incomePosition(amount: number, per: 'month' | 'year'): LinePosition {
  return 2 * Math.round(amount * 100) * (per === 'month' ? 12 : 1);
}

/** The position of an area in mu. */
export function landPosition(mu: number): LinePosition {
  return 2 * Math.round(mu * 100);
}

/** The line cut at the ends of ranges. */
export function splitLine(ranges: readonly Range[]): Range[] {
  const ends = ranges.flatMap(({ from, to }) => [from, to]).filter((end) => end > 0 && end < WHOLE_LINE.to);
  const cuts = Array.from(new Set(ends)).sort((a, b) => a - b);
  return [0, ...cuts].map((from, index) => ({ from, to: cuts[index] ?? WHOLE_LINE.to }));
}
