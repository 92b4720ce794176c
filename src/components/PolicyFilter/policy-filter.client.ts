/** Narrows the list of policies down while the reader chooses; the choice is in the address, so it can be sent on. */

/** Makes the choices filter the items `[data-policy]` of the page; where these are not all, lead to the search by them. */
export function offerFilter(choices: HTMLElement, page: ParentNode, place: Location, past: History): void {
  const elsewhere = choices.querySelector<HTMLAnchorElement>('[data-elsewhere]');
  if (elsewhere) return leadElsewhere(choices, elsewhere);
  const selects = Array.from(choices.querySelectorAll('select'));
  const items = Array.from(page.querySelectorAll<HTMLElement>('[data-policy]'));
  const count = choices.querySelector<HTMLElement>('[data-count]');

  const apply = () => {
    const wanted = selects.filter((select) => select.value !== '');
    let shown = 0;
    for (const item of items) {
      const fits = wanted.every((select) => fitsChoice(item, select.name, select.value));
      item.hidden = !fits;
      if (fits) shown += 1;
    }
    if (count) count.textContent = wanted.length === 0 ? '' : sayCount(shown);
  };

  const asked = new URLSearchParams(place.search);
  for (const select of selects) {
    // An unknown value in a broken address leaves the choice open.
    const value = asked.get(select.name) ?? '';
    if (Array.from(select.options).some((option) => option.value === value)) select.value = value;
    select.addEventListener('change', () => {
      const chosen = selects.filter((each) => each.value !== '').map((each) => [each.name, each.value]);
      const query = new URLSearchParams(chosen).toString();
      past.replaceState(null, '', place.pathname + (query === '' ? '' : `?${query}`));
      apply();
    });
  }
  apply();
}

/** Keeps the choices in the address that the link leads to. */
function leadElsewhere(choices: HTMLElement, link: HTMLAnchorElement): void {
  const plain = link.getAttribute('href') ?? '';
  choices.addEventListener('change', () => {
    const chosen = Array.from(choices.querySelectorAll('select'), ({ name, value }) => `&${name}=${value}`);
    link.setAttribute('href', plain + chosen.filter((each) => !each.endsWith('=')).join(''));
  });
}

function sayCount(shown: number): string {
  return shown === 0 ? '没有合适的。少选一样试试，或者打12345问。' : `有${shown}个合适的。`;
}

/** Whether an item has the chosen value; its status is the one on its badge, worked out on this phone. */
function fitsChoice(item: HTMLElement, name: string, value: string): boolean {
  if (name === 'status') return item.querySelector<HTMLElement>('.badge')?.dataset.status === value;
  const values = (item.dataset[name] ?? '').split(' ');
  return values.includes(value) || values.includes('*');
}
