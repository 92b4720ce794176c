/** The actions, audiences and places with empty pages: they keep their addresses, and no link leads to them. */
import type { Documents } from './document.ts';
import { noticeStatusAt } from './status.ts';

/** Collections of records that have a page each with the documents that belong to it. */
export type TopicCollection = 'actions' | 'audiences' | 'places';

/** The ids of the empty ones of each collection, as lists so that they can be stored. */
export type EmptyRecords = Readonly<Record<TopicCollection, readonly string[]>>;

/** The empty records of a content folder on a day, `YYYY-MM-DD`, with the same result as topic-listing.ts. */
export function findEmptyRecords(documents: Documents, today: string): EmptyRecords {
  const { policies, stories, notices, actions, audiences, places } = documents;
  const open = notices.filter(({ data }) => noticeStatusAt(data, today) !== 'over');
  const usedActions = new Set([...policies, ...stories].map(({ data }) => data.action));
  const usedAudiences = new Set(policies.flatMap(({ data }) => data.audiences));
  // A document without places concerns all of them, and most counties have one.
  const isEverywhere = [...policies, ...open].some(({ data }) => data.places === undefined);
  const idsOf = (records: readonly { id: string }[]) => records.map(({ id }) => id);
  return {
    actions: idsOf(actions).filter((id) => !usedActions.has(id)),
    audiences: idsOf(audiences).filter((id) => !usedAudiences.has(id)),
    places: isEverywhere ? [] : emptyPlaces(places, [...policies, ...open], stories),
  };
}

/** Places that no document concerns: neither named themselves, nor a place around or in them. */
function emptyPlaces(
  places: Documents['places'],
  concerning: readonly { data: { places?: readonly string[] | undefined } }[],
  stories: Documents['stories'],
): string[] {
  const named = new Set(concerning.flatMap(({ data }) => data.places ?? []));
  const told = stories.flatMap(({ data }) => data.place ?? []);
  const reached = new Set([...named, ...told].flatMap((id) => chainOf(places, id)));
  // A story about a place does not concern the places in it; a policy there does.
  const holds = (id: string) => reached.has(id) || chainOf(places, id).some((above) => named.has(above));
  return places.map(({ id }) => id).filter((id) => !holds(id));
}

/** The non-empty records of a collection, in their order. */
export function withoutEmpty<
  C extends TopicCollection,
  S extends { empty: EmptyRecords } & Record<C, readonly { id: string }[]>,
>(site: S, collection: C): S[C][number][] {
  const empty = new Set(site.empty[collection]);
  return site[collection].filter(({ id }) => !empty.has(id));
}

/** A place and those around it; a chain that leads back to itself ends there. */
function chainOf(places: readonly { id: string; parent?: string | undefined }[], id: string): string[] {
  const chain: string[] = [];
  for (let at: string | undefined = id; at !== undefined && !chain.includes(at); ) {
    chain.push(at);
    at = places.find((place) => place.id === at)?.parent;
  }
  return chain;
}
