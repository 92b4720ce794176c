/** The worked examples of an amount, for readers without its script and for texts to send. */
import type { AmountData } from '../schema/amounts.ts';
import type { Answer, WorkedAmount } from './amount-sum.ts';
import { type AmountRates, workOutAmount } from './amounts.ts';
import { askedQuestion, readAnswer } from './answers.ts';

export interface WorkedExample {
  title: string;
  /** Undefined if it depends on a rate without a value on the day. */
  result: WorkedAmount | undefined;
}

/** The examples with their results on a day. Check proves that their answers can be read. */
export function workedExamples(amount: AmountData, rates: AmountRates, day: string): WorkedExample[] {
  const { questions = [], examples } = amount;
  const answersOf = (written: readonly string[] = []): Answer[] =>
    questions.flatMap((question, index) => {
      const { value } = readAnswer(written[index] ?? '', askedQuestion(question));
      return value === undefined ? [] : [value];
    });
  return examples.map(({ case: title, answers }) => ({
    title,
    result: workOutAmount(amount, answersOf(answers), rates, day),
  }));
}
