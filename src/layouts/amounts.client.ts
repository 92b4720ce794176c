/** Works out amounts. A separate script, so that only pages with an amount load it. */
import { initAmountCalculator } from '../components/AmountCalculator/amount-calculator.client.ts';
import { beijingNow, dayOf } from '../documents/dates.ts';

const root = document.querySelector<HTMLDetailsElement>('#part-amount[data-amount]');
if (root) initAmountCalculator(root, location, history, () => dayOf(beijingNow(new Date())));
