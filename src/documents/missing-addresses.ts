/**
 * Compares the ledger with the site: published addresses that would now answer 404, and addresses of the site that are not yet in
 * the ledger. Links in chat groups and codes on paper are used for years, so the first must never happen.
 */
import type { LedgerEntry } from '../schema/addresses.ts';
import { addressOf } from './address.ts';
import { allAddresses } from './all-addresses.ts';
import { paginationAddresses, paginationRedirects } from './paginated-lists.ts';
import { allDocuments, listRedirects, listWithdrawnPages } from './redirects.ts';
import type { Site } from './site.ts';

/** Every entry of the ledger without a page, an alias or a notice of withdrawal at its address. */
export function findMissingAddresses(site: Site): LedgerEntry[] {
  const answering = new Set([
    ...allAddresses(site).map(({ address }) => address),
    ...listRedirects(site).map(({ from }) => from),
    ...listWithdrawnPages(site).map(({ address }) => address),
    ...paginationRedirects(site).map(({ from }) => from),
  ]);
  return site.ledger.filter(({ address }) => !answering.has(address));
}

/** Addresses from editors' files that are not yet in the ledger: documents and their aliases, records, further pages of lists; sorted. */
export function findUnregisteredAddresses(site: Site): string[] {
  const recorded = new Set(site.ledger.map(({ address }) => address));
  const standing = [
    ...allDocuments(site).map(({ collection, slug }) => addressOf(collection, slug)),
    ...listRedirects(site).map(({ from }) => from),
    ...(['actions', 'audiences', 'places'] as const).flatMap((name) =>
      site[name].map(({ id }) => `/${name}/${id}/`),
    ),
    ...paginationAddresses(site),
  ];
  return [...new Set(standing)].filter((address) => !recorded.has(address)).sort();
}
