/**
 * Telephone numbers in a text in any form: with hyphens, spaces, brackets, area code or country code. For the index and for queries,
 * so that one number has one form. They are recognised by their shape, after the 电信网编号计划 of 工业和信息化部 (2017). Runs in the build and on the phone.
 */

export interface Telephone {
  /** All digits, with the area code if there is one, without the country code of China. */
  digits: string;
  /** The same without the area code, if there is one. */
  local?: string;
  /** As in the text. */
  text: string;
  /** Index in the text. */
  at: number;
}

const DASHES = '\\-‐‑‒–—―−';
const CANDIDATE = new RegExp(`\\+?[0-9]+(?:[${DASHES}\\s()]{1,3}[0-9]+)*`, 'g');

/** Maximum groups of digits in one number: +86 400 123 4567. */
const MAX_GROUPS = 4;

/** 010 and 02x have three digits, all others four; no number after them begins with 0 or 1. */
const LANDLINE = /^0(?:10|2\d|[3-9]\d\d)[2-9]\d{6,7}$/;
const AREA = /^0(?:10|2\d|[3-9]\d\d)$/;
const MOBILE = /^1[3-9]\d{9}$/;
const TOLL_FREE = /^[48]00\d{7}$/;
const LOCAL = /^[2-9]\d{6,7}$/;
/** 110, 12345, 95588, 96110, 118114, 1069…: short ones, and longer ones of the same ranges, up to 15 digits (an identity number has 18). */
const SERVICE = /^(?:11[0-9]|12[0-2]|1[0-2]\d{3}|11[468]\d{3}|1[0-2]\d{6,13}|9[56]\d{3,12})$/;
/** A date without separators: 20260315. */
const DAY = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

interface Group {
  digits: string;
  at: number;
  end: number;
}

/** The shortest number is that of a service, 110; most numbers of a text are shorter. */
const MIN_LENGTH = 3;

/** All numbers in a normalized text, in order. */
export function telephonesIn(text: string): Telephone[] {
  return Array.from(text.matchAll(CANDIDATE)).flatMap((match) => {
    if (match[0].length < MIN_LENGTH) return [];
    const at = match.index ?? 0;
    const isAbroad = match[0].startsWith('+');
    const groups = Array.from(match[0].matchAll(/[0-9]+/g), (group): Group => {
      const from = at + (group.index ?? 0);
      return { digits: group[0], at: from, end: from + group[0].length };
    });
    return inGroups(groups, isAbroad, text);
  });
}

/** Matches the longest number at each position. */
function inGroups(groups: readonly Group[], isAbroad: boolean, text: string): Telephone[] {
  const found: Telephone[] = [];
  for (let from = 0; from < groups.length; ) {
    let count = Math.min(MAX_GROUPS, groups.length - from);
    for (; count > 0; count -= 1) {
      const taken = groups.slice(from, from + count);
      const number = numberOf(
        taken.map(({ digits }) => digits),
        isAbroad && from === 0,
      );
      if (number === undefined) continue;
      const [at, end] = [taken[0]?.at ?? 0, taken[taken.length - 1]?.end ?? 0];
      const start = isAbroad && from === 0 ? at - 1 : at;
      found.push({ ...number, text: text.slice(start, end), at: start });
      break;
    }
    from += Math.max(1, count);
  }
  return found;
}

function numberOf(
  groups: readonly string[],
  isAbroad: boolean,
): Pick<Telephone, 'digits' | 'local'> | undefined {
  const joined = groups.join('');
  const home = withoutCountry(groups, isAbroad);
  if (home !== undefined) {
    // After the country code an area code has no zero: +86 10 6….
    const [first = '', ...others] = home;
    const landline = isWhole(home.join('')) ? undefined : numberAtHome([`0${first}`, ...others]);
    return landline ?? numberAtHome(home);
  }
  if (/^00[1-9]/.test(joined)) return joined.length >= MIN_ABROAD_LENGTH ? { digits: joined } : undefined;
  if (isAbroad) return joined.length >= MIN_ABROAD_LENGTH - 2 ? { digits: `00${joined}` } : undefined;
  return numberAtHome(groups);
}

/** Minimum digits of a number abroad, with 00 and its country code. */
const MIN_ABROAD_LENGTH = 10;

/** Whether it is complete without an area code. */
function isWhole(digits: string): boolean {
  return MOBILE.test(digits) || TOLL_FREE.test(digits);
}

/** The groups after +86, 0086, or 86 as a group of its own; undefined if there is none. */
function withoutCountry(groups: readonly string[], isAbroad: boolean): string[] | undefined {
  const [first = '', ...others] = groups;
  const code = /^0086/.test(first)
    ? '0086'
    : /^86/.test(first) && (isAbroad || first === '86')
      ? '86'
      : undefined;
  if (code === undefined) return undefined;
  const left = [first.slice(code.length), ...others].filter((group) => group !== '');
  return left.length > 0 ? left : undefined;
}

function numberAtHome(groups: readonly string[]): Pick<Telephone, 'digits' | 'local'> | undefined {
  const [first = '', second = ''] = groups;
  const digits = groups.join('');
  // A group after a complete number is an extension: 0357-5122345-2.
  if (groups.length > 1 && LANDLINE.test(groups.slice(0, -1).join(''))) return undefined;
  if (LANDLINE.test(digits)) return { digits, local: digits.slice(/^0(?:10|2)/.test(digits) ? 3 : 4) };
  // Other lengths too: 0357-12345, and a number with a digit missing.
  if (groups.length === 2 && AREA.test(first) && /^\d{5,8}$/.test(second)) return { digits, local: second };
  if (isWhole(digits)) return { digits };
  if (groups.length === 1 && (SERVICE.test(digits) || (LOCAL.test(digits) && !DAY.test(digits))))
    return { digits };
  const isSplit = groups.length === 2 && /^\d{3,4}$/.test(first) && /^\d{4}$/.test(second);
  return isSplit && LOCAL.test(digits) ? { digits } : undefined;
}

/** Whether its groups cannot be separate numbers: 3000-5000 may be one telephone number or two amounts. */
export function isCertain({ digits, text }: Telephone): boolean {
  return text !== digits && !LOCAL.test(digits);
}

const EXTENSION = new RegExp(`^(?:[${DASHES}]|\\s*(?:转|分机)\\s*)[0-9]{1,6}(?![0-9])`);

/** The extension to dial after a number of a text, if there is one: 801 of 0357-5122345转801. */
export function extensionOf(text: string, { text: number, at }: Telephone): string | undefined {
  return EXTENSION.exec(text.slice(at + number.length))?.[0].replace(/[^0-9]/g, '');
}

/** The text with spaces in place of these numbers and their extensions. */
export function withoutTelephones(text: string, telephones: readonly Telephone[]): string {
  return telephones.reduce((left, { text: number, at }) => {
    const behind = left.slice(at + number.length);
    const extension = EXTENSION.exec(behind)?.[0] ?? '';
    return left.slice(0, at) + ' '.repeat(number.length + extension.length) + behind.slice(extension.length);
  }, text);
}

/** Suffix of a telephone token; then a letter for whether the page has it with or without area code. */
const TELEPHONE_SUFFIX = 't';
const WITH_AREA_SUFFIX = 'a';
const WITHOUT_AREA_SUFFIX = 'b';

/** So many of the last digits of a number are enough to find it: what somebody remembers, or has on a torn note. */
export const LAST_DIGITS = 6;

/** The last digits of a longer number. */
export function lastDigits({ digits }: Telephone): string | undefined {
  return digits.length > LAST_DIGITS ? digits.slice(-LAST_DIGITS) : undefined;
}

/** The tokens under which a number is indexed. */
export function telephoneIndexTokens({ digits, local }: Telephone): string[] {
  if (local === undefined) return [digits + TELEPHONE_SUFFIX + WITHOUT_AREA_SUFFIX];
  return [digits + TELEPHONE_SUFFIX, local + TELEPHONE_SUFFIX + WITH_AREA_SUFFIX];
}

/**
 * The tokens to look a number up by: one without area code is found with each area code; one with it as it is, and on pages that have it
 * without, but never with another area code.
 */
export function telephoneQueryTokens({ digits, local }: Telephone): string[] {
  return local === undefined
    ? [digits + TELEPHONE_SUFFIX]
    : [digits + TELEPHONE_SUFFIX, local + TELEPHONE_SUFFIX + WITHOUT_AREA_SUFFIX];
}

/** After digits: makes them an amount, a date or a count: 5000元, 2026年, 12345人. 号 does, 号码 does not. */
const UNIT_AFTER =
  /^\s*(?:[元块万亿年月日岁人户个名亩斤米度条项次天倍分期级届页章%℃¥]|公里|千米|平方|号(?!码)|kw|kg|\.[0-9])/;
/** Lines of the whole country: 12345人工服务 means the line. */
const PUBLIC_LINE = /^(?:11[09]|12[02]|12[13]\d{2}|96110|95598)$/;
const NO_UNIT_AFTER = /^\s*(?:人[工民员]|户口|[个名]人|日常|天气|号线|次日|条件|项目|年费|月费)/;

/** Before digits: makes them a number that is no telephone: 第12345号, ￥5122345, A12345. */
const PREFIX_BEFORE = /(?:[第¥$〔[a-z]|no\.?|[0-9]\.)\s*$/;
/** 12000 and 3000000 are amounts whose unit was left out; 10000 is a telephone company. */
const ROUND_AMOUNT = /^(?!10000$)(?:\d{5}|\d{6})$/;

/** The telephone numbers of a query, decided by their shape and the adjacent text. */
export function askedTelephones(query: string): Telephone[] {
  return telephonesIn(query).filter(({ digits, text, at }) => {
    if (!isTelephoneThere(query, at, text)) return false;
    if (ROUND_AMOUNT.test(digits) && digits.endsWith('000')) return false;
    if (LOCAL.test(digits)) return !digits.endsWith('0000') && !isRange(text);
    return true;
  });
}

/** Whether the text beside digits allows a telephone number: no unit after them, no 第 before them. */
export function isTelephoneThere(query: string, at: number, text: string): boolean {
  const after = query.slice(at + text.length);
  const hasUnit = UNIT_AFTER.test(after) && !(PUBLIC_LINE.test(text) && NO_UNIT_AFTER.test(after));
  return !hasUnit && !PREFIX_BEFORE.test(query.slice(0, at));
}

/** Whether it is a range of years or amounts: 2025-2026, 3000-5000. */
function isRange(text: string): boolean {
  const [from = '', to = ''] = text.split(new RegExp(`[${DASHES}\\s]+`));
  const isYear = (group: string) => /^(?:19|20)\d\d$/.test(group);
  return to !== '' && ((isYear(from) && isYear(to)) || (from.endsWith('0') && to.endsWith('00')));
}
