/**
 * Private numbers that no text may contain: of identity cards, mobile phones and bank cards. Pure functions from a text to
 * positions, used by the rules for texts and files, and for the texts of picture metadata.
 */
import { cardNumberAt, labelledCardAt } from './bank-card.ts';
import { type DigitRun, digitRuns } from './digit-groups.ts';
import { idNumberAt, perhapsIdNumberAt } from './identity.ts';
import { mobileNumberAt } from './mobile.ts';
import { withPlainDigits } from './odd-digits.ts';
import { numbersInPieces } from './pieces.ts';

export type NumberKind = 'id-number' | 'mobile-number' | 'bank-card';

/** A number in a text. */
export interface PrivateNumber {
  kind: NumberKind;
  /** Its digits as ASCII, without the country code of a telephone or the X at the end of an identity number. */
  digits: string;
  /** Offsets in the text. */
  start: number;
  end: number;
  /** Whether it is uncertain: in an odd form, in pieces, or with a wrong check digit after the right label. */
  isGuess?: boolean;
}

export interface NumberOptions {
  /** The current year: no birthday is after it. */
  year: number;
  /** The digits of mobile numbers that offices have published. */
  offices?: ReadonlySet<string>;
  /** Whether the text is records separated by commas (CSV, JSON): no number contains a comma or a line end. */
  isRecords?: boolean;
}

/** Every private number in a text, in order, without overlaps. */
export function privateNumbersIn(text: string, options: NumberOptions): PrivateNumber[] {
  const plain = wholeNumbersIn(text, options);
  const read = withPlainDigits(text);
  const odd = read === undefined ? [] : wholeNumbersIn(read, options);
  const pieces = options.isRecords ? [] : numbersInPieces(read ?? text, options.year);
  const found = [...plain];
  for (const each of [...odd, ...pieces]) {
    const isKnown = found.some(({ start, end }) => start < each.end && each.start < end);
    if (!isKnown && !options.offices?.has(each.digits)) found.push({ ...each, isGuess: true });
  }
  return found.length === plain.length ? plain : found.sort((a, b) => a.start - b.start);
}

/** Numbers whose digits are adjacent. */
function wholeNumbersIn(text: string, options: NumberOptions): PrivateNumber[] {
  const found: PrivateNumber[] = [];
  for (const run of digitRuns(text, MIN_DIGITS)) {
    let end = 0;
    for (const [from, group] of run.groups.entries()) {
      if (run.digits.length - (run.startsAt[from] ?? 0) < MIN_DIGITS) break;
      if (group.start < end) continue;
      const number = numberAt(text, run, from, options);
      if (number === undefined) continue;
      end = number.end;
      if (number.kind !== 'mobile-number' || !options.offices?.has(number.digits)) found.push(number);
    }
  }
  return found;
}

const MIN_DIGITS = 11;

function numberAt(
  text: string,
  run: DigitRun,
  from: number,
  { year, isRecords = false }: NumberOptions,
): PrivateNumber | undefined {
  const start = run.groups[from]?.start ?? 0;
  const number = (kind: NumberKind, end: number, digits = digitsUpTo(run, from, end)): PrivateNumber => {
    return { kind, digits, start, end };
  };
  const id = idNumberAt(text, run, from, year);
  const card = cardNumberAt(text, run, from, isRecords);
  // Digits that are separated one by one may match both: the longer one, which uses all of them, counts.
  if (id !== undefined && id >= (card ?? 0)) return number('id-number', id);
  if (card !== undefined) return number('bank-card', card);
  const mobile = mobileNumberAt(text, run, from, isRecords);
  if (mobile) return number('mobile-number', mobile.end, mobile.digits);
  const perhaps = perhapsIdNumberAt(text, run, from, year);
  if (perhaps !== undefined) return { ...number('id-number', perhaps), isGuess: true };
  const mistyped = isRecords ? undefined : labelledCardAt(text, run, from);
  return mistyped === undefined ? undefined : { ...number('bank-card', mistyped), isGuess: true };
}

function digitsUpTo({ groups, startsAt, digits }: DigitRun, from: number, end: number): string {
  let to = from;
  while ((groups[to]?.end ?? Number.POSITIVE_INFINITY) <= end) to += 1;
  return digits.slice(startsAt[from], startsAt[to]);
}
