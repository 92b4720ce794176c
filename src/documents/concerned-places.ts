/** The places a document concerns, as pages write them for the choices that narrow a list down. */
import { concernsPlace, type Site } from './site.ts';

/** Ids with spaces between them; `*` where it concerns the whole county. */
export function concernedPlaces(site: Site, places: readonly string[] | undefined): string {
  if (places === undefined) return '*';
  return site.places.flatMap(({ id }) => (concernsPlace(site, places, id) ? id : [])).join(' ');
}
