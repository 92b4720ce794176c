/**
 * Works out the amount of a policy for a reader's answers, with the steps of the sum in words. The phone runs it too, so it uses neither
 * zod nor the DOM. Sums are in fen, other numbers with decimals in hundredths: decimals are inexact in binary.
 */
import { amountPeriods } from '../schema/amount-units.ts';
import type { AmountData, AmountPart, AmountValue } from '../schema/amounts.ts';
import type { RateData } from '../schema/rates.ts';

/** The rates that an amount uses, by id. */
export type AmountRates = Readonly<
  Record<string, { values: readonly { from: string; until?: string | undefined; value: number }[] }>
>;

/** A number, or one of the choices. */
export type Answer = number | string;

/** The amount in yuan, and a line of its sum for each part, and for the total of several. */
export interface WorkedAmount {
  amount: number;
  steps: string[];
}

interface Sum {
  fen: number;
  words: string;
}

/** The amount on a day; `answers` are in the order of the questions. Undefined if it depends on a rate without a value on that day. */
export function workOutAmount(
  { every, questions = [], parts }: Pick<AmountData, 'every' | 'questions' | 'parts'>,
  answers: readonly Answer[],
  rates: AmountRates,
  day: string,
): WorkedAmount | undefined {
  const answerTo = (id: string) => answers[questions.findIndex((question) => question.id === id)] ?? 0;
  const unitOf = (id: string) => questions.find((question) => question.id === id)?.unit ?? '';
  let isKnown = true;
  const fenOf = (value: AmountValue) => {
    const amount = typeof value === 'number' ? value : rateOn(rates, value, day);
    isKnown = isKnown && amount !== undefined;
    return toFen(amount || 0);
  };
  const sums = parts.map((part) => {
    const { fen, words } = sumOf(part, { answerTo, unitOf, fenOf, period: amountPeriods[every] });
    return { fen, words: (part.name ? `${part.name}：` : '') + words };
  });
  const fen = sums.reduce((total, sum) => total + sum.fen, 0);
  if (!isKnown) return undefined;
  const total = `加起来：${sums.map((sum) => yuan(sum.fen)).join(' + ')} = ${yuan(fen)}`;
  return {
    amount: fen / 100,
    steps: [...sums.map(({ words }) => words), ...(sums.length > 1 ? [total] : [])],
  };
}

/** The ids of the rates that an amount uses, each once. */
export function ratesOfAmount({ parts }: Pick<AmountData, 'parts'>): string[] {
  return [...new Set(parts.flatMap(ratesOfPart))];
}

/** What the phone needs of the rates of an amount. */
export function amountRates(amount: Pick<AmountData, 'parts'>, rates: readonly RateData[]): AmountRates {
  const used = new Set(ratesOfAmount(amount));
  return ratesById(rates.filter(({ id }) => used.has(id)));
}

/** What the phone needs of rates. */
export function ratesById(rates: readonly RateData[]): AmountRates {
  return Object.fromEntries(
    rates.map(({ id, values }) => [
      id,
      { values: values.map(({ from, until, value }) => ({ from, until, value })) },
    ]),
  );
}

interface Inputs {
  answerTo: (id: string) => Answer;
  unitOf: (id: string) => string;
  fenOf: (value: AmountValue) => number;
  period: string;
}

function sumOf(part: AmountPart, inputs: Inputs): Sum {
  const { answerTo, fenOf, period } = inputs;
  switch (part.kind) {
    case 'fixed': {
      const fen = fenOf(part.value);
      return { fen, words: `${period}${yuan(fen)}` };
    }
    case 'table':
      return fromTable(part, inputs);
    case 'each':
      return forEach(part, inputs);
    case 'top-up': {
      const people = Number(answerTo(part.question));
      const income = toFen(Number(answerTo(part.income)));
      const whole = Math.round(fenOf(part.value) * people);
      const fen = Math.max(0, whole - income);
      const product = `每人${period}${yuan(fenOf(part.value))} × ${people}人`;
      if (fen > 0) return { fen, words: `${product} − 收入${yuan(income)} = ${yuan(fen)}` };
      return { fen, words: `${product} = ${yuan(whole)}，收入${yuan(income)}已经够这个数，不用补` };
    }
    default:
      return ofShare(part, inputs);
  }
}

type Part<K extends AmountPart['kind']> = Extract<AmountPart, { kind: K }>;

function fromTable({ question, rows }: Part<'table'>, { answerTo, unitOf, fenOf, period }: Inputs): Sum {
  const answer = answerTo(question);
  const row = rows.find(({ is, from = 0, to = Number.POSITIVE_INFINITY }) =>
    is ? is.includes(String(answer)) : from <= Number(answer) && Number(answer) <= to,
  );
  const fen = row ? fenOf(row.value) : 0;
  const note = row?.note ? `（${row.note}）` : '';
  const words = fen === 0 ? '没有' : `${period}${yuan(fen)}`;
  return { fen, words: `${answer}${unitOf(question)}，${words}${note}` };
}

function forEach(part: Part<'each'>, { answerTo, unitOf, fenOf, period }: Inputs): Sum {
  const { question, value, per = 1, floor, ceiling } = part;
  const count = Number(answerTo(question));
  const unit = unitOf(question);
  const fen = Math.round((fenOf(value) * toFen(count)) / toFen(per));
  const share = `${plain(count)}${unit} ÷ ${plain(per)}`;
  const manner = fenOf(value) === 100 ? share : `${share} × ${yuan(fenOf(value))}`;
  const words = `${per === 1 ? `每${unit}${period}${yuan(fenOf(value))} × ${plain(count)}${unit}` : manner} = ${yuan(fen)}`;
  if (floor !== undefined && fen < fenOf(floor))
    return { fen: fenOf(floor), words: `${words}，最少给${yuan(fenOf(floor))}` };
  return atMost(ceiling, { fen, words }, fenOf);
}

function ofShare(part: Part<'share'>, { answerTo, fenOf }: Inputs): Sum {
  const { question, bands, threshold = 0, ceiling } = part;
  const cost = toFen(Number(answerTo(question)));
  const start = fenOf(threshold);
  if (cost <= start && start > 0) return { fen: 0, words: `花了${yuan(cost)}，没有超过起付线${yuan(start)}` };
  let lower = start;
  let fen = 0;
  const terms: string[] = [];
  for (const { upTo, percent } of bands) {
    const upper = Math.min(cost, upTo === undefined ? cost : toFen(upTo));
    if (upper > lower) {
      fen += Math.round(((upper - lower) * toFen(percent)) / 10_000);
      terms.push(`${yuan(upper - lower)} × ${plain(percent)}%`);
      lower = upper;
    }
  }
  const first = start > 0 ? `${yuan(start)}起付线不算，` : '';
  const sum = terms.length > 0 ? terms.join(' + ') : '0元';
  return atMost(ceiling, { fen, words: `${first}${sum} = ${yuan(fen)}` }, fenOf);
}

function atMost(ceiling: AmountValue | undefined, sum: Sum, fenOf: Inputs['fenOf']): Sum {
  if (ceiling === undefined || sum.fen <= fenOf(ceiling)) return sum;
  return { fen: fenOf(ceiling), words: `${sum.words}，最多给${yuan(fenOf(ceiling))}` };
}

function ratesOfPart(part: AmountPart): string[] {
  const values = [
    'value' in part && part.value,
    'floor' in part && part.floor,
    'ceiling' in part && part.ceiling,
    'threshold' in part && part.threshold,
    ...('rows' in part ? part.rows.map(({ value }) => value) : []),
  ];
  return values.filter((value): value is string => typeof value === 'string');
}

/** The value of a rate on a day in yuan: that of documents/rates.ts, without its packages. */
export function rateOn(rates: AmountRates, id: string, day: string): number | undefined {
  const value = (rates[id]?.values ?? []).filter(({ from }) => from <= day).pop();
  return value && (value.until === undefined || day <= value.until) ? value.value : undefined;
}

/** Hundredths: fen of yuan. */
const toFen = (amount: number): number => Math.round(amount * 100);
const plain = (amount: number): string => String(Math.round(amount * 100) / 100);
const yuan = (fen: number): string => `${plain(fen / 100)}元`;
