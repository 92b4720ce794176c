/**
 * Ages: whom a page is for (满60岁, 16到59岁, 不满18岁), and how old the person of a query is (爸爸70岁, 今年五十九). Both are looked up in
 * steps of five years. Runs in the build and on the phone.
 */

const STEP_YEARS = 5;
const MAX_AGE_YEARS = 100;

const DIGITS = '一二三四五六七八九';
const CHINESE_NUMBER = new RegExp(`[${DIGITS}]?十[${DIGITS}]?`, 'g');

/** Chinese numbers from 十 to 九十九 in digits. */
function toDigits(text: string): string {
  return text.replace(CHINESE_NUMBER, (number) => {
    const [tens = '', ones = ''] = number.split('十');
    const digit = (character: string) => (character === '' ? 0 : DIGITS.indexOf(character) + 1);
    return String((digit(tens) || 1) * 10 + digit(ones));
  });
}

const BETWEEN = /([0-9]{1,3})(?:周?岁)?(?:到|至|[-‐‑–—~])([0-9]{1,3})周?岁/g;
const UP_TO =
  /(?:不满|未满|不足|不到|不超过|小于|低于)([0-9]{1,3})周?岁|([0-9]{1,3})周?岁(?:\(含\)|及)?(?:以下|以内|以前|之前)/g;
const FROM = /(?:满|超过|过|从)([0-9]{1,3})周?岁|([0-9]{1,3})周?岁(?:\(含\)|及)?(?:以上|以后|起)/g;

/** From and to, in years, both included. */
type AgeRange = [from: number, to: number];

/** The ranges of ages that a normalized text names; a lower and an upper limit in one sentence are one range. */
export function ageRanges(text: string): AgeRange[] {
  if (!/岁/.test(text)) return [];
  return toDigits(text)
    .split(/[。;；!?\n]/)
    .flatMap(rangesOfSentence);
}

function rangesOfSentence(sentence: string): AgeRange[] {
  const ranges: AgeRange[] = [];
  const [upTo, from]: [number[], number[]] = [[], []];
  const collect = (to: number[]) => (_: string, one?: string, other?: string) => {
    to.push(Number(one ?? other));
    return ' ';
  };
  sentence
    .replace(BETWEEN, (_, low: string, high: string) => {
      ranges.push([Number(low), Number(high)]);
      return ' ';
    })
    .replace(UP_TO, collect(upTo))
    .replace(FROM, collect(from));
  const [low, high] = [Math.min(...from), Math.max(...upTo)];
  if (from.length > 0 && upTo.length > 0 && low < high) return [...ranges, [low, high]];
  return [
    ...ranges,
    ...from.map((age): AgeRange => [age, MAX_AGE_YEARS]),
    ...upTo.map((age): AgeRange => [0, age - 1]),
  ];
}

/** The token of an age. Nobody can type it: a query has no underscore. */
export function ageToken(age: number): string {
  return `_age${Math.floor(Math.min(age, MAX_AGE_YEARS) / STEP_YEARS) * STEP_YEARS}_`;
}

/** The tokens of all ages that a normalized text is for; none if it is for every age. */
export function ageTokens(text: string): string[] {
  const steps = new Set<string>();
  for (const [from, to] of ageRanges(text)) {
    for (let age = from; age <= to; age += STEP_YEARS) steps.add(ageToken(age));
    if (from <= to) steps.add(ageToken(to));
  }
  return steps.size > MAX_AGE_YEARS / STEP_YEARS ? [] : [...steps];
}

const NUMBER = `(?:1[01][0-9]|[1-9]?[0-9]|[${DIGITS}]?十[${DIGITS}]?)`;
/** 70岁, 七十多岁, 65了, 今年59, 快六十, 满60. A number with another unit is no age. */
const ASKED_AGE = new RegExp(
  [
    `(${NUMBER})(?:多|来|几)?周?岁(?:了|多)?`,
    `(?:今年|都|快|满|过|刚|已经|虚岁|周岁)(${NUMBER})(?![0-9.个年月日号元块万亿斤亩人天次%分点])了?`,
    `([1-9][0-9]|[${DIGITS}]十[${DIGITS}]?)了`,
  ].join('|'),
  'g',
);

/** The ages in a normalized query, and the query with spaces in their place. */
export function askedAges(query: string): { ages: number[]; rest: string } {
  const ages: number[] = [];
  const rest = query.replace(ASKED_AGE, (match: string, ...groups: (string | undefined)[]) => {
    const number = groups.slice(0, 3).find((group) => group !== undefined) ?? '';
    ages.push(Number(toDigits(number)));
    return ' '.repeat(match.length);
  });
  return { ages, rest };
}
