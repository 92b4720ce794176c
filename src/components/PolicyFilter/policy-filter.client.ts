/** Narrows the list of policies while the reader chooses; the choice is in the address, so it can be sent on. */

/** A reader's choices: the names of the questions with their answers, without unanswered ones. */
type Chosen = [name: string, value: string][];

/** Makes the choices select the items `[data-policy]` of the page; if these are not all, the choices lead to the search. */
export function initFilter(choices: HTMLElement, page: ParentNode, place: Location, past: History): void {
  const elsewhere = choices.querySelector<HTMLAnchorElement>('[data-elsewhere]');
  if (elsewhere) return leadElsewhere(choices, elsewhere);
  const items = Array.from(page.querySelectorAll<HTMLElement>('[data-policy]'));
  const count = choices.querySelector('[data-count]');
  const none = choices.querySelector<HTMLElement>('[data-none]');

  const apply = () => {
    const wanted = chosenIn(choices);
    let shown = 0;
    for (const item of items) {
      const fits = wanted.every(([name, value]) => fitsChoice(item, name, value));
      item.hidden = !fits;
      if (fits) shown += 1;
    }
    if (count) count.textContent = wanted.length > 0 && shown > 0 ? `有${shown}个合适的。` : '';
    if (none) none.hidden = wanted.length === 0 || shown > 0;
  };

  takeFrom(choices, new URLSearchParams(place.search));
  choices.addEventListener('change', () => {
    const query = new URLSearchParams(chosenIn(choices)).toString();
    past.replaceState(null, '', place.pathname + (query === '' ? '' : `?${query}`));
    apply();
  });
  apply();
}

function chosenIn(choices: HTMLElement): Chosen {
  return controlsIn(choices)
    .filter((each) => each.value !== '' && (!(each instanceof HTMLInputElement) || each.checked))
    .map(({ name, value }) => [name, value]);
}

function controlsIn(choices: HTMLElement): (HTMLSelectElement | HTMLInputElement)[] {
  return Array.from(choices.querySelectorAll<HTMLSelectElement | HTMLInputElement>('select, input'));
}

/** Sets the choices from the address; an unknown value in a broken one leaves the choice open. A fold with a choice in it is opened. */
function takeFrom(choices: HTMLElement, asked: URLSearchParams): void {
  for (const each of controlsIn(choices)) {
    const value = asked.get(each.name);
    if (value === null) continue;
    if (each instanceof HTMLInputElement) {
      if (each.value === value) each.checked = true;
      continue;
    }
    if (!Array.from(each.options).some((option) => option.value === value)) continue;
    each.value = value;
    const fold = each.closest('details');
    if (fold && value !== '') fold.open = true;
  }
}

/** Adds the choices to the address of the link. */
function leadElsewhere(choices: HTMLElement, link: HTMLAnchorElement): void {
  const plain = link.getAttribute('href') ?? '';
  choices.addEventListener('change', () => {
    link.setAttribute(
      'href',
      plain +
        chosenIn(choices)
          .map(([name, value]) => `&${name}=${value}`)
          .join(''),
    );
  });
}

/** Whether an item has the chosen value; its status is that of its badge, recomputed on this phone. */
function fitsChoice(item: HTMLElement, name: string, value: string): boolean {
  if (name === 'status') return item.querySelector<HTMLElement>('.badge')?.dataset.status === value;
  const values = (item.dataset[name] ?? '').split(' ');
  return values.includes(value) || values.includes('*');
}
