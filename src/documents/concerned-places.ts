/** The places that a document concerns: those it names, the places around them, and those in them. */
import { placeAndAbove, type Site } from './site.ts';

const below = new WeakMap<Site['places'], Map<string, string[]>>();

/** The places in each place, and itself; computed once, because every document uses it. */
function placesBelow(site: Site): Map<string, string[]> {
  let cached = below.get(site.places);
  if (cached === undefined) {
    cached = new Map();
    for (const { id } of site.places) for (const above of placeAndAbove(site, id)) push(cached, above, id);
    below.set(site.places, cached);
  }
  return cached;
}

/** The ids of all places that a document with `places` concerns: these, those above them and those in them. */
export function concernedBy(site: Site, places: readonly string[]): Set<string> {
  const inside = placesBelow(site);
  return new Set(places.flatMap((place) => [...placeAndAbove(site, place), ...(inside.get(place) ?? [])]));
}

/** Adds an item to the list of a place. */
export function push<T>(lists: Map<string, T[]>, id: string, item: T): void {
  const list = lists.get(id);
  if (list) list.push(item);
  else lists.set(id, [item]);
}

/** Ids separated by spaces, as pages write them for the list filters; `*` for the whole county. */
export function concernedPlaces(site: Site, places: readonly string[] | undefined): string {
  if (places === undefined) return '*';
  const concerned = concernedBy(site, places);
  return site.places.flatMap(({ id }) => (concerned.has(id) ? id : [])).join(' ');
}
