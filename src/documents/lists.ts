/** Every list of the site that grows with its documents, and on how many pages each stands. */
import { gatherAction, gatherAudience, gatheringPages, gatherPlace } from './gathering.ts';
import { countPages, listOfPage, listPageAddress, TITLES_ON_A_PAGE, TOOLS_ON_A_PAGE } from './list-pages.ts';
import type { Site } from './site.ts';
import { policyStatuses, policyStatusOn } from './status.ts';

/** A list by the address of its first page. */
export interface List {
  address: string;
  pages: number;
}

const known = new WeakMap<Site, List[]>();

/** All of them; worked out once for a site. */
export function listsOf(site: Site): List[] {
  let lists = known.get(site);
  if (lists === undefined) {
    lists = countLists(site);
    known.set(site, lists);
  }
  return lists;
}

/** The further pages of all lists. */
export function furtherPages(site: Site): string[] {
  return listsOf(site).flatMap(({ address, pages }) =>
    Array.from({ length: pages - 1 }, (_, index) => listPageAddress(address, index + 2)),
  );
}

/** Further pages that once stood and that their lists no longer need: each leads to the list. */
export function formerListPages(site: Site): { from: string; to: string }[] {
  const standing = new Set(furtherPages(site));
  return site.ledger.flatMap(({ address }) => {
    const list = listOfPage(address);
    return list === undefined || standing.has(address) ? [] : [{ from: address, to: list }];
  });
}

function countLists(site: Site): List[] {
  const { policies, stories, notices, guides, today } = site;
  const documents = policies.length + stories.length + notices.length + guides.length;
  const usable = policies.filter(({ data }) => policyStatusOn(data, today) !== 'ended');
  const ofStatus = (status: string) => policies.filter(({ data }) => policyStatusOn(data, today) === status);
  return [
    { address: '/policies/', pages: countPages(policies.length) },
    { address: '/stories/', pages: countPages(stories.length) },
    { address: '/notices/', pages: countPages(notices.length) },
    { address: '/search/', pages: countPages(documents, TITLES_ON_A_PAGE) },
    { address: '/toolkit/', pages: countPages(usable.length, TOOLS_ON_A_PAGE) },
    ...policyStatuses.map((status) => ({
      address: `/policies/status/${status}/`,
      pages: countPages(ofStatus(status).length),
    })),
    ...site.audiences.map(({ id }) => ({
      address: `/toolkit/${id}/`,
      pages: countPages(usable.filter(({ data }) => data.audiences.includes(id)).length, TOOLS_ON_A_PAGE),
    })),
    ...site.actions.map(({ id }) => ({
      address: `/actions/${id}/`,
      pages: gatheringPages(gatherAction(site, id)).length,
    })),
    ...site.audiences.map(({ id }) => ({
      address: `/audiences/${id}/`,
      pages: gatheringPages(gatherAudience(site, id)).length,
    })),
    ...site.places.map(({ id }) => ({
      address: `/places/${id}/`,
      pages: gatheringPages(gatherPlace(site, id)).length,
    })),
  ];
}
