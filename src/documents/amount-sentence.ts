/** The result of 算一算 as a sentence; the phone uses it too. */
import { amountPeriods } from '../schema/amount-units.ts';
import type { WorkedAmount } from './amounts.ts';

/** The sentence for a result; undefined is a day without a rate. */
export function amountSentence(every: keyof typeof amountPeriods, worked: WorkedAmount | undefined): string {
  if (worked === undefined) return '新的标准还没公布，现在算不出来，先打电话问。';
  if (worked.amount === 0) return '按您填的，算下来是0元。是不是真的没有，打电话问一问。';
  return `按您填的，${amountPeriods[every] || '一共'}大约${worked.amount}元。`;
}
