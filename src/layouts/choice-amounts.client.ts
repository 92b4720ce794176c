/** Works out an amount whose questions all have choices. Loaded by `amounts.client.ts`. */
import { initAmountCalculator } from '../components/AmountCalculator/amount-calculator.client.ts';
import { readChoice } from '../documents/choices.ts';

initAmountCalculator(readChoice);
