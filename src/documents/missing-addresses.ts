/**
 * The ledger against the site: addresses that were published and would answer 404 now, and addresses that stand and
 * are not yet in the ledger. Links in chat groups and codes on paper live for years, so the first must never happen.
 */
import type { LedgerEntry } from '../schema/addresses.ts';
import { addressOf } from './address.ts';
import { allAddresses } from './all-addresses.ts';
import { paginationAddresses, paginationRedirects } from './paginated-lists.ts';
import { allDocuments, listRedirects, listWithdrawnPages } from './redirects.ts';
import type { Site } from './site.ts';

/** Every entry of the ledger at whose address nothing stands: no page, no alias, no word of its withdrawal. */
export function findMissingAddresses(site: Site): LedgerEntry[] {
  const answering = new Set([
    ...allAddresses(site).map(({ address }) => address),
    ...listRedirects(site).map(({ from }) => from),
    ...listWithdrawnPages(site).map(({ address }) => address),
    ...paginationRedirects(site).map(({ from }) => from),
  ]);
  return site.ledger.filter(({ address }) => !answering.has(address));
}

/** Addresses that editors' files give the site and that the ledger does not list yet: documents, then records, then the further pages of lists. */
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
