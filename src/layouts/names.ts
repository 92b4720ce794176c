/** The names in headings that must not be broken between lines. */
import { displayName } from '../documents/display-name.ts';
import type { Site } from '../documents/site.ts';

/** A longer name does not fit on a line of the largest print. */
const MAX_WHOLE_NAME_LENGTH = 6;

const namesBySite = new WeakMap<Site, string[]>();

/** The names of a site's places, and the displayed names of people. */
export function wholeNames(site: Site): string[] {
  const names =
    namesBySite.get(site) ??
    [
      ...new Set([
        ...site.places.map(({ name }) => name),
        ...site.stories.map(({ data }) => displayName(data.person)),
      ]),
    ].filter((name) => name.length <= MAX_WHOLE_NAME_LENGTH);
  namesBySite.set(site, names);
  return names;
}
