/** What a page shows for the county that the reader has chosen before. */
import { keepCounty, keptCounty } from './kept-county.ts';

type Store = () => Storage;

/** Keeps the county of every link to one that is followed, also in a new tab. */
export function keepFollowed(page: Document, storage: Store): void {
  page.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLElement>('[data-county]') : null;
    if (link) keepCounty(link.dataset.county, storage);
  });
}

/** Offers the kept county above the list of all. */
export function offerKept(box: HTMLElement, page: ParentNode, storage: Store): void {
  const kept = linkTo(page, keptCounty(storage));
  const link = box.querySelector<HTMLAnchorElement>('[data-chosen-link]');
  const words = link?.querySelector('span');
  if (!kept || !link || !words) return;
  link.href = kept.href;
  link.dataset.county = kept.dataset.county;
  words.textContent = `去${kept.querySelector('span')?.textContent ?? ''}`;
  box.hidden = false;
  box.querySelector('[data-forget]')?.addEventListener('click', () => {
    keepCounty(undefined, storage);
    box.hidden = true;
  });
}

/** Puts the kept county first in a list of counties. */
export function putFirst(list: HTMLElement, storage: Store): void {
  const item = linkTo(list, keptCounty(storage))?.closest('li');
  if (item && item !== list.firstElementChild) list.prepend(item);
}

/** Marks the row of the kept county in a table. */
export function markRow(table: HTMLElement, storage: Store): void {
  const id = keptCounty(storage);
  const row = Array.from(table.querySelectorAll<HTMLElement>('[data-row]')).find(
    ({ dataset }) => dataset.row === id,
  );
  row?.setAttribute('aria-current', 'true');
}

/** Compared as data: what is stored may be any text. */
function linkTo(page: ParentNode, id: string | undefined): HTMLAnchorElement | undefined {
  return Array.from(page.querySelectorAll<HTMLAnchorElement>('a[data-county]')).find(
    ({ dataset }) => dataset.county === id,
  );
}
