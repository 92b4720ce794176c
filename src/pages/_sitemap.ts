/** The addresses of the site in chunks for sitemap files. */
import { allAddresses, type KnownAddress } from '../documents/all-addresses.ts';
import type { Site } from '../documents/site.ts';

/** Maximum addresses in one file, by the sitemap protocol. */
const MAX_ADDRESSES = 50_000;

/** All addresses, chunk by chunk; there is always at least one. */
export function sitemapPages(site: Site): KnownAddress[][] {
  const all = allAddresses(site);
  return Array.from({ length: Math.max(1, Math.ceil(all.length / MAX_ADDRESSES)) }, (_, index) =>
    all.slice(index * MAX_ADDRESSES, (index + 1) * MAX_ADDRESSES),
  );
}
