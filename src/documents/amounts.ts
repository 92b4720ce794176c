/** Prepares the amount of a policy for its sum: with its rates, and without references to be resolved. */
import { amountPeriods } from '../schema/amount-units.ts';
import type { AmountData, AmountPart, AmountValue } from '../schema/amounts.ts';
import type { RateData } from '../schema/rates.ts';
import {
  type Answer,
  type PreparedAmount,
  type PreparedPart,
  type RateValues,
  sumAmount,
  valueOn,
  type WorkedAmount,
  type Yuan,
} from './amount-sum.ts';

/** Rates by id. */
export type AmountRates = Readonly<Record<string, { values: RateValues }>>;

/** What the sum needs of an amount. A rate that does not exist has no value on any day. */
export function prepareAmount(
  { every, questions = [], parts }: Pick<AmountData, 'every' | 'questions' | 'parts'>,
  rates: AmountRates,
): PreparedAmount {
  const indexOf = (id: string) => questions.findIndex((question) => question.id === id);
  const rate = (value: AmountValue): Yuan =>
    typeof value === 'number' ? value : (rates[value]?.values ?? []);
  const rateIfAny = (value: AmountValue | undefined) => (value === undefined ? undefined : rate(value));
  const preparedParts = parts.map((part): PreparedPart => {
    const { name } = part;
    if (part.kind === 'fixed') return { name, rows: [{ value: rate(part.value) }] };
    const count = indexOf(part.question);
    const shared = { name, count, unit: questions[count]?.unit };
    if (part.kind === 'table')
      return { ...shared, rows: part.rows.map((row) => ({ ...row, value: rate(row.value) })) };
    if (part.kind === 'top-up') return { ...shared, value: rate(part.value), income: indexOf(part.income) };
    const limits = { ...shared, ceiling: rateIfAny(part.ceiling) };
    if (part.kind === 'share') return { ...limits, bands: part.bands, threshold: rateIfAny(part.threshold) };
    return { ...limits, value: rate(part.value), per: part.per, floor: rateIfAny(part.floor) };
  });
  return { period: amountPeriods[every], parts: preparedParts };
}

/** The amount on a day; `answers` are in the order of the questions. Undefined if it depends on a rate without a value on that day. */
export function workOutAmount(
  amount: Pick<AmountData, 'every' | 'questions' | 'parts'>,
  answers: readonly Answer[],
  rates: AmountRates,
  day: string,
): WorkedAmount | undefined {
  return sumAmount(prepareAmount(amount, rates), answers, day);
}

/** The ids of the rates that an amount uses, each once. */
export function ratesOfAmount({ parts }: Pick<AmountData, 'parts'>): string[] {
  return [...new Set(parts.flatMap(ratesOfPart))];
}

/** The rates of an amount. */
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
  return valueOn((rates[id] || { values: [] }).values, day);
}
