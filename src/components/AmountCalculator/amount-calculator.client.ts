/**
 * 算一算: works out the amount for the reader's answers with the rates of the phone's day. The answers are in the address, behind the #, so
 * that a cadre can send them; they never reach a server.
 */

import { amountSentence } from '../../documents/amount-sentence.ts';
import { type AmountRates, workOutAmount } from '../../documents/amounts.ts';
import type { AmountData, AmountQuestion } from '../../schema/amounts.ts';

/** The name in the address that marks answers. */
const MARK = 'suan';

/** Initialises the questions of one amount; `today` gives the day in Beijing, `YYYY-MM-DD`. */
export function initAmountCalculator(
  root: HTMLDetailsElement,
  place: Location,
  past: History,
  today: () => string,
): void {
  const form = root.querySelector('form');
  const answer = root.querySelector<HTMLElement>('[data-answer]');
  if (!form || !answer) return;
  const amount = JSON.parse(root.dataset.amount || '') as AmountData;
  const rates = JSON.parse(root.dataset.rates || '') as AmountRates;
  const { questions = [] } = amount;

  const show = (isSubmitted: boolean) => {
    const values = questions.map((question) => readChoice(form, question));
    const unanswered = questions[values.indexOf('')];
    answer.hidden = unanswered !== undefined;
    if (unanswered) {
      const [field] = fieldsOf(form, unanswered);
      if (isSubmitted && field) field.focus();
      return;
    }
    const worked = workOutAmount(amount, values, rates, today());
    const [sentence, steps] = answer.children;
    if (sentence) sentence.textContent = amountSentence(amount.every, worked);
    if (steps) steps.textContent = worked ? worked.steps.join('\n') : '';
    if (isSubmitted) past.replaceState(null, '', `#${toAddress(form, questions)}`);
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    show(true);
  });
  form.hidden = false;
  const sent = new URLSearchParams(place.hash.slice(1));
  if (sent.get(MARK) === null) return;
  for (const question of questions) fillIn(form, question, sent.get(question.id) ?? '');
  show(false);
  root.open = true;
  root.scrollIntoView();
}

const fieldsOf = (form: HTMLFormElement, { id }: AmountQuestion): HTMLInputElement[] =>
  Array.from(form.querySelectorAll<HTMLInputElement>(`[name="amount-${id}"]`));

function chosenIn(form: HTMLFormElement, question: AmountQuestion): string {
  const chosen = fieldsOf(form, question).find(({ checked }) => checked);
  return chosen ? chosen.value : '';
}

/** The choice for a question; empty if there is none, which the page then says. */
function readChoice(form: HTMLFormElement, question: AmountQuestion): string {
  const chosen = chosenIn(form, question);
  const note = form.querySelector<HTMLElement>(`#amount-${question.id}-again`);
  if (note) note.hidden = chosen !== '';
  return chosen;
}

function fillIn(form: HTMLFormElement, question: AmountQuestion, chosen: string): void {
  for (const field of fieldsOf(form, question)) field.checked = field.value === chosen;
}

function toAddress(form: HTMLFormElement, questions: readonly AmountQuestion[]): string {
  const query = new URLSearchParams({ [MARK]: '1' });
  for (const question of questions) query.set(question.id, chosenIn(form, question));
  return String(query);
}
