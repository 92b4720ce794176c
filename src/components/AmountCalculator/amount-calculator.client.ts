/**
 * 算一算: works out the amount for the reader's answers with the rates of the phone's day. The answers are in the address, so that a cadre
 * can send them.
 */

import { type AmountSentences, amountSentence } from '../../documents/amount-sentence.ts';
import { type Answer, type PreparedAmount, sumAmount } from '../../documents/amount-sum.ts';
import type { AskedQuestion } from '../../documents/answers.ts';
import type { ReadAnswer } from '../../documents/choices.ts';
import { effectiveNow } from '../../documents/clock-skew.ts';
import { dayOf } from '../../documents/dates.ts';
import { fieldName, hasAnswers } from './answers-address.ts';

/** Reads the answer to a question as it was typed or chosen; a choice that is missing is empty. */
export type ReadField = (written: string, question: AskedQuestion) => ReadAnswer;

/** The amount of a page, as its element has it. */
export interface PageAmount extends PreparedAmount {
  questions: readonly AskedQuestion[];
  sentences: AmountSentences;
}

/** Shows the questions of the page's amount and answers them; a second call does nothing. */
export function initAmountCalculator(read: ReadField): void {
  const box = document.querySelector('#part-amount') as HTMLElement;
  const form = box.querySelector('form') as HTMLFormElement;
  if (!form.hidden) return;
  form.hidden = false;
  const result = box.querySelector('[data-answer]') as HTMLElement;
  const amount = JSON.parse(box.dataset.amount as string) as PageAmount;
  const day = dayOf(effectiveNow(new Date(), document.documentElement.dataset.built || ''));
  // Radio buttons of one name have the value of the one that is chosen, and setting it chooses one.
  const fieldOf = ({ id }: AskedQuestion) => form.elements.namedItem(fieldName(id)) as RadioNodeList;

  /** Shows the amount, or what has to be asked again, and then returns the first such field. */
  const show = () => {
    let wrong: HTMLElement | undefined;
    const answers = amount.questions.map((question, index): Answer => {
      const { value = 0, again = '' } = read(fieldOf(question).value, question);
      // The form has its questions in this order; the last element of each is for what to ask again.
      const group = form.children[index] as HTMLElement;
      const note = group.lastElementChild as HTMLElement;
      const field = group.querySelector('input') as HTMLElement;
      note.textContent = again;
      note.hidden = !again;
      field.setAttribute('aria-invalid', String(!!again));
      if (again && !wrong) wrong = field;
      return value;
    });
    result.hidden = !!wrong;
    const worked = sumAmount(amount, answers, day);
    const [sentence, steps] = result.children as unknown as [HTMLElement, HTMLElement];
    sentence.textContent = amountSentence(amount.sentences, worked);
    steps.textContent = worked ? worked.steps.join('\n') : '';
    return wrong;
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const wrong = show();
    if (wrong) wrong.focus();
    else history.replaceState(null, '', `#${new URLSearchParams(new FormData(form) as unknown as string)}`);
  });
  if (!hasAnswers(location.hash)) return;
  const sent = new URLSearchParams(location.hash.slice(1));
  for (const question of amount.questions) fieldOf(question).value = sent.get(fieldName(question.id)) || '';
  show();
  box.scrollIntoView();
}
