/** The three lists of one person, each policy with its reason. */
import type { FinderDataPolicy } from '../../documents/finder-data.ts';
import type { FinderResult } from '../../documents/finder-results.ts';
import { button, element } from './element.client.ts';

type Result = FinderResult<FinderDataPolicy>;

/** The most policies of a list before somebody asks for all: a slow phone takes long to lay out hundreds. */
const MAX_LISTED = 6;

const LISTS = [
  { outcome: 'likely', title: '多半能办', colour: 'text-good' },
  { outcome: 'open', title: '要再问一句', colour: 'text-careful' },
  { outcome: 'no', title: '办不了', colour: 'text-soft' },
] as const;

/** Fills `place` with the lists; `linkTo` gives the address of a policy. */
export function renderResults(
  place: HTMLElement,
  results: readonly Result[],
  linkTo: (policy: FinderDataPolicy) => string,
): void {
  place.textContent = '';
  for (const { outcome, title, colour } of LISTS) {
    const own = results.filter((result) => result.outcome === outcome);
    if (own.length === 0) continue;
    const list = element('ul', 'list');
    const add = (part: readonly Result[]) =>
      list.append(...part.map((result) => item(result, colour, linkTo(result.policy))));
    const addFirst = () => {
      add(own.slice(0, MAX_LISTED));
      if (own.length > MAX_LISTED) list.after(moreButton(own, add));
    };
    const heading = `${title}（${own.length}个）`;
    const part =
      outcome === 'no'
        ? element('details', 'mb-3', element('summary', '', heading), list)
        : element('section', 'mb-3', element('h3', `mb-1 font-bold ${colour}`, heading), list);
    // Those that cannot be had are folded, and written when somebody opens them: they are many, and nobody came for them.
    if (outcome === 'no') part.addEventListener('toggle', addFirst, { once: true });
    else addFirst();
    place.append(part);
  }
}

function moreButton(own: readonly Result[], add: (part: readonly Result[]) => void): HTMLButtonElement {
  const more = button(`还有${own.length - MAX_LISTED}个，都看看`, 'button w-full', () => {
    add(own.slice(MAX_LISTED));
    more.remove();
  });
  return more;
}

function item({ policy, reason }: Result, colour: string, address: string): HTMLElement {
  const card = element(
    'a',
    'card',
    element('strong', 'card-title', policy.title),
    element('span', colour, reason),
  );
  card.href = address;
  return element('li', '', card);
}

/** The number of policies in each list, for the line that is read out. */
export function countWords(results: readonly Result[]): string {
  return LISTS.map(
    ({ outcome, title }) => `${title}${results.filter((each) => each.outcome === outcome).length}个`,
  ).join('，');
}
