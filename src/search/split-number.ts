/**
 * A telephone number, or its last digits, that a reader has typed in groups of any length: 12 2345, 51 22345, 5 1 2 2 3 4 5. In a page such
 * groups are numbers of their own, so this is only for queries. Runs on the phone.
 */
import {
  askedTelephones,
  isTelephoneThere,
  LAST_DIGITS,
  type Telephone,
  telephonesIn,
} from './telephones.ts';

/** Groups of digits with spaces, hyphens, brackets, dots or slashes between. */
const GROUPS = /[0-9]+(?:[-‐‑‒–—―−\s()._/]{1,3}[0-9]+)+/g;
/** Between amounts and dates too, so only a whole number with area code or a mobile number may have these. */
const AMBIGUOUS_SEPARATOR = /[._/]/;
/** The shortest number with area code, and the length of a mobile number. */
const CERTAIN_LENGTH = 10;
/** The shortest number that is not followed by another group of itself: 12345. */
const MIN_WHOLE_LENGTH = 5;

/** A number in groups, joined. */
export interface SplitNumber extends Telephone {
  /** Whether a page has to have it for it to be one; the groups may also be numbers of their own. */
  isPossible: boolean;
  /** Whether the query is nothing but this number, so that it is reported when no page has it. */
  isReportable: boolean;
}

/** The first number in groups in a normalised query that `askedTelephones` does not recognise. */
export function splitNumberIn(query: string): SplitNumber | undefined {
  const recognized = askedTelephones(query);
  for (const { 0: text, index: at = 0 } of query.matchAll(GROUPS)) {
    const digits = text.replace(/[^0-9]/g, '');
    const within = recognized.filter((number) => number.at >= at && number.at < at + text.length);
    // 122 345 is no accident hotline, 110 119 are two lines.
    const isRecognized =
      within.some((number) => number.digits.length >= MIN_WHOLE_LENGTH) ||
      within.map((number) => number.digits).join('') === digits;
    if (isRecognized || !isTelephoneThere(query, at, text)) continue;
    const [whole] = telephonesIn(digits).filter((number) => number.digits === digits);
    const isPossible =
      whole === undefined || digits.length < CERTAIN_LENGTH || !/^(?:0|1[3-9]|[48]00)/.test(digits);
    if (isPossible && (AMBIGUOUS_SEPARATOR.test(text) || !(whole || digits.length === LAST_DIGITS))) continue;
    const groups = text.match(/[0-9]+/g) ?? [];
    const isReportable =
      whole !== undefined && text === query.trim() && !groups.every((group) => group.endsWith('0'));
    return { ...(whole ?? { digits }), text, at, isPossible, isReportable };
  }
  return undefined;
}
