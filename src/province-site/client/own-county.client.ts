/** What a page shows for the county that the reader has chosen before. */
import { storeCounty, storedCounty } from '../../province-search/chosen-county.ts';

type Store = () => Storage;

/** Stores the county of every link to one that is followed, also in a new tab. */
export function storeFollowed(page: Document, storage: Store): void {
  page.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLElement>('[data-county]') : null;
    if (link) storeCounty(link.dataset.county ?? '', storage);
  });
}

/** Offers the stored county above the list of all. */
export function offerStored(box: HTMLElement, page: ParentNode, storage: Store): void {
  const stored = linkTo(page, storedCounty(storage));
  const link = box.querySelector<HTMLAnchorElement>('[data-chosen-link]');
  const words = link?.querySelector('span');
  if (!stored || !link || !words) return;
  link.href = stored.href;
  link.dataset.county = stored.dataset.county;
  words.textContent = `去${stored.querySelector('span')?.textContent ?? ''}`;
  box.hidden = false;
  box.querySelector('[data-forget]')?.addEventListener('click', () => {
    storeCounty('', storage);
    box.hidden = true;
  });
}

/** Puts the stored county first in a list of counties. */
export function putFirst(list: HTMLElement, storage: Store): void {
  const item = linkTo(list, storedCounty(storage))?.closest('li');
  if (item && item !== list.firstElementChild) list.prepend(item);
}

/** Marks the row of the stored county in a table. */
export function markRow(table: HTMLElement, storage: Store): void {
  const id = storedCounty(storage);
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
