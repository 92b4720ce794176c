/** The line break positions of titles, from the last build where it had the same title: finding them needs a dictionary of words. */
import { readEntries, trySystemCall, writeEntries } from '../cache/entries-file.ts';
import { formatBreakPositions } from '../line-breaks/word-breaks.ts';

export interface TitleBreaks {
  /** The positions in the form of client/insert-line-breaks.ts; empty without any. */
  of(title: string): string;
  /** Writes those that were requested, if they are not those of the last build. */
  close(): void;
}

/** Opens the cache in `file`; `version` is a hash of the code that finds the positions. */
export function openTitleBreaks(file: string, version: string): TitleBreaks {
  const format = `breaks ${version}`;
  const known = readEntries<string>(file, format);
  const requested = new Map<string, string>();
  return {
    of(title) {
      const positions = requested.get(title) ?? known.get(title) ?? formatBreakPositions(title);
      requested.set(title, positions);
      return positions;
    },
    close() {
      const isSame =
        requested.size === known.size && [...requested.keys()].every((title) => known.has(title));
      if (!isSame) trySystemCall(() => writeEntries(file, format, requested));
    },
  };
}
