/**
 * The name of a page in the index. It says of which type the page is and until which day it holds, so that the phone puts all
 * pages of an answer in order before it opens the first: each is a file to fetch.
 */
import { daysBetween } from '../documents/dates.ts';
import type { ValidityPeriod } from './has-ended.ts';
import type { ResultType } from './result-types.ts';

/** Pagefind's name for an index in which words are taken as they are; it stands before each name. */
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

/** Days are counted from here, with three digits of 36: to the year 2127. */
const FIRST_DAY = '2000-01-01';
const DAY_LENGTH = 3;
/** After the language: the type, the last day where there is one, the digest. */
const FRAGMENT_ID = /_([a-z])([0-9a-z]{3})?[0-9a-z]{8}$/;
const MAX_DAY_NUMBER = 36 ** DAY_LENGTH - 1;

/** The name of a page with these facts; `digest`, of eight characters, tells it from all others. */
export function fragmentId(facts: ValidityPeriod & { type: ResultType }, digest: string): string {
  const last = lastDayOf(facts);
  return `${LANGUAGE}_${letters[facts.type]}${last === undefined ? '' : dayDigits(last)}${digest}`;
}

/** What the name of a page says: its type, and whether its last day lies before `today`. */
export function readFragmentId(
  name: string,
  today: string,
): { type: ResultType | undefined; isOver: boolean } {
  const [, letter = '', last = ''] = FRAGMENT_ID.exec(name) ?? [];
  return { type: types.get(letter), isOver: last !== '' && last < dayDigits(today) };
}

/** The last day of a policy or a notice, as status.ts has it; undefined for what has none. */
function lastDayOf({ type, until, starts, ends }: ValidityPeriod): string | undefined {
  return type === 'policy' ? until : (ends ?? starts);
}

function dayDigits(day: string): string {
  const number = Math.min(MAX_DAY_NUMBER, Math.max(0, daysBetween(FIRST_DAY, day)));
  return number.toString(36).padStart(DAY_LENGTH, '0');
}
