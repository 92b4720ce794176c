/**
 * 算一算: works out the amount for the reader's answers with the rates of the phone's day. The answers are in the address, so that a cadre
 * can send them.
 */

import { amountSentence } from '../../documents/amount-sentence.ts';
import { type AmountRates, type Answer, workOutAmount } from '../../documents/amounts.ts';
import type { AskedQuestion } from '../../documents/answers.ts';
import type { ReadAnswer } from '../../documents/choices.ts';
import { beijingNow, dayOf } from '../../documents/dates.ts';
import type { AmountData } from '../../schema/amounts.ts';
import { hasAnswers, toFragment } from './answers-address.ts';

/** Reads the answer to a question as it was typed or chosen; a choice that is missing is empty. */
export type ReadField = (written: string, question: AskedQuestion) => ReadAnswer;

/** Shows the questions of the page's amount and answers them; a second call does nothing. */
export function initAmountCalculator(read: ReadField): void {
  const box = document.querySelector<HTMLElement>('#part-amount');
  const form = box?.querySelector('form');
  const result = box?.querySelector<HTMLElement>('[data-answer]');
  if (!box || !form || !result || !form.hidden) return;
  const amount = JSON.parse(box.dataset.amount || '') as AmountData;
  const rates = JSON.parse(box.dataset.rates || '') as AmountRates;
  const { questions = [] } = amount;

  const show = (isSubmitted: boolean) => {
    const values = questions.map((question) => readField(form, question, read));
    const unanswered = questions[values.indexOf(undefined)];
    result.hidden = unanswered !== undefined;
    if (unanswered) {
      const [field] = fieldsOf(form, unanswered);
      if (isSubmitted && field) field.focus();
      return;
    }
    const worked = workOutAmount(amount, values as Answer[], rates, dayOf(beijingNow(new Date())));
    const [sentence, steps] = result.children;
    if (sentence) sentence.textContent = amountSentence(amount.every, worked);
    if (steps) steps.textContent = worked ? worked.steps.join('\n') : '';
    if (isSubmitted) history.replaceState(null, '', toFragment(writtenIn(form, questions)));
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    show(true);
  });
  form.hidden = false;
  if (!hasAnswers(location.hash)) return;
  fillIn(form, questions, new URLSearchParams(location.hash.slice(1)));
  show(false);
  box.scrollIntoView();
}

const fieldsOf = (form: HTMLFormElement, { id }: AskedQuestion): HTMLInputElement[] =>
  Array.from(form.querySelectorAll<HTMLInputElement>(`[name="amount-${id}"]`));

function fieldValue(form: HTMLFormElement, question: AskedQuestion): string {
  const field = fieldsOf(form, question).find(({ type, checked }) => type !== 'radio' || checked);
  return field ? field.value : '';
}

/** The answer to a question; undefined if it has to be asked again, which the page then says. */
function readField(form: HTMLFormElement, question: AskedQuestion, read: ReadField): Answer | undefined {
  const answer = read(fieldValue(form, question), question);
  const again = 'again' in answer ? answer.again : '';
  const note = form.querySelector<HTMLElement>(`#amount-${question.id}-again`);
  if (note) {
    note.textContent = again;
    note.hidden = again === '';
  }
  for (const field of fieldsOf(form, question)) field.setAttribute('aria-invalid', String(again !== ''));
  return 'value' in answer ? answer.value : undefined;
}

function writtenIn(form: HTMLFormElement, questions: readonly AskedQuestion[]): Record<string, string> {
  return Object.fromEntries(questions.map((question) => [question.id, fieldValue(form, question)]));
}

function fillIn(form: HTMLFormElement, questions: readonly AskedQuestion[], sent: URLSearchParams): void {
  for (const question of questions) {
    const written = sent.get(question.id) || '';
    for (const field of fieldsOf(form, question)) {
      if (field.type === 'radio') field.checked = field.value === written;
      else field.value = written;
    }
  }
}
