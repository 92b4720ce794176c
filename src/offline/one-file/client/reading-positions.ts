/** Where the reader was on each page of the history: without it the way back would lead to the top of a long list. */

export interface ReadingPositions {
  /** Remembers the position on the current page, before it is left. */
  save(): void;
  /**
   * Called when the history has moved: gives the address of the new entry its full form, `fragment`. Returns the position if the reader
   * was there before.
   */
  enter(fragment: string): number | undefined;
  /** Changes the address of the current entry. */
  replace(fragment: string): void;
}

export function createPositions(): ReadingPositions {
  const positions = new Map<number, number>();
  // No entry of an earlier visit to the file has the same number.
  let next = Date.now();
  let entry = next;
  const save = () => void positions.set(entry, scrollY);
  const replace = (fragment: string) => {
    try {
      history.replaceState({ entry }, '', fragment);
    } catch {
      // Some browsers refuse it to files.
      if (location.hash !== fragment) location.replace(fragment);
    }
  };
  history.scrollRestoration = 'manual';
  return {
    save,
    replace,
    enter(fragment) {
      const known = (history.state as { entry?: number } | null)?.entry;
      if (known === undefined) {
        next += 1;
        entry = next;
        replace(fragment);
        return undefined;
      }
      save();
      entry = known;
      return positions.get(entry) ?? 0;
    },
  };
}
