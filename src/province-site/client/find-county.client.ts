/** Narrows the list of counties while somebody types. */
import { matchesName } from './matches-sounds.ts';

/** Makes the form hide what does not match; submitting it leads to the first county that does. */
export function initFinder(form: HTMLElement, page: Document): void {
  const input = form.querySelector('input');
  const found = form.querySelector('[data-found]');
  const letters = page.querySelector<HTMLElement>('[data-letters]');
  const sections = Array.from(page.querySelectorAll<HTMLElement>('[data-county-list] section'));
  if (!input) return;
  let first: HTMLAnchorElement | undefined;

  const narrow = () => {
    const typed = input.value.trim();
    let count = 0;
    first = undefined;
    for (const section of sections) {
      let isShown = false;
      for (const link of section.querySelectorAll<HTMLAnchorElement>('[data-county]')) {
        const fits = matchesName(typed, link.textContent ?? '', link.dataset.sounds ?? '');
        const item = link.closest('li');
        if (item) item.hidden = !fits;
        if (!fits) continue;
        isShown = true;
        count += 1;
        first ??= link;
      }
      section.hidden = !isShown;
    }
    if (letters) letters.hidden = typed !== '';
    if (found) found.textContent = typed === '' ? '' : count > 0 ? `找到${count}个` : NONE;
  };

  input.addEventListener('input', narrow);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // A click, so that the county is stored as well.
    if (input.value.trim() !== '') first?.click();
  });
  // A browser that goes back restores what was typed.
  narrow();
}

const NONE = '没有这样的县。少打几个字试试，或者在下面的名单里找。';
