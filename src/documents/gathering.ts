/** All that belongs to an action, an audience or a place, in the order of its page. */
import { CARDS_ON_A_PAGE, countPages, type ListPart } from './list-pages.ts';
import {
  concernsPlace,
  type NoticeDocument,
  type PolicyDocument,
  placeAndAbove,
  type Site,
  type StoryDocument,
} from './site.ts';
import { noticeStatusAt, policyStatusOn } from './status.ts';

/** How many of those for the whole county, which are the same for every place, a place's page lists. */
const WIDE = { policies: 45, notices: 10 };

/** What a page gathers; the keys in the order in which a reader meets them. */
export interface Gathering {
  notices: NoticeDocument[];
  /** Policies that can be used now, or soon. */
  usable: PolicyDocument[];
  stories: StoryDocument[];
  ended: PolicyDocument[];
}

/** What belongs to an action. */
export function gatherAction(site: Site, id: string): Gathering {
  return {
    notices: [],
    ...byUse(
      site,
      site.policies.filter(({ data }) => data.action === id),
    ),
    stories: site.stories.filter(({ data }) => data.action === id),
  };
}

/** What is for a group of people: their policies, and the stories of those who used one. */
export function gatherAudience(site: Site, id: string): Gathering {
  const policies = site.policies.filter(({ data }) => data.audiences.includes(id));
  const slugs = new Set(policies.map(({ slug }) => slug));
  return {
    notices: [],
    ...byUse(site, policies),
    stories: site.stories.filter(({ data }) => data.policies.some((slug) => slugs.has(slug))),
  };
}

/** What concerns a place, and how much more there is that concerns the whole county and is not listed here. */
export function gatherPlace(site: Site, id: string): Gathering & { unlisted: number } {
  const concerns = ({ data }: PolicyDocument | NoticeDocument) => concernsPlace(site, data.places, id);
  const policies = listed(site.policies.filter(concerns), WIDE.policies);
  const notices = listed(
    site.notices.filter((notice) => noticeStatusAt(notice.data, site.today) !== 'over' && concerns(notice)),
    WIDE.notices,
  );
  return {
    notices: notices.shown,
    ...byUse(site, policies.shown),
    stories: site.stories.filter(
      ({ data }) => data.place !== undefined && placeAndAbove(site, data.place).includes(id),
    ),
    unlisted: policies.unlisted + notices.unlisted,
  };
}

/** The part of a gathering on each of its pages. */
export function gatheringPages(gathering: Gathering, most = CARDS_ON_A_PAGE): ListPart<Gathering>[] {
  const { notices, usable, stories, ended } = gathering;
  const count = countPages(notices.length + usable.length + stories.length + ended.length, most);
  return Array.from({ length: count }, (_, index) => {
    let before = 0;
    const cut = <T>(list: T[]): T[] => {
      const from = index * most - before;
      before += list.length;
      return list.slice(Math.max(0, from), Math.max(0, from + most));
    };
    const items = { notices: cut(notices), usable: cut(usable), stories: cut(stories), ended: cut(ended) };
    return { number: index + 1, count, items };
  });
}

/** Everything of the place itself, then so many of those for the whole county. */
function listed<D extends PolicyDocument | NoticeDocument>(
  documents: readonly D[],
  mostWide: number,
): { shown: D[]; unlisted: number } {
  const own = documents.filter(({ data }) => data.places !== undefined);
  const wide = documents.filter(({ data }) => data.places === undefined);
  const shown = [...own, ...wide.slice(0, mostWide)];
  return { shown, unlisted: documents.length - shown.length };
}

function byUse({ today }: Site, policies: readonly PolicyDocument[]): Pick<Gathering, 'usable' | 'ended'> {
  const isEnded = ({ data }: PolicyDocument) => policyStatusOn(data, today) === 'ended';
  return { usable: policies.filter((policy) => !isEnded(policy)), ended: policies.filter(isEnded) };
}
