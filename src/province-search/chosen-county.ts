/** The reader's county: chosen once, by hand or by a link, and stored on this phone only. The province's pages and its search share it. */

const STORAGE_KEY = 'mingbai:county';

/** The id of the county in the address of the page (`?county=fenxi`), or of the last choice; empty without any. */
export function chosenCounty(search: string, storage: () => Storage): string {
  return new URLSearchParams(search).get('county') ?? storedCounty(storage);
}

/** The id of the last choice; empty without one, or if storage is refused. */
export function storedCounty(storage: () => Storage): string {
  try {
    return storage().getItem(STORAGE_KEY) ?? '';
  } catch {
    return '';
  }
}

/** Stores a choice; an empty id forgets it. */
export function storeCounty(id: string, storage: () => Storage): void {
  try {
    if (id === '') storage().removeItem(STORAGE_KEY);
    else storage().setItem(STORAGE_KEY, id);
  } catch {
    // Storage is refused: the search has the choice in its address, other pages begin with the list.
  }
}
