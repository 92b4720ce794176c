/**
 * The id of a page in the index, which is also the name of its fragment file. It contains the type of the page and its last
 * day, so that the phone can rank all results before it fetches one.
 */
import { applicationDeadline } from '../documents/application-deadline.ts';
import { daysBetween } from '../documents/dates.ts';
import type { ValidityPeriod } from './has-ended.ts';
import type { ResultType } from './result-types.ts';

/** Pagefind's language for an index without stemming; the prefix of each id. */
export const LANGUAGE = 'unknown';

const letters: Record<ResultType, string> = {
  policy: 'p',
  notice: 'n',
  story: 's',
  guide: 'g',
  contact: 'c',
  place: 'l',
  word: 'w',
};
const types = new Map(Object.entries(letters).map(([type, letter]) => [letter, type as ResultType]));

/** Day 0; three digits in base 36 reach the year 2127. */
const FIRST_DAY = '2000-01-01';
const DAY_LENGTH = 3;
/** After the language: type, last day if any, hash. */
const FRAGMENT_ID = /_([a-z])([0-9a-z]{3})?[0-9a-z]{7}$/;
const MAX_DAY_NUMBER = 36 ** DAY_LENGTH - 1;

/** The id of a page with these facts; `hash` has seven characters. */
export function fragmentId(facts: ValidityPeriod & { type: ResultType }, hash: string): string {
  const last = lastDayOf(facts);
  return `${LANGUAGE}_${letters[facts.type]}${last === undefined ? '' : dayDigits(dayNumber(last))}${hash}`;
}

/** The type in an id, and whether its last day is before `today`. */
export function readFragmentId(
  id: string,
  today: string,
): { type: ResultType | undefined; hasEnded: boolean } {
  const [, letter = '', last = ''] = FRAGMENT_ID.exec(id) ?? [];
  return { type: types.get(letter), hasEnded: last !== '' && last < dayDigits(dayNumber(today)) };
}

/** The last day of a policy or a notice, as in status.ts; undefined for other types. */
export function lastDayOf({ type, until, apply, starts, ends }: ValidityPeriod): string | undefined {
  if (type !== 'policy') return ends ?? starts;
  return applicationDeadline({ validUntil: until, applyBy: apply });
}

function dayNumber(day: string): number {
  return Math.min(MAX_DAY_NUMBER, Math.max(0, daysBetween(FIRST_DAY, day)));
}

/** The digits of a day in an id, from its number since FIRST_DAY. */
export function dayDigits(number: number): string {
  return number.toString(36).padStart(DAY_LENGTH, '0');
}
