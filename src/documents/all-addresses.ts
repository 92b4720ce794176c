/** Every address of the site for readers and search engines, with the day of its last change. */
import { addressOf } from './address.ts';
import { paginationAddresses } from './paginated-lists.ts';
import { publishedOn, type Site } from './site.ts';
import { policyStatuses } from './status.ts';

/** An address with its last change, `YYYY-MM-DD`; lists have none, they change with their items. */
export interface KnownAddress {
  address: string;
  changedOn?: string;
}

/** All addresses in a fixed order, without moved and withdrawn ones and without the 404 page. */
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
