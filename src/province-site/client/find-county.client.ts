/** Narrows the list of counties while somebody types. */
import { matchCounties } from '../../province-search/match-counties.ts';

/** Makes the form hide what does not match; submitting it leads to the one that fits best. */
export function initFinder(form: HTMLElement, page: Document): void {
  const input = form.querySelector('input');
  const count = form.querySelector('[data-found]');
  const letters = page.querySelector<HTMLElement>('[data-letters]');
  const sections = Array.from(page.querySelectorAll<HTMLElement>('[data-county-list] section'));
  if (!input) return;
  const counties = Array.from(
    page.querySelectorAll<HTMLAnchorElement>('[data-county-list] [data-county]'),
    (link) => ({
      link,
      name: (link.textContent ?? '').trim(),
      sounds: link.dataset.sounds ?? '',
    }),
  );
  let first: HTMLAnchorElement | undefined;

  const narrow = () => {
    const isAll = input.value.trim() === '';
    const found = matchCounties(input.value, counties);
    first = found[0]?.link;
    const shown = new Set(found);
    for (const county of counties) {
      const item = county.link.closest('li');
      if (item) item.hidden = !isAll && !shown.has(county);
    }
    for (const section of sections) section.hidden = section.querySelector('li:not([hidden])') === null;
    if (letters) letters.hidden = !isAll;
    if (count) count.textContent = isAll ? '' : found.length > 0 ? `找到${found.length}个` : NONE;
  };

  input.addEventListener('input', narrow);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // A click, so that the county is stored as well.
    first?.click();
  });
  // A browser that goes back restores what was typed.
  narrow();
}

const NONE = '没有这样的县。少打几个字试试，或者在下面的名单里找。';
