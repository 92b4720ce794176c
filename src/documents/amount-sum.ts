/**
 * The sum of an amount for a reader's answers, with its steps in words. The phone runs it, on data that `amounts.ts` has prepared. Sums are
 * in fen, other numbers with decimals in hundredths: decimals are inexact in binary.
 */
import type { AmountBand, AmountRow } from '../schema/amounts.ts';

/** A number, or one of the choices. */
export type Answer = number | string;

/** The amount in yuan, and a line of its sum for each part, and for the total of several. */
export interface WorkedAmount {
  amount: number;
  steps: string[];
}

/** The values of a rate, in the order of their days. */
export type RateValues = readonly { from: string; until?: string | undefined; value: number }[];

/** An amount in yuan, or the rate that says it. */
export type Yuan = number | RateValues;

/** One part: with rows a table, with bands a share, else so much for each unit, less an income. */
export interface PreparedPart {
  name?: string | undefined;
  /** The indexes of the questions for the count and for the income. A fixed sum has none, but one row for everybody. */
  count?: number | undefined;
  income?: number | undefined;
  /** The unit of the count. */
  unit?: string | undefined;
  value?: Yuan | undefined;
  rows?: readonly (Omit<AmountRow, 'value'> & { value: Yuan })[] | undefined;
  bands?: readonly AmountBand[] | undefined;
  per?: number | undefined;
  threshold?: Yuan | undefined;
  floor?: Yuan | undefined;
  ceiling?: Yuan | undefined;
}

export interface PreparedAmount {
  /** 每月; empty for a single payment. */
  period: string;
  parts: readonly PreparedPart[];
}

/** The amount on a day; `answers` are in the order of the questions. Undefined if it depends on a rate without a value on that day. */
export function sumAmount(
  { period, parts }: PreparedAmount,
  answers: readonly Answer[],
  day: string,
): WorkedAmount | undefined {
  let isKnown = true;
  const fenOf = (yuan: Yuan = 0) => {
    const amount = typeof yuan === 'number' ? yuan : valueOn(yuan, day);
    if (amount === undefined) isKnown = false;
    return toFen(amount || 0);
  };
  let total = 0;
  const sums: string[] = [];
  const steps = parts.map((part) => {
    const { name, count = -1, income = -1 } = part;
    const [fen, words] = sumPart(part, answers[count] || 0, toFen(answers[income] || 0), period, fenOf);
    total += fen;
    sums.push(yuan(fen));
    return name ? `${name}：${words}` : words;
  });
  if (sums[1]) steps.push(`加起来：${sums.join(' + ')} = ${yuan(total)}`);
  return isKnown ? { amount: total / 100, steps } : undefined;
}

/** The value on a day in yuan; undefined if there is none. */
export function valueOn(values: RateValues, day: string): number | undefined {
  const last = values.filter(({ from }) => from <= day).pop();
  return last && (!last.until || day <= last.until) ? last.value : undefined;
}

type FenOf = (yuan?: Yuan) => number;

/** A part in fen and in words. */
function sumPart(
  part: PreparedPart,
  answer: Answer,
  income: number,
  period: string,
  fenOf: FenOf,
): [fen: number, words: string] {
  const { rows, bands, unit = '', floor, ceiling } = part;
  if (rows) return sumTable(rows, answer, unit, period, fenOf);
  const sum = bands
    ? sumShare(bands, fenOf(part.threshold), toFen(answer))
    : sumUnits(part, answer, income, period, fenOf);
  const [fen, words] = sum;
  const isLow = fen < fenOf(floor);
  // Of nothing no ceiling is needed, which may be a rate that is not known.
  if (!isLow && (!fen || ceiling === undefined || fen <= fenOf(ceiling))) return sum;
  const limit = fenOf(isLow ? floor : ceiling);
  return [limit, `${words}，最${isLow ? '少' : '多'}给${yuan(limit)}`];
}

function sumTable(
  rows: NonNullable<PreparedPart['rows']>,
  answer: Answer,
  unit: string,
  period: string,
  fenOf: FenOf,
): [number, string] {
  const { value, note = '' } =
    rows.find(({ is, from = 0, to = answer }) =>
      is ? is.includes(String(answer)) : from <= Number(answer) && answer <= to,
    ) || {};
  const fen = fenOf(value);
  const words = `${fen ? period + yuan(fen) : '没有'}${note && `（${note}）`}`;
  return [fen, answer || unit ? `${answer}${unit}，${words}` : words];
}

function sumUnits(
  { unit = '', value, per = 1, income }: PreparedPart,
  answer: Answer,
  earned: number,
  period: string,
  fenOf: FenOf,
): [number, string] {
  const price = fenOf(value);
  const fen = Math.round((price * toFen(answer)) / toFen(per));
  const shares = `${answer}${unit} ÷ ${per}${price === 100 ? '' : ` × ${yuan(price)}`}`;
  const product = per === 1 ? `每${unit}${period}${yuan(price)} × ${answer}${unit}` : shares;
  const whole = `${product} = ${yuan(fen)}`;
  if (income === undefined) return [fen, whole];
  const rest = fen - earned;
  if (rest > 0) return [rest, `${product} − 收入${yuan(earned)} = ${yuan(rest)}`];
  return [0, `${whole}，收入${yuan(earned)}已经够这个数，不用补`];
}

function sumShare(bands: readonly AmountBand[], threshold: number, cost: number): [number, string] {
  if (threshold && cost <= threshold) return [0, `花了${yuan(cost)}，没有超过起付线${yuan(threshold)}`];
  let lower = threshold;
  let fen = 0;
  const terms: string[] = [];
  for (const { upTo, percent } of bands) {
    const upper = upTo ? Math.min(cost, toFen(upTo)) : cost;
    if (upper <= lower) continue;
    fen += Math.round(((upper - lower) * toFen(percent)) / 10_000);
    terms.push(`${yuan(upper - lower)} × ${percent}%`);
    lower = upper;
  }
  const words = `${terms.join(' + ') || '0元'} = ${yuan(fen)}`;
  return [fen, threshold ? `${yuan(threshold)}起付线不算，${words}` : words];
}

/** Hundredths: fen of yuan. Of a choice not a number. */
const toFen = (amount: Answer): number => Math.round(Number(amount) * 100);
const yuan = (fen: number): string => `${fen / 100}元`;
