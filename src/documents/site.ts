/**
 * The whole site as pages use it: all documents and the links between them, on one day. No globals: pages get it as an argument and
 * pass on what a component needs.
 */
import type { LedgerEntry } from '../schema/addresses.ts';
import type { CollectionData } from '../schema/collections.ts';
import type { FinderQuestion } from '../schema/finder.ts';
import type { SiteData } from '../schema/site.ts';
import type { ContentDocument, Documents } from './document.ts';
import { type EmptyRecords, findEmptyRecords } from './empty-records.ts';
import type { ContentHistory } from './history.ts';
import type { NewsRecording } from './news-recording.ts';
import { orderPolicies } from './order.ts';
import type { Photographs } from './photograph.ts';
import { fillInRates } from './rates.ts';
import { noticeStatusAt } from './status.ts';

export { publishedOn } from './published-on.ts';

export type PolicyDocument = ContentDocument<'policies'>;
export type StoryDocument = ContentDocument<'stories'>;
export type NoticeDocument = ContentDocument<'notices'>;
export type GuideDocument = ContentDocument<'pages'>;

export interface Site {
  /** The content of site.yml. */
  about: SiteData;
  /** The day the site is built for, `YYYY-MM-DD`. */
  today: string;
  /** In the order of order.ts: closing soon, new, others, ended. */
  policies: PolicyDocument[];
  /** Newest first. */
  stories: StoryDocument[];
  /** Future ones by date, then past ones, newest first. */
  notices: NoticeDocument[];
  /** By their order. */
  guides: GuideDocument[];
  actions: CollectionData['actions'][];
  audiences: CollectionData['audiences'][];
  places: CollectionData['places'][];
  /** The number for any question first. */
  contacts: CollectionData['contacts'][];
  glossary: CollectionData['glossary'][];
  rates: CollectionData['rates'][];
  /** The records with empty pages today. */
  empty: EmptyRecords;
  ledger: LedgerEntry[];
  /** Recent changes of documents and records; empty if unknown. */
  history: ContentHistory;
  /** The questions of the finder; may be empty. */
  finder: FinderQuestion[];
  /** The photographs that the build has encoded, by their address; none in the preview. */
  photographs: Photographs;
  /** The recording of the news that the build has made; absent if site.yml does not ask for one, and where none could be made. */
  newsRecording?: NewsRecording;
}

/** The data of a county besides its documents. */
export interface County {
  site: SiteData;
  ledger: LedgerEntry[];
  finder: FinderQuestion[];
  history?: ContentHistory;
  photographs?: Photographs;
  newsRecording?: NewsRecording | undefined;
}

/** Sorts the documents of a content folder into the order in which readers see them; rates in their texts become the amounts of the day. */
export function createSite(written: Documents, county: County, today: string): Site {
  const documents = fillInRates(written, today);
  const { site: about, ledger, finder, history = {}, photographs = {}, newsRecording } = county;
  const byOrder = <T extends { order: number; id: string }>(records: T[]) =>
    records.toSorted((a, b) => a.order - b.order || compare(a.id, b.id));
  return {
    about,
    today,
    policies: orderPolicies(documents.policies, {
      today,
      ledger,
      audiences: byOrder(documents.audiences),
    }),
    stories: documents.stories.toSorted(
      (a, b) => compare(b.data.date, a.data.date) || compare(a.slug, b.slug),
    ),
    notices: sortNotices(documents.notices, today),
    guides: documents.pages.toSorted(
      (a, b) => (a.data.order ?? 9999) - (b.data.order ?? 9999) || compare(a.slug, b.slug),
    ),
    actions: byOrder(documents.actions),
    audiences: byOrder(documents.audiences),
    places: documents.places,
    contacts: firstOf(documents.contacts, ({ phone }) => phone === about.telephone),
    glossary: documents.glossary,
    rates: documents.rates,
    empty: findEmptyRecords(documents, today),
    ledger,
    finder,
    history,
    photographs,
    ...(newsRecording && { newsRecording }),
  };
}

/** The same records, those that match before the others. */
function firstOf<T>(records: readonly T[], isFirst: (record: T) => boolean): T[] {
  return [...records.filter(isFirst), ...records.filter((record) => !isFirst(record))];
}

function sortNotices(notices: NoticeDocument[], today: string): NoticeDocument[] {
  const hasEnded = (notice: NoticeDocument) => noticeStatusAt(notice.data, today) === 'over';
  const byStart = notices.toSorted(
    (a, b) => compare(a.data.starts, b.data.starts) || compare(a.slug, b.slug),
  );
  return [...byStart.filter((notice) => !hasEnded(notice)), ...byStart.filter(hasEnded).reverse()];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The records with the given ids, in that order; the corpus has checked that each exists. */
export function pick<T extends { id: string }>(
  records: readonly T[],
  ids: readonly string[] | undefined,
): T[] {
  return pickFrom(records, ids, ({ id }) => id);
}

/** The documents with the given slugs, in that order. */
export function pickDocuments<T extends { slug: string }>(
  documents: readonly T[],
  slugs: readonly string[] | undefined,
): T[] {
  return pickFrom(documents, slugs, ({ slug }) => slug);
}

const indexes = new WeakMap<readonly unknown[], Map<string, unknown>>();

/** Uses an index made once for each list: a site looks up its thousands of items a hundred thousand times. */
function pickFrom<T>(
  list: readonly T[],
  keys: readonly string[] | undefined,
  keyOf: (item: T) => string,
): T[] {
  if (keys === undefined || keys.length === 0) return [];
  let index = indexes.get(list) as Map<string, T> | undefined;
  if (index === undefined) {
    // Of two with the same key the first counts.
    index = new Map(list.toReversed().map((item) => [keyOf(item), item]));
    indexes.set(list, index);
  }
  return keys.flatMap((key) => index.get(key) ?? []);
}

const chainsByPlace = new WeakMap<readonly { id: string }[], Map<string, string[]>>();

/** A place and all places around it, from small to large: a document about one of them concerns it. */
export function placeAndAbove({ places }: Site, id: string): string[] {
  let chains = chainsByPlace.get(places);
  if (chains === undefined) {
    chains = new Map();
    chainsByPlace.set(places, chains);
  }
  let chain = chains.get(id);
  if (chain === undefined) {
    chain = [];
    for (let at: string | undefined = id; at !== undefined && !chain.includes(at); ) {
      chain.push(at);
      at = pick(places, [at])[0]?.parent;
    }
    chains.set(id, chain);
  }
  return chain;
}

const storiesBySlug = new WeakMap<readonly StoryDocument[], Map<string, StoryDocument[]>>();

/** The stories of people who used a policy, newest first. */
export function storiesOf(site: Site, policy: PolicyDocument): StoryDocument[] {
  let index = storiesBySlug.get(site.stories);
  if (index === undefined) {
    index = new Map();
    for (const story of site.stories) {
      for (const slug of new Set(story.data.policies)) index.set(slug, [...(index.get(slug) ?? []), story]);
    }
    storiesBySlug.set(site.stories, index);
  }
  return index.get(policy.slug) ?? [];
}
