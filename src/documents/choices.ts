/** Reads the answer to a question with choices. Apart from `answers.ts`, so that pages with choices only load no reader of numbers. */
import type { AmountQuestion } from '../schema/amounts.ts';
import type { Answer } from './amount-sum.ts';

/** An answer; or what to say to the person who has to be asked again. */
export type ReadAnswer = { value: Answer; again?: undefined } | { again: string; value?: undefined };

/** One of the choices, written as in the question. */
export function readChoice(written: string, { choices = [] }: AmountQuestion): ReadAnswer {
  return choices.includes(written) ? { value: written } : { again: '请从里面选一个。' };
}
