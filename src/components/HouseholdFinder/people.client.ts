/** The people of the household and their answers, each a button. */
import { answerWords, type WordContext } from '../../documents/condition-words.ts';
import type { Household } from '../../documents/household-answers.ts';
import { personName } from '../../documents/household-summary.ts';
import { type FactName, factNames, facts } from '../../schema/facts.ts';
import { button } from './element.client.ts';

/** Who is asked about, and where to show it. */
export interface Asked {
  part: (name: string) => HTMLElement;
  household: Household;
  person: number;
  context: WordContext;
}

/** A button for each person, if there are several, and one that adds a person; again only if that has changed. */
export function renderPeople(asked: Asked, change: (household: Household, person: number) => void): void {
  const { part, household, person } = asked;
  const place = part('people');
  const shown = `${person}/${household.people.length}`;
  if (place.dataset.shown === shown) return;
  place.dataset.shown = shown;
  const buttons = household.people.map((_, index) => {
    const isCurrent = index === person;
    const className = `button mr-2 mt-1 ${isCurrent ? 'button-main' : ''}`;
    const one = button(personName(index), className, () => change(asked.household, index));
    one.setAttribute('aria-pressed', String(isCurrent));
    return one;
  });
  const more = button('再问一个家里人', 'button mt-3 w-full', () => {
    const { people } = asked.household;
    change({ ...asked.household, people: [...people, {}] }, people.length);
  });
  place.textContent = '';
  if (buttons.length > 1) place.append(...buttons);
  part('more-people').textContent = '';
  part('more-people').append(more);
}

/** The answers so far, each a button that takes it back. */
export function renderGiven(
  { part, household, person, context }: Asked,
  takeBack: (fact: FactName) => void,
): void {
  const given = { ...household.shared, ...household.people[person] };
  const answered = factNames.filter((fact) => given[fact] !== undefined);
  const list = part('given-list');
  part('given').hidden = answered.length === 0;
  list.textContent = '';
  for (const fact of answered) {
    const words = `${facts[fact].name}：${answerWords(fact, given[fact] ?? '', context)}`;
    list.append(button(words, 'button mt-1 w-full', () => takeBack(fact)));
  }
}
