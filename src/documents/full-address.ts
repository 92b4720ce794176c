/** Addresses with the site's host and base path: for QR codes, link cards, feeds and calendars. */
import type { DocumentCollection } from '../schema/collection-name.ts';
import { joinBase } from './address.ts';
import { shortAddress } from './short-address.ts';
import type { Site } from './site.ts';

/** The address of the home page, with a trailing slash. */
export function homeUrl(site: Site): string {
  const url = new URL(site.about.url);
  return url.origin + joinBase(url.pathname, '/');
}

/** The full address of a page or a file, given from the site root. */
export function fullUrl(site: Site, address: string): string {
  return homeUrl(site).replace(/\/$/, '') + address;
}

/** The full short address of a document: the content of its QR code. */
export function fullShortUrl(site: Site, document: { collection: DocumentCollection; slug: string }): string {
  return fullUrl(site, shortAddress(document.collection, document.slug));
}
