/** The reader's county, kept on this phone only. The search over all counties reads it as well. */

export const COUNTY_KEY = 'mingbai:county';

/** The id of the county that was chosen last; undefined if none was, or if storage is refused. */
export function keptCounty(storage: () => Storage): string | undefined {
  try {
    return storage().getItem(COUNTY_KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a county; undefined forgets it. */
export function keepCounty(id: string | undefined, storage: () => Storage): void {
  try {
    if (id === undefined) storage().removeItem(COUNTY_KEY);
    else storage().setItem(COUNTY_KEY, id);
  } catch {
    // Storage is refused: the next visit begins with the list.
  }
}
