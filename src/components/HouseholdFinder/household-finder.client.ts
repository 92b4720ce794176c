/**
 * 一句一句问: asks what the conditions of policies need, one question at a time, for each person of a household. The answers are in the
 * address, behind the #, so that a cadre can send them; they never reach a server.
 */
import { addressOnCard } from '../../documents/card-path.ts';
import { answerWords } from '../../documents/condition-words.ts';
import type { FinderData, FinderDataPolicy } from '../../documents/finder-data.ts';
import { nextFact } from '../../documents/finder-questions.ts';
import { preparePolicies, resultsFor } from '../../documents/finder-results.ts';
import {
  EMPTY_HOUSEHOLD,
  type FactAnswer,
  fromFragment,
  type Household,
  knownOf,
  toFragment,
  withAnswer,
} from '../../documents/household-answers.ts';
import { personName, summarise, summaryText } from '../../documents/household-summary.ts';
import { policyStatusOn } from '../../documents/status.ts';
import { type FactName, factNames, facts } from '../../schema/facts.ts';
import { button, element } from './element.client.ts';
import { renderQuestion } from './question.client.ts';
import { countWords, renderResults } from './results.client.ts';
import { renderSheet } from './sheet.client.ts';

/** What the finder has of its page. */
export interface FinderPage {
  place: Location;
  past: History;
  /** The day in Beijing, `YYYY-MM-DD`. */
  day: string;
  /** Where the sheet to print goes. */
  sheets: HTMLElement | null;
  /** Whether the page is a file on a memory card. */
  isOnCard: boolean;
  print: () => void;
}

/** Starts the questions in `root`, with the answers of the address, if it has some. */
export function startHouseholdFinder(root: HTMLElement, data: FinderData, page: FinderPage): void {
  const part = <E extends HTMLElement>(name: string) => root.querySelector<E>(`[data-${name}]`) as E;
  const context = { rates: data.rates, day: page.day, places: data.places };
  const usable = data.policies.filter(({ period }) => policyStatusOn(period, page.day) !== 'ended');
  const prepared = preparePolicies(usable, context);
  const base = (part('household-data').dataset.base ?? '/').replace(/\/$/, '');
  const linkTo = ({ address }: FinderDataPolicy) =>
    page.isOnCard ? `${base}/${addressOnCard(address)}` : base + address;
  let household: Household = fromFragment(page.place.hash, data.places) ?? EMPTY_HOUSEHOLD;
  let person = 0;

  const change = (next: Household, nextPerson = person) => {
    household = next;
    person = nextPerson;
    page.past.replaceState(null, '', `${page.place.pathname}${page.place.search}#${toFragment(household)}`);
    show().focus();
  };
  const answer = (fact: FactName) => (given: FactAnswer) =>
    change(withAnswer(household, person, fact, given));

  const showQuestion = ({ answers, asked }: ReturnType<typeof knownOf>): HTMLElement => {
    const fact = nextFact(
      prepared.map(({ compiled }) => compiled),
      answers,
      asked,
    );
    const form = part<HTMLFormElement>('question');
    if (fact === undefined) {
      const end = element('p', 'text-section font-bold outline-none', '问完了，再问也不会变了。');
      end.tabIndex = -1;
      form.textContent = '';
      form.append(end);
      return end;
    }
    const who = household.people.length > 1 && facts[fact].scope === 'person' ? personName(person) : '';
    return renderQuestion(form, { fact, who, prepared, context, answer: answer(fact) });
  };

  const showGiven = () => {
    const given = { ...household.shared, ...household.people[person] };
    const asked = factNames.filter((fact) => given[fact] !== undefined);
    const list = part('given-list');
    part('given').hidden = asked.length === 0;
    list.textContent = '';
    list.append(
      ...asked.map((fact) => {
        const words = `${facts[fact].name}：${answerWords(fact, given[fact] ?? '', context)}`;
        return button(words, 'button mt-1 w-full', () =>
          change(withAnswer(household, person, fact, undefined)),
        );
      }),
    );
  };

  const showPeople = () => {
    const row = part('people');
    row.textContent = '';
    const several = household.people.length > 1;
    const buttons = several
      ? household.people.map((_, index) => {
          const one = button(personName(index), 'button mr-2 mt-1', () => change(household, index));
          one.setAttribute('aria-pressed', String(index === person));
          if (index === person) one.classList.add('button-main');
          return one;
        })
      : [];
    const add = button('再问一个家里人', 'button mt-3 w-full', () =>
      change({ ...household, people: [...household.people, {}] }, household.people.length),
    );
    row.append(...buttons);
    part('more-people').textContent = '';
    part('more-people').append(add);
  };

  /** Renders everything; returns the question, which takes the focus. */
  const show = (): HTMLElement => {
    const known = knownOf(household, person, data.places);
    const results = resultsFor(prepared, household, person, context, known.answers);
    showPeople();
    showGiven();
    const question = showQuestion(known);
    part('count').textContent = `${countWords(results)}。`;
    renderResults(part('results'), results, linkTo);
    return question;
  };

  /** The text is made when somebody wants it: for hundreds of policies it takes time. */
  const writeText = () => {
    const address = page.isOnCard ? '' : page.place.origin + page.place.pathname;
    const summary = summarise(prepared, household, context);
    part<HTMLTextAreaElement>('message').value = summaryText(summary, { site: data.site, address });
  };
  for (const event of ['click', 'toggle']) part('share').addEventListener(event, writeText, true);

  part('print').addEventListener('click', () => {
    if (!page.sheets) return;
    renderSheet(page.sheets, summarise(prepared, household, context), { site: data.site, day: page.day });
    page.print();
  });
  part('restart').addEventListener('click', () => change(EMPTY_HOUSEHOLD, 0));
  part('start').hidden = true;
  part('lead').hidden = true;
  part('conversation').hidden = false;
  show().focus();
}
