/** Addresses with the host and the path on which the site stands: for QR codes, link cards, feeds and calendars. */
import type { DocumentCollection } from '../schema/collection-name.ts';
import { joinBase } from './address.ts';
import { shortAddress } from './short-address.ts';
import type { Site } from './site.ts';

/** The address of the home page, with a slash at the end. */
export function homeUrl(site: Site): string {
  const url = new URL(site.about.url);
  return url.origin + joinBase(url.pathname, '/');
}

/** The full address of a page or a file, given from the site's top. */
export function fullUrl(site: Site, address: string): string {
  return homeUrl(site).replace(/\/$/, '') + address;
}

/** The full short address of a document: what its QR code holds. */
export function fullShortUrl(site: Site, document: { collection: DocumentCollection; slug: string }): string {
  return fullUrl(site, shortAddress(document.collection, document.slug));
}
