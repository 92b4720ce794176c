/** Every address of the site that readers and search engines should know, with the day it last changed. */
import { addressOf } from './address.ts';
import { paginationAddresses } from './paginated-lists.ts';
import { publishedOn, type Site } from './site.ts';
import { policyStatuses } from './status.ts';

/** An address with its last change, `YYYY-MM-DD`; lists carry none, they change with what they list. */
export interface KnownAddress {
  address: string;
  changedOn?: string;
}

/** All addresses in a fixed order; moved and withdrawn ones, and the page for wrong ones, are not among them. */
export function allAddresses(site: Site): KnownAddress[] {
  const lists = [
    '/',
    '/policies/',
    '/stories/',
    '/notices/',
    '/actions/',
    '/audiences/',
    '/places/',
    '/contacts/',
    '/glossary/',
    '/accessibility/',
    '/search/',
    '/finder/',
    '/digest/',
    '/toolkit/',
    '/offline/',
  ];
  const records = (['actions', 'audiences', 'places'] as const).flatMap((name) =>
    site[name].map(({ id }) => `/${name}/${id}/`),
  );
  const slips = site.audiences.map(({ id }) => `/toolkit/${id}/`);
  const statuses = policyStatuses.map((status) => `/policies/status/${status}/`);
  const reviewed = [...site.policies, ...site.guides].map((document) => ({
    address: addressOf(document.collection, document.slug),
    changedOn: document.data.reviewedOn,
  }));
  const dated = [...site.stories, ...site.notices].map(({ collection, slug }) => ({
    address: addressOf(collection, slug),
    changedOn: publishedOn(site, collection, slug),
  }));
  return [
    ...[...lists, ...statuses, ...records, ...slips, ...paginationAddresses(site)].map((address) => ({
      address,
    })),
    ...reviewed,
    ...dated,
  ];
}
