/** The places that a document concerns: those it names, those they lie in, and those in them. */
import { placeAndAbove, type Site } from './site.ts';

const below = new WeakMap<Site['places'], Map<string, string[]>>();

/** The ids of all places that one of `places` concerns; the same as `concernsPlace`, asked the other way round. */
export function concernedBy(site: Site, places: readonly string[]): Set<string> {
  let known = below.get(site.places);
  if (known === undefined) {
    known = new Map();
    for (const { id } of site.places) {
      for (const above of placeAndAbove(site, id)) known.set(above, [...(known.get(above) ?? []), id]);
    }
    below.set(site.places, known);
  }
  const inside = known;
  return new Set(places.flatMap((place) => [...placeAndAbove(site, place), ...(inside.get(place) ?? [])]));
}

/** Ids with spaces between them, as pages write them for the choices that narrow a list down; `*` for the whole county. */
export function concernedPlaces(site: Site, places: readonly string[] | undefined): string {
  if (places === undefined) return '*';
  const concerned = concernedBy(site, places);
  return site.places.flatMap(({ id }) => (concerned.has(id) ? id : [])).join(' ');
}
