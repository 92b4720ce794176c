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

/** Folded, and written when somebody opens it: they are many, and nobody came for them. */
const FOLDED = 'no';

/**
 * Builds the lists in `place`; returns what shows results in them. `linkTo` gives the address of a policy. Elements are used again for the
 * next results: on a slow phone it takes longer to build a card than to answer the question.
 */
export function buildLists(
  place: HTMLElement,
  linkTo: (policy: FinderDataPolicy) => string,
): (results: readonly Result[]) => void {
  const lists = LISTS.map((list) => buildList(place, list, linkTo));
  return (results) => {
    for (const showIn of lists) showIn(results);
  };
}

function buildList(
  place: HTMLElement,
  { outcome, title, colour }: (typeof LISTS)[number],
  linkTo: (policy: FinderDataPolicy) => string,
): (results: readonly Result[]) => void {
  let own: readonly Result[] = [];
  const list = element('ul', 'list');
  const more = button('', 'button w-full', () => fill(own.length));
  const fill = (count: number) => {
    for (const [index, result] of own.slice(0, count).entries()) {
      const item = list.children[index] ?? list.appendChild(newItem(colour));
      showResult(item, result, linkTo(result.policy));
    }
    while (list.children.length > Math.min(own.length, count)) list.lastChild?.remove();
    const rest = own.length - count;
    more.hidden = rest <= 0;
    setText(more, rest > 0 ? `还有${rest}个，都看看` : '');
  };
  const isFolded = outcome === FOLDED;
  const heading = isFolded ? element('summary', '') : element('h3', `mb-1 font-bold ${colour}`);
  const part = element(isFolded ? 'details' : 'section', 'mb-3', heading, list, more);
  const isOpen = () => !isFolded || (part as HTMLDetailsElement).open;
  part.addEventListener('toggle', () => isOpen() && fill(MAX_LISTED));
  place.append(part);
  return (results) => {
    own = results.filter((result) => result.outcome === outcome);
    part.hidden = own.length === 0;
    setText(heading, `${title}（${own.length}个）`);
    if (isOpen() || part.hidden) fill(MAX_LISTED);
  };
}

function newItem(colour: string): HTMLElement {
  return element('li', '', element('a', 'card', element('strong', 'card-title'), element('span', colour)));
}

function showResult(item: Element, { policy, reason }: Result, address: string): void {
  const card = item.firstChild as HTMLAnchorElement;
  card.href = address;
  setText(card.firstChild as HTMLElement, policy.title);
  setText(card.lastChild as HTMLElement, reason);
}

/** Sets a text that has changed: setting the same one would lay it out again. */
function setText(place: HTMLElement, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}

/** The results whose reasons the lists show before somebody asks for more. */
export function listedAtFirst(results: readonly Result[]): Result[] {
  return LISTS.filter(({ outcome }) => outcome !== FOLDED).flatMap(({ outcome }) =>
    results.filter((result) => result.outcome === outcome).slice(0, MAX_LISTED),
  );
}

/** The number of policies in each list, for the line that is read out. */
export function countWords(outcomes: readonly Result['outcome'][]): string {
  return LISTS.map(
    ({ outcome, title }) => `${title}${outcomes.filter((each) => each === outcome).length}个`,
  ).join('，');
}
