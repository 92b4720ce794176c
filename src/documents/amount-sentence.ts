/** The result of 算一算 as a sentence. */
import { amountPeriods } from '../schema/amount-units.ts';
import type { WorkedAmount } from './amount-sum.ts';

/** The sentences for a result: an amount, which takes the place of `{}`, nothing, and a day without a rate. */
export interface AmountSentences {
  some: string;
  none: string;
  unknown: string;
}

/** The sentences of an amount. */
export function amountSentences(every: keyof typeof amountPeriods): AmountSentences {
  return {
    some: `按您填的，${amountPeriods[every] || '一共'}大约{}元。`,
    none: '按您填的，算下来是0元。是不是真的没有，打电话问一问。',
    unknown: '新的标准还没公布，现在算不出来，先打电话问。',
  };
}

/** The sentence for a result; undefined is a day without a rate. */
export function amountSentence({ some, none, unknown }: AmountSentences, worked?: WorkedAmount): string {
  if (!worked) return unknown;
  return worked.amount ? some.replace('{}', String(worked.amount)) : none;
}
