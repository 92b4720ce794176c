/** All documents of an action, an audience or a place, in the order of its page. */
import { concernedBy, push } from './concerned-places.ts';
import { distanceFromAudience, distanceFromPlace, orderPolicies } from './order.ts';
import { CARD_PAGE_SIZE, countPages, type Page } from './pagination.ts';
import {
  type NoticeDocument,
  type PolicyDocument,
  placeAndAbove,
  type Site,
  type StoryDocument,
} from './site.ts';
import { noticeStatusAt, policyStatusOn } from './status.ts';

/** Maximum number of countywide documents, the same for every place, on a place's page. */
const MAX_COUNTYWIDE = { policies: 45, notices: 10 };

/** The documents of a page; the keys are in display order. */
export interface TopicListing {
  notices: NoticeDocument[];
  /** Policies that can be used now, or soon. */
  usable: PolicyDocument[];
  stories: StoryDocument[];
  ended: PolicyDocument[];
}

/** The documents of a topic in any order. */
export interface TopicDocuments {
  notices: NoticeDocument[];
  policies: PolicyDocument[];
  stories: StoryDocument[];
}

/** The documents of an action; policies in the order of the site. */
export function documentsOfAction({ policies, stories }: Site, id: string): TopicDocuments {
  return {
    notices: [],
    policies: policies.filter(({ data }) => data.action === id),
    stories: stories.filter(({ data }) => data.action === id),
  };
}

/** The documents for a group of people: their policies, and the stories of those who used one. */
export function documentsOfAudience(site: Site, id: string): TopicDocuments {
  const policies = site.policies.filter(({ data }) => data.audiences.includes(id));
  const slugs = new Set(policies.map(({ slug }) => slug));
  const stories = site.stories.filter(({ data }) => data.policies.some((slug) => slugs.has(slug)));
  return { notices: [], policies, stories };
}

/** The documents that concern a place, and the number of countywide ones that are not listed. */
export function documentsOfPlace(site: Site, id: string): TopicDocuments & { unlisted: number } {
  const cached = placeIndexes.get(site) ?? indexByPlace(site);
  placeIndexes.set(site, cached);
  const policies = selectForPlace(cached.policies, id, MAX_COUNTYWIDE.policies);
  const notices = selectForPlace(cached.notices, id, MAX_COUNTYWIDE.notices);
  return {
    notices: notices.shown,
    policies: policies.shown,
    stories: cached.stories.get(id) ?? [],
    unlisted: policies.unlisted + notices.unlisted,
  };
}

/** The documents of an action in the order of its page. */
export function listForAction(site: Site, id: string): TopicListing {
  const { policies, ...others } = documentsOfAction(site, id);
  return { ...others, ...splitByStatus(site, policies) };
}

/** The documents for a group of people in the order of their page. */
export function listForAudience(site: Site, id: string): TopicListing {
  const { policies, ...others } = documentsOfAudience(site, id);
  return { ...others, ...splitByStatus(site, orderPolicies(policies, site, distanceFromAudience(id))) };
}

/** The documents that concern a place in the order of its page, and the number of countywide ones that are not listed. */
export function listForPlace(site: Site, id: string): TopicListing & { unlisted: number } {
  const { policies, ...others } = documentsOfPlace(site, id);
  return { ...others, ...splitByStatus(site, orderPolicies(policies, site, distanceFromPlace(id))) };
}

/** Documents by the places that they concern, in their order; countywide ones separately. */
interface ByPlace<D> {
  own: Map<string, D[]>;
  wide: D[];
}

interface PlaceIndex {
  policies: ByPlace<PolicyDocument>;
  /** Those that are not over. */
  notices: ByPlace<NoticeDocument>;
  stories: Map<string, StoryDocument[]>;
}

const placeIndexes = new WeakMap<Site, PlaceIndex>();

/** Reads the documents once for all places: a county has hundreds of places, and thousands of documents. */
function indexByPlace(site: Site): PlaceIndex {
  const sorted = <D extends PolicyDocument | NoticeDocument>(documents: readonly D[]): ByPlace<D> => {
    const own = new Map<string, D[]>();
    for (const document of documents) {
      const { places } = document.data;
      if (places !== undefined) for (const id of concernedBy(site, places)) push(own, id, document);
    }
    return { own, wide: documents.filter(({ data }) => data.places === undefined) };
  };
  const stories = new Map<string, StoryDocument[]>();
  for (const story of site.stories) {
    const { place } = story.data;
    for (const id of place === undefined ? [] : placeAndAbove(site, place)) push(stories, id, story);
  }
  const open = site.notices.filter(({ data }) => noticeStatusAt(data, site.today) !== 'over');
  return { policies: sorted(site.policies), notices: sorted(open), stories };
}

/** The part of a listing on each of its pages. */
export function paginateTopic(listing: TopicListing, pageSize = CARD_PAGE_SIZE): Page<TopicListing>[] {
  const { notices, usable, stories, ended } = listing;
  const count = countPages(notices.length + usable.length + stories.length + ended.length, pageSize);
  return Array.from({ length: count }, (_, index) => {
    let before = 0;
    const cut = <T>(list: T[]): T[] => {
      const from = index * pageSize - before;
      before += list.length;
      return list.slice(Math.max(0, from), Math.max(0, from + pageSize));
    };
    const items = { notices: cut(notices), usable: cut(usable), stories: cut(stories), ended: cut(ended) };
    return { number: index + 1, count, items };
  });
}

/** All documents of the place itself, then a limited number of countywide ones. */
function selectForPlace<D>(
  { own, wide }: ByPlace<D>,
  id: string,
  maxCountywide: number,
): { shown: D[]; unlisted: number } {
  return {
    shown: [...(own.get(id) ?? []), ...wide.slice(0, maxCountywide)],
    unlisted: Math.max(0, wide.length - maxCountywide),
  };
}

function splitByStatus(
  { today }: Site,
  policies: readonly PolicyDocument[],
): Pick<TopicListing, 'usable' | 'ended'> {
  const isEnded = ({ data }: PolicyDocument) => policyStatusOn(data, today) === 'ended';
  return { usable: policies.filter((policy) => !isEnded(policy)), ended: policies.filter(isEnded) };
}
