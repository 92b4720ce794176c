/** The counties as readers look for them: by name, by pinyin, by first letter. */
import { nameSounds } from '../../documents/name-sounds.ts';
import { syllablesOf } from '../../documents/pinyin.ts';
import { placeReadings } from '../../documents/place-readings.ts';
import { letterPlace, titleLetter } from '../../documents/title-letter.ts';
import type { CountySummary } from '../../schema/county-summary.ts';
import type { FrontInput } from './front-input.ts';
import { groupBy } from './group-by.ts';

export interface FrontCounty {
  id: string;
  name: string;
  /** The heading in the list: A to Z. */
  letter: string;
  /** A word for each character: its syllables without tones, several separated by `/`. */
  sounds: string;
  /** Where it is; only if another county has the same name. */
  region?: string | undefined;
  /** The address of its home page: of a county on the same host from the root of the host, otherwise with the host. */
  home: string;
  /** The day of its last build, if it is not that of the pages. */
  builtOn?: string | undefined;
  summary: CountySummary;
}

/** The counties in the order of their pinyin. */
export function frontCounties({ about, day, counties }: FrontInput): FrontCounty[] {
  const named = counties.map(({ id, summary, ...given }) => {
    const name = given.name ?? summary.county?.name ?? summary.name;
    const reading = given.reading ?? (given.name === undefined ? summary.county?.reading : undefined);
    const readings = placeReadings([{ name, ...(reading !== undefined && { reading }) }]);
    const syllables = syllablesOf(name, readings);
    const sounds = nameSounds(name, readings);
    return { id, summary, name, syllables, sounds, letter: titleLetter(name, readings) };
  });
  const counts = new Map<string, number>();
  for (const { name } of named) counts.set(name, (counts.get(name) ?? 0) + 1);
  return named
    .toSorted(
      (a, b) =>
        letterPlace(a.letter) - letterPlace(b.letter) ||
        compare(a.syllables.join(' '), b.syllables.join(' ')) ||
        compare(a.name, b.name) ||
        compare(a.id, b.id),
    )
    .map(({ id, summary, name, sounds, letter }) => ({
      id,
      name,
      letter,
      sounds,
      ...((counts.get(name) ?? 0) > 1 && { region: summary.region ?? summary.name }),
      home: addressFrom(about.url, summary.url),
      ...(summary.day !== day && { builtOn: summary.day }),
      summary,
    }));
}

/** The counties by their first letter, in order. */
export function byLetter(counties: readonly FrontCounty[]): { letter: string; counties: FrontCounty[] }[] {
  return groupBy(counties, ({ letter }) => letter).map((group) => ({
    letter: group[0]?.letter ?? '',
    counties: group,
  }));
}

/** The address of a page of a county; `address` is from the root of its site. */
export function addressIn({ home }: Pick<FrontCounty, 'home'>, address: string): string {
  return home.replace(/\/$/, '') + address;
}

/** The same with the host: for a feed. */
export function fullAddressIn({ summary }: Pick<FrontCounty, 'summary'>, address: string): string {
  return summary.url.replace(/\/$/, '') + address;
}

/** A page of the same host is linked without the host, so that a copy of all sites can be looked at on any machine. */
function addressFrom(own: string, url: string): string {
  const { origin, pathname } = new URL(url);
  const path = pathname.endsWith('/') ? pathname : `${pathname}/`;
  return origin === new URL(own).origin ? path : origin + path;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
