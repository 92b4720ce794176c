/** Identity card numbers: 18 digits with a birthday and a check digit (GB 11643-1999), or the 15 of cards before 1999. */
import { isDate } from '../../schema/formats.ts';
import { type DigitRun, gapIn } from './digit-groups.ts';
import { isSerial } from './surroundings.ts';
import { windowAt } from './windows.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';
/** First two digits of the codes of provinces (GB/T 2260), and of the cards of residents from Hong Kong, Macao and Taiwan. */
const PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[123])/;
const MIN_BIRTH_YEAR = 1900;
const LENGTH = 18;
const OLD_LENGTH = 15;

/** Whether 18 digits are the identity card number of somebody born in 1900 to `year`. */
export function isIdNumber(number: string, year: number): boolean {
  if (!/^\d{17}[\dX]$/i.test(number) || !hasBirthday(number, year)) return false;
  const sum = WEIGHTS.reduce((all, weight, place) => all + weight * Number(number[place]), 0);
  return CHECKS[sum % 11] === number[17]?.toUpperCase();
}

/** Whether an identity number has a province code and a birthday up to `year` at their positions. */
function hasBirthday(number: string, year: number): boolean {
  const born = Number(number.slice(6, 10));
  if (!PROVINCES.test(number) || born < MIN_BIRTH_YEAR || born > year) return false;
  return isDate(`${born}-${number.slice(10, 12)}-${number.slice(12, 14)}`);
}

/** Whether 15 digits have the form of a card number before 1999: such people were born in 1900 to 1999. */
export function isOldIdNumber(number: string): boolean {
  if (!/^\d{15}$/.test(number) || !PROVINCES.test(number)) return false;
  return isDate(`19${number.slice(6, 8)}-${number.slice(8, 10)}-${number.slice(10, 12)}`);
}

const LAST_X = /^[\s\S]{0,60}?[Xx×✕ＸｘⅩⅹ叉](?![A-Za-z])/;
const CARD = /身份证|公民身份|证件号|身份号|一代证|居民证/;
/** Words that may also refer to other numbers. */
const PERHAPS_CARD = /[老旧]证|证号|证件|证上|15位|十五位|身份证/;
/** Maximum distance from the words 身份证 to a number of 15 digits. */
const MAX_LABEL_DISTANCE = 40;

/** The end of the identity card number that begins with the group at `from` of a run; undefined if none does. */
export function idNumberAt(text: string, run: DigitRun, from: number, year: number): number | undefined {
  const whole = windowAt(run, from, LENGTH);
  if (whole && isIdNumber(whole.digits, year)) return whole.end;
  const disabled = disabilityNumberAt(text, run, from, year);
  if (disabled !== undefined) return disabled;
  const withoutX = windowAt(run, from, LENGTH - 1);
  if (withoutX && isIdNumber(`${withoutX.digits}X`, year)) {
    const end = endOfX(text, withoutX.end);
    if (end !== undefined) return end;
  }
  const old = windowAt(run, from, OLD_LENGTH);
  return old && isOldIdNumber(old.digits) && isLabelled(text, old.start) ? old.end : undefined;
}

/** The number of a disability card: an identity number, a kind of disability (1-7) and its degree (1-4), written as one. */
const DISABILITY_LENGTH = 20;

function disabilityNumberAt(text: string, run: DigitRun, from: number, year: number): number | undefined {
  const whole = windowAt(run, from, DISABILITY_LENGTH);
  if (whole === undefined || !/[1-7][1-4]$/.test(whole.digits)) return undefined;
  if (!hasBirthday(whole.digits.slice(0, LENGTH), year)) return undefined;
  const before = text.slice(Math.max(0, whole.start - MAX_LABEL_DISTANCE), whole.start);
  return /残疾|残联|残证/.test(before) ? whole.end : undefined;
}

function endOfX(text: string, end: number): number | undefined {
  const [upTo] = LAST_X.exec(text.slice(end, end + 64)) ?? [];
  return upTo !== undefined && gapIn(upTo.slice(0, -1)) !== undefined ? end + upTo.length : undefined;
}

/**
 * The end of a possible identity number: 15 digits near words that may mean such a card, or 18 directly after its label with a
 * wrong check digit, as in a mistyped one.
 */
export function perhapsIdNumberAt(
  text: string,
  run: DigitRun,
  from: number,
  year: number,
): number | undefined {
  const old = windowAt(run, from, OLD_LENGTH);
  if (old && isOldIdNumber(old.digits) && !isSerial(text, old.start)) {
    const around = text.slice(Math.max(0, old.start - MAX_LABEL_DISTANCE), old.end + MAX_LABEL_DISTANCE);
    if (PERHAPS_CARD.test(around)) return old.end;
  }
  const whole = windowAt(run, from, LENGTH);
  if (whole === undefined || !hasBirthday(whole.digits, year)) return undefined;
  const before = text.slice(Math.max(0, whole.start - 12), whole.start);
  return /(?:身份证|证件|公民身份|残疾证|残疾人证)[（(]?(?:上的?)?(?:号码?)?(?:写着|写的|是|为|[：:\s（(])*$/.test(
    before,
  )
    ? whole.end
    : undefined;
}

function isLabelled(text: string, start: number): boolean {
  return CARD.test(text.slice(Math.max(0, start - MAX_LABEL_DISTANCE), start)) && !isSerial(text, start);
}
