/**
 * Addresses, from the site root and always with a trailing slash. Links and QR codes on paper depend on them: a published address
 * never changes or disappears.
 */
import type { CollectionName, DocumentCollection } from '../schema/collection-name.ts';
import { documentCollections } from '../schema/collection-name.ts';

/** The address of a document: `/policies/di-bao/`, and `/about/` for a guide page. */
export function addressOf(collection: DocumentCollection, slug: string): string {
  return collection === 'pages' ? `/${slug}/` : `/${collection}/${slug}/`;
}

/** The document that has, or had, an address: `/policies/di-bao/` → policies, di-bao; undefined for any other page. */
export function documentAt(address: string): { collection: DocumentCollection; slug: string } | undefined {
  const [first = '', second, ...more] = address.split('/').filter((part) => part !== '');
  if (first === '' || more.length > 0) return undefined;
  if (second === undefined)
    return reservedNames.has(first) ? undefined : { collection: 'pages', slug: first };
  const collection = documentCollections.find((name) => name === first && name !== 'pages');
  return collection && { collection, slug: second };
}

/** The address of a record's own page; contacts and glossary words have an anchor on a common page. */
export function recordAddress(
  collection: Exclude<CollectionName, DocumentCollection | 'rates'>,
  id: string,
): string {
  if (collection === 'contacts' || collection === 'glossary') return `/${collection}/#${id}`;
  return `/${collection}/${id}/`;
}

/** First path segments that a guide page cannot have, because other pages use them. */
export const reservedNames: ReadonlySet<string> = new Set([
  ...documentCollections.filter((name) => name !== 'pages'),
  'pages',
  'actions',
  'audiences',
  'places',
  'contacts',
  'glossary',
  'accessibility',
  'search',
  'finder',
  'toolkit',
  'digest',
  'offline',
  'share',
  'assets',
  's',
  '404',
  'index',
]);

/** Second path segments that no policy can have: `/policies/status/…/` is the filter by status. */
export const reservedSlugs: Readonly<Partial<Record<DocumentCollection, readonly string[]>>> = {
  policies: ['status'],
};

/** A former address from a document's `aliases`: a bare slug is one in the same collection. */
export function aliasAddress(collection: DocumentCollection, alias: string): string {
  return alias.startsWith('/') ? alias : addressOf(collection, alias);
}

/** An address below the site's base path; `base` is `/` or `/path/`. */
export function joinBase(base: string, address: string): string {
  return base.replace(/\/$/, '') + address;
}
