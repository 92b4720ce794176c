/** Works out an amount with a question whose answer is typed. Loaded by `amounts.client.ts`. */
import { initAmountCalculator } from '../components/AmountCalculator/amount-calculator.client.ts';
import { readAnswer } from '../documents/answers.ts';

initAmountCalculator(readAnswer);
