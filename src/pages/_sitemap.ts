/** The addresses of the site in portions that a sitemap file may hold. */
import { allAddresses, type KnownAddress } from '../documents/all-addresses.ts';
import type { Site } from '../documents/site.ts';

/** The most addresses in one file, by the sitemap protocol. */
const MAX_ADDRESSES = 50_000;

/** All addresses, portion by portion; there is always a first one. */
export function sitemapPages(site: Site): KnownAddress[][] {
  const all = allAddresses(site);
  return Array.from({ length: Math.max(1, Math.ceil(all.length / MAX_ADDRESSES)) }, (_, index) =>
    all.slice(index * MAX_ADDRESSES, (index + 1) * MAX_ADDRESSES),
  );
}
