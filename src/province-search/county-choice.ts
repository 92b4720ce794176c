/** The part of the page in which the reader's county is chosen, and shown once it is. */
import { element, fill } from '../search/client/render-results.ts';
import { chosenCounty, storeCounty } from './chosen-county.ts';
import type { ListedCounty } from './listed-county.ts';
import { matchCounties } from './match-counties.ts';

/** At most so many counties are offered for what was typed. */
const MAX_MATCHES = 8;

export interface CountyChoice {
  /** The reader's county. */
  chosen(): ListedCounty | undefined;
}

/** Makes the choice work; `onChange` is called after each. Throws if the page has not its elements. */
export function initCountyChoice(counties: readonly ListedCounty[], onChange: () => void): CountyChoice {
  const find = <E extends HTMLElement>(selector: string) => {
    const found = document.querySelector<E>(selector);
    if (found === null) throw new Error(`no ${selector}`);
    return found;
  };
  const storage = () => localStorage;
  const [line, choice, matches] = ['#county-chosen', '#county-choice', '#county-matches'].map((each) =>
    find(each),
  ) as [HTMLElement, HTMLElement, HTMLElement];
  const input = find<HTMLInputElement>('#county-name');
  const named = chosenCounty(location.search, storage);
  let county = counties.find(({ id }) => id === named);

  const show = () => {
    line.hidden = county === undefined;
    choice.hidden = county !== undefined;
    find('#county-chosen strong').textContent = county?.name ?? '';
  };
  const choose = (given: ListedCounty | undefined) => {
    county = given;
    storeCounty(given?.id ?? '', storage);
    input.value = '';
    fill(matches);
    show();
    onChange();
  };
  const offer = () => {
    const found = matchCounties(input.value, counties);
    const isUnknown = found.length === 0 && input.value.trim() !== '';
    const entries = found.slice(0, MAX_MATCHES).map((each) => {
      const entry = document.createElement('li');
      const button = element('button', 'chip');
      button.setAttribute('type', 'button');
      button.textContent = each.name;
      button.addEventListener('click', () => choose(each));
      entry.append(button);
      return entry;
    });
    fill(matches, ...entries, isUnknown ? '没有这个县，看看打对了没有，也可以从页底的名单里找。' : '');
  };
  input.addEventListener('input', offer);
  // Enter takes the only one that fits.
  input.addEventListener('keydown', (event) => {
    const found = matchCounties(input.value, counties);
    if (event.key === 'Enter' && !event.isComposing && found.length === 1) choose(found[0]);
  });
  find('#county-chosen button').addEventListener('click', () => {
    choose(undefined);
    input.focus();
  });
  if (county !== undefined) storeCounty(county.id, storage);
  show();
  return { chosen: () => county };
}
