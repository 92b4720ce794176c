/** The reader's county: chosen once, by hand or by a link, and kept on this phone only. */

const STORAGE_KEY = 'mingbai:county';

/** The id of the county in the address of the page (`?county=fenxi`), or of the last choice; empty without any. */
export function chosenCounty(search: string, storage: () => Storage): string {
  const given = new URLSearchParams(search).get('county');
  if (given !== null) return given;
  try {
    return storage().getItem(STORAGE_KEY) ?? '';
  } catch {
    return '';
  }
}

/** Keeps a choice; an empty id forgets it. */
export function keepCounty(id: string, storage: () => Storage): void {
  try {
    if (id === '') storage().removeItem(STORAGE_KEY);
    else storage().setItem(STORAGE_KEY, id);
  } catch {
    // Storage is refused: the address of the page has the choice.
  }
}
