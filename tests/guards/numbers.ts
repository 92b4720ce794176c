/**
 * Numbers that look like those of people but are nobody's, the same in every run: identity numbers of counties that do not
 * exist (their code ends in 98), with the right check digit; mobile and card numbers whose digits follow one another in even steps.
 */
import { hash } from 'node:crypto';

/** A number for a slot; `seed` is any text. */
type Maker = (seed: string) => string;

const PROVINCES = ['11', '13', '14', '15', '21', '22', '23', '32', '33', '34', '35', '36', '37', '41', '42'];
const MORE_PROVINCES = ['43', '44', '45', '46', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65'];
const SEGMENTS = ['130', '133', '135', '138', '139', '147', '150', '153', '157', '159', '166', '170', '173'];
const MORE_SEGMENTS = ['177', '178', '180', '183', '187', '189', '190', '191', '193', '195', '198', '199'];
/** The first six digits of cards: 62 is China UnionPay. */
const BANKS = [
  '622848',
  '622202',
  '621700',
  '621799',
  '622588',
  '623668',
  '621226',
  '622188',
  '621661',
  '623059',
];

/** An integer below `below`, the same for the same text. */
function pick(seed: string, below: number): number {
  return Number.parseInt(hash('sha256', seed).slice(0, 8), 16) % below;
}

function oneOf(seed: string, all: readonly string[]): string {
  return all[pick(seed, all.length)] ?? '';
}

const padded = (value: number, length: number) => String(value).padStart(length, '0');

function birthday(seed: string, from: number, years: number): string {
  const year = from + pick(`${seed} year`, years);
  return `${year}${padded(1 + pick(`${seed} month`, 12), 2)}${padded(1 + pick(`${seed} day`, 28), 2)}`;
}

function county(seed: string): string {
  const province = oneOf(`${seed} province`, [...PROVINCES, ...MORE_PROVINCES]);
  return `${province}${padded(1 + pick(`${seed} city`, 12), 2)}98`;
}

/** The check digit of an identity number of 17 digits, by GB 11643-1999. */
export function checkDigit(seventeen: string): string {
  const sum = [...seventeen].reduce((all, digit, index) => all + Number(digit) * (2 ** (17 - index) % 11), 0);
  return '10X98765432'.charAt(sum % 11);
}

/** The last digit of a card number by ISO/IEC 7812-1 (Luhn). */
export function luhnDigit(number: string): string {
  const sum = [...number].reverse().reduce((all, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

function withCheckDigit(seed: string, from: number, years: number): string {
  const seventeen = `${county(seed)}${birthday(seed, from, years)}${padded(1 + pick(`${seed} last`, 998), 3)}`;
  return seventeen + checkDigit(seventeen);
}

/** Digits in even steps, from a first one. */
function steps(seed: string, length: number): string {
  const [first, step] = [pick(`${seed} first`, 10), 1 + pick(`${seed} step`, 9)];
  return Array.from({ length }, (_, index) => (first + index * step) % 10).join('');
}

function card(seed: string, length: number): string {
  const most = `${oneOf(`${seed} bank`, BANKS)}${steps(seed, length - 7)}`;
  return most + luhnDigit(most);
}

/** Kinds of numbers for slots. */
export const makers: Readonly<Record<string, Maker>> = {
  id: (seed) => withCheckDigit(seed, 1930, 75),
  child: (seed) => withCheckDigit(seed, 2012, 11),
  id15: (seed) => `${county(seed)}${birthday(seed, 1935, 50).slice(2)}${padded(1 + pick(seed, 998), 3)}`,
  mobile: (seed) => oneOf(seed, [...SEGMENTS, ...MORE_SEGMENTS]) + steps(seed, 8),
  card: (seed) => card(seed, 19),
  card16: (seed) => card(seed, 16),
  card17: (seed) => card(seed, 17),
};

const HAN_DIGITS = '零一二三四五六七八九';
const SPOKEN_DIGITS = '零幺二三四五六七八九';
const FORMAL_DIGITS = '〇壹贰叁肆伍陆柒捌玖';

/** Notations for the digits of a slot. */
const scripts: Readonly<Record<string, (number: string) => string>> = {
  wide: (number) => inDigits(number, '０１２３４５６７８９'),
  han: (number) => inDigits(number, HAN_DIGITS),
  spoken: (number) => inDigits(number, SPOKEN_DIGITS),
  formal: (number) => inDigits(number, FORMAL_DIGITS),
  small: (number) => number.toLowerCase(),
  plain: (number) => number,
};

function inDigits(number: string, digits: string): string {
  return number.replace(/\d/g, (digit) => digits.charAt(Number(digit)));
}

/** `number` in groups of the given lengths, joined by `between`. */
export function grouped(number: string, lengths: readonly number[], between: string): string {
  let at = 0;
  const groups = lengths.map((length) => {
    at += length;
    return number.slice(at - length, at);
  });
  return [...groups, number.slice(at)].filter((group) => group !== '').join(between);
}

/**
 * The text with numbers in its slots: `{id}`, in groups `{id:6,8,4:-}`, in other digits `{id!wide}`. Each slot has a separate number,
 * derived from `seed` and its position.
 */
export function withNumbers(text: string, seed: string): string {
  let count = 0;
  return text.replace(
    /\{([a-z]+\d*)(?:!([a-z]+))?(?::([\d,]+):([^}]*))?\}/g,
    (slot, kind: string, script = 'plain', lengths = '', between = '') => {
      const make = makers[kind];
      const write = scripts[script];
      if (make === undefined || write === undefined) return slot;
      count += 1;
      const number = make(`${seed} ${count}`);
      const sizes = lengths === '' ? [] : lengths.split(',').map(Number);
      return write(grouped(number, sizes, between));
    },
  );
}
