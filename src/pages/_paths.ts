/**
 * The paths of documents and of lists. A page gets the part of the site that it shows, nothing more, and a key of that part: a
 * later build with the same key reuses the rendered page.
 */

import { pageKey } from '../cache/page-key.ts';
import type { ContentDocument } from '../documents/document.ts';
import { type Page, pageAddress } from '../documents/pagination.ts';
import type { Site } from '../documents/site.ts';
import { emptySite, siteSliceFor } from '../documents/site-slice.ts';

/** The props of every page of a document. */
export type DocumentProps<D extends ContentDocument = ContentDocument> = {
  site: Site;
  document: D;
};

const propsByDocument = new WeakMap<ContentDocument, { site: Site; cacheKey: string }>();

/** A path for Astro's `getStaticPaths`: the page of a document, or a file next to it. */
export function documentPath<D extends ContentDocument, P extends Record<string, string>>(
  site: Site,
  document: D,
  params: P,
): { params: P; props: DocumentProps<D>; cacheKey: string } {
  let around = propsByDocument.get(document);
  if (around === undefined) {
    const seen = siteSliceFor(site, document);
    around = { site: seen, cacheKey: pageKey(seen, document) };
    propsByDocument.set(document, around);
  }
  return { params, props: { site: around.site, document }, cacheKey: around.cacheKey };
}

/** The paths of a list, a page each; `given` is what a page shows besides its documents, passed to it as props. */
export function listPaths<T extends object, P extends Record<string, string>, G extends object>(
  site: Site,
  parts: readonly Page<T>[],
  params: P,
  given: G,
) {
  const bare = emptySite(site);
  return parts.map((part) => {
    const { number, count, items } = part;
    const shown = Array.isArray(items) ? [items] : Object.values(items);
    return {
      params: { ...params, page: pageParam(number) },
      props: { site: bare, part, ...given },
      cacheKey: pageKey(bare, number, count, ...shown, given),
    };
  });
}

/** The rest of the address of a list's page; undefined for the first, so that it has the list's own address. */
export function pageParam(number: number): string | undefined {
  return pageAddress('', number).replace(/\/$/, '') || undefined;
}
