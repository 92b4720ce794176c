/** The names in headings that must not be broken between lines. */
import { displayName } from '../documents/display-name.ts';
import type { Site } from '../documents/site.ts';

/** A longer name does not fit on a line of the largest print. */
const MAX_WHOLE_NAME_LENGTH = 6;

const namesOfPlaces = new WeakMap<Site['places'], string[]>();
const namesBySite = new WeakMap<Site, string[]>();

/** The names of a site's places, and the displayed names of people: one list for all pages without a story. */
export function wholeNames(site: Site): string[] {
  const places = namesOfPlaces.get(site.places) ?? shortEnough(site.places.map(({ name }) => name));
  namesOfPlaces.set(site.places, places);
  if (site.stories.length === 0) return places;
  const names =
    namesBySite.get(site) ??
    shortEnough([...places, ...site.stories.map(({ data }) => displayName(data.person))]);
  namesBySite.set(site, names);
  return names;
}

const shortEnough = (names: readonly string[]): string[] =>
  [...new Set(names)].filter((name) => name.length <= MAX_WHOLE_NAME_LENGTH);
