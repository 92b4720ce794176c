/** One question of the finder with its answers: to tap, to tick, to type or to pick from a list. */

import type { Answer } from '../../documents/amount-sum.ts';
import { askedQuestion, readAnswer } from '../../documents/answers.ts';
import type { WordContext } from '../../documents/condition-words.ts';
import type { CompiledConditions } from '../../documents/conditions.ts';
import { agePosition, incomePosition, landPosition, setValue } from '../../documents/fact-values.ts';
import { type Choice, choicesFor, membersInUse } from '../../documents/finder-questions.ts';
import { type FactAnswer, UNSURE } from '../../documents/household-answers.ts';
import { type FactName, facts, type NumberFact, type SetFact } from '../../schema/facts.ts';
import { button, element } from './element.client.ts';

const WIDE = 'button mb-2 w-full';

interface QuestionOptions {
  fact: FactName;
  /** Of whom is asked; empty for the household and for a single person. */
  who: string;
  policies: readonly CompiledConditions[];
  context: WordContext;
  answer: (answer: FactAnswer) => void;
  /** Told of what is ticked, picked or typed, before the button that answers. */
  expect: (answer: FactAnswer) => void;
}

const HEADING = 'mb-2 scroll-mt-3 text-section font-bold focus:outline-none';

/** A question; its first element takes the focus. */
export function renderQuestion(options: QuestionOptions): HTMLElement {
  const { fact, who, answer } = options;
  const { ask, unsure } = facts[fact];
  const legend = element('legend', HEADING, who ? `${who}：${ask}` : ask);
  legend.tabIndex = -1;
  const group = element('fieldset', 'm-0 min-w-0 border-0 p-0', legend);
  group.append(...answersOf(options));
  const unsureButton = button('说不准', WIDE, () => answer(UNSURE));
  group.append(unsureButton, element('p', 'text-small text-soft', unsure));
  return group;
}

/** What stands in place of a question when there is none; its first element takes the focus. */
export function renderEnd(): HTMLElement {
  const words = element('p', HEADING, '问完了，再问也不会变了。');
  words.tabIndex = -1;
  return element('div', '', words);
}

function answersOf(options: QuestionOptions): Node[] {
  const { fact, policies, context, answer } = options;
  const choices = choicesFor(fact, policies, context);
  if (facts[fact].kind === 'place') return placeAnswers(options);
  if (!choices) return typedAnswer(options);
  if (facts[fact].kind !== 'set')
    return choices.map((choice) => button(choice.label, WIDE, () => answer(choice.answer)));
  const used = membersInUse(fact, policies);
  return setAnswers(
    options,
    choices.filter((choice) => used.includes(String(choice.answer))),
  );
}

function setAnswers({ fact, answer, expect }: QuestionOptions, choices: readonly Choice[]): Node[] {
  const boxes = choices.map((choice) => {
    const box = element('input', 'mr-3');
    box.type = 'checkbox';
    box.value = String(choice.answer);
    return {
      box,
      row: element(
        'label',
        'card mb-2 flex min-h-target items-center',
        box,
        element('span', '', choice.label),
      ),
    };
  });
  const { none: noneLabel } = facts[fact] as SetFact;
  const ticked = () => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
  for (const { box } of boxes) box.addEventListener('change', () => expect(setValue(ticked())));
  const again = element('p', 'font-bold text-careful', `先点一样；一样也不是，点下面的“${noneLabel}”。`);
  again.setAttribute('role', 'alert');
  again.hidden = true;
  const done = button('选好了', `${WIDE} button-main`, () => {
    const members = ticked();
    again.hidden = members.length > 0;
    if (members.length > 0) answer(setValue(members));
  });
  const none = button(noneLabel, WIDE, () => answer(''));
  const hint = element('p', 'mb-2 text-small text-soft', '可以点几样，点完按“选好了”。');
  return [hint, ...boxes.map(({ row }) => row), again, done, none];
}

function placeAnswers({ context, answer, expect }: QuestionOptions): Node[] {
  const select = element('select', 'mb-2 w-full');
  select.setAttribute('aria-label', facts.places.ask);
  select.append(...context.places.map(({ id, name }) => new Option(name, id)));
  select.addEventListener('change', () => expect(select.value));
  return [select, button('就是这里', `${WIDE} button-main`, () => answer(select.value))];
}

/** The positions of a typed number: income is typed by the month. */
const toPosition: Readonly<Record<NumberFact['unit'], (value: number) => number>> = {
  岁: agePosition,
  亩: landPosition,
  元: (yuan) => incomePosition(yuan, 'month'),
};

function typedAnswer({ fact, answer, expect }: QuestionOptions): Node[] {
  const { unit, ask } = facts[fact] as NumberFact;
  const input = element('input', 'mb-2 w-full rounded-lg border-2 border-line bg-card p-2 text-ink');
  const label = unit === '元' ? '一个人一个月平均多少元' : `几${unit}`;
  input.inputMode = unit === '岁' ? 'numeric' : 'decimal';
  input.autocomplete = 'off';
  const again = element('p', 'mb-2 font-bold text-careful');
  again.setAttribute('role', 'alert');
  const done = element('button', `${WIDE} button-main`, '填好了');
  done.type = 'submit';
  const form = element('form', '', element('label', 'block', `${label}：`, input), again, done);
  form.noValidate = true;
  const typed = () => readAnswer(input.value, askedQuestion({ id: fact, ask: `${ask}一个月`, unit }));
  input.addEventListener('input', () => {
    const { value } = typed();
    if (value !== undefined) expect(rangeAt(unit, value));
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const read = typed();
    again.textContent = read.again ?? '';
    if (read.value !== undefined) answer(rangeAt(unit, read.value));
    else input.focus();
  });
  return [form];
}

function rangeAt(unit: NumberFact['unit'], value: Answer): FactAnswer {
  const from = toPosition[unit](Number(value));
  return { from, to: from + 1 };
}
