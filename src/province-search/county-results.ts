/** A hit of the province's index: one answer for the same page of many counties, with a choice of county. */
import { element, type SearchPageElements } from '../search/client/render-results.ts';
import { type ProvinceFacts, readCounties } from '../search/province/province-facts.ts';
import type { ListedCounty } from './listed-county.ts';

type Complete = NonNullable<SearchPageElements['complete']>;

/** The counties of a hit. */
export function countiesOf(facts: object, counties: readonly ListedCounty[]): ListedCounty[] {
  return readCounties((facts as Partial<ProvinceFacts>).counties ?? '', counties);
}

/** Completes the card of a hit: the name of its county and the link into its site, or the choice of one of several. */
export function completeWith(counties: readonly ListedCounty[]): Complete {
  return (item, { address, facts }) => {
    const link = item.querySelector('a');
    const having = countiesOf(facts, counties);
    const { differs } = facts as ProvinceFacts;
    if (link === null) return;
    if (differs === 'dates') for (const badge of item.querySelectorAll('.badge')) badge.remove();
    const [only, ...others] = having;
    if (only !== undefined && others.length === 0) {
      link.setAttribute('href', only.href + address.slice(1));
      link.firstElementChild?.prepend(`${only.name} `);
      return;
    }
    const text = element('div', '');
    text.append(...Array.from(link.childNodes));
    if (differs !== undefined) {
      const note = element('span', 'mt-2 block text-small text-soft');
      note.textContent = '各县的钱数、日子、电话可能不一样，选您的县看。';
      text.append(note);
    }
    link.replaceWith(text, choiceOf(having, address));
  };
}

/** A fold with a link for each county, made when it is opened: a hundred links for each of six answers would slow a cheap phone. */
function choiceOf(counties: readonly ListedCounty[], address: string): HTMLElement {
  const fold = element('details', 'mt-2');
  const summary = element('summary', 'font-bold');
  summary.textContent = `${counties.length} 个县有，选县看`;
  const list = element('ul', 'chips mt-2');
  fold.append(summary, list);
  fold.addEventListener('toggle', () => {
    if (list.firstChild !== null) return;
    for (const { name, href } of counties) {
      const entry = document.createElement('li');
      const link = element('a', 'chip');
      link.setAttribute('href', href + address.slice(1));
      link.textContent = name;
      entry.append(link);
      list.append(entry);
    }
  });
  return fold;
}
