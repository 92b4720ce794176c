/** Every list of the site that grows with its documents, and its number of pages. */

import {
  countPages,
  firstPageAddress,
  pageAddress,
  TITLE_PAGE_SIZE,
  TOOLKIT_PAGE_SIZE,
} from './pagination.ts';
import type { Site } from './site.ts';
import { policyStatuses, policyStatusOn } from './status.ts';
import {
  documentsOfAction,
  documentsOfAudience,
  documentsOfPlace,
  type TopicDocuments,
} from './topic-listing.ts';

/** A list by the address of its first page. */
export interface PaginatedList {
  address: string;
  pages: number;
}

const listsBySite = new WeakMap<Site, PaginatedList[]>();

/** All of them; computed once for each site. */
export function paginatedLists(site: Site): PaginatedList[] {
  let lists = listsBySite.get(site);
  if (lists === undefined) {
    lists = countLists(site);
    listsBySite.set(site, lists);
  }
  return lists;
}

/** The further pages of all lists. */
export function paginationAddresses(site: Site): string[] {
  return paginatedLists(site).flatMap(({ address, pages }) =>
    Array.from({ length: pages - 1 }, (_, index) => pageAddress(address, index + 2)),
  );
}

/** Further pages that existed and that their lists no longer need: each redirects to the list. */
export function paginationRedirects(site: Site): { from: string; to: string }[] {
  const standing = new Set(paginationAddresses(site));
  return site.ledger.flatMap(({ address }) => {
    const list = firstPageAddress(address);
    return list === undefined || standing.has(address) ? [] : [{ from: address, to: list }];
  });
}

/** Ordering the documents of hundreds of places takes far longer than counting them. */
function countTopicPages({ notices, policies, stories }: TopicDocuments): number {
  return countPages(notices.length + policies.length + stories.length);
}

function countLists(site: Site): PaginatedList[] {
  const { policies, stories, notices, guides, today } = site;
  const documents = policies.length + stories.length + notices.length + guides.length;
  const usable = policies.filter(({ data }) => policyStatusOn(data, today) !== 'ended');
  const ofStatus = (status: string) => policies.filter(({ data }) => policyStatusOn(data, today) === status);
  return [
    { address: '/policies/', pages: countPages(policies.length) },
    { address: '/stories/', pages: countPages(stories.length) },
    { address: '/notices/', pages: countPages(notices.length) },
    { address: '/search/', pages: countPages(documents, TITLE_PAGE_SIZE) },
    { address: '/toolkit/', pages: countPages(usable.length, TOOLKIT_PAGE_SIZE) },
    ...policyStatuses.map((status) => ({
      address: `/policies/status/${status}/`,
      pages: countPages(ofStatus(status).length),
    })),
    ...site.audiences.map(({ id }) => ({
      address: `/toolkit/${id}/`,
      pages: countPages(usable.filter(({ data }) => data.audiences.includes(id)).length, TOOLKIT_PAGE_SIZE),
    })),
    ...site.actions.map(({ id }) => ({
      address: `/actions/${id}/`,
      pages: countTopicPages(documentsOfAction(site, id)),
    })),
    ...site.audiences.map(({ id }) => ({
      address: `/audiences/${id}/`,
      pages: countTopicPages(documentsOfAudience(site, id)),
    })),
    ...site.places.map(({ id }) => ({
      address: `/places/${id}/`,
      pages: countTopicPages(documentsOfPlace(site, id)),
    })),
  ];
}
