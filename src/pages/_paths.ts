/**
 * The paths of documents and of lists. A page gets the part of the site that it shows, nothing more, and a key of that part: a
 * later build with the same key reuses the rendered page.
 */

import { pageKey, pageKeyIfCached } from '../cache/page-key.ts';
import type { ContentDocument } from '../documents/document.ts';
import { type Page, pageAddress } from '../documents/pagination.ts';
import type { Site } from '../documents/site.ts';
import { siteForList, siteSliceFor } from '../documents/site-slice.ts';

/** The props of every page of a document. */
export type DocumentProps<D extends ContentDocument = ContentDocument> = {
  site: Site;
  document: D;
};

/** The slices of the site for documents, computed on first use: a preview renders few of all pages. */
const slicesByDocument = new WeakMap<ContentDocument, () => Site>();

function lazySlice(site: Site, document: ContentDocument): () => Site {
  let slice: Site | undefined;
  return () => {
    slice ??= siteSliceFor(site, document);
    return slice;
  };
}

const keysByDocument = new WeakMap<ContentDocument, string | undefined>();

/** A path for Astro's `getStaticPaths`: the page of a document, or a file next to it. */
export function documentPath<D extends ContentDocument, P extends Record<string, string>>(
  site: Site,
  document: D,
  params: P,
): { params: P; props: DocumentProps<D>; cacheKey: string | undefined } {
  const slice = slicesByDocument.get(document) ?? lazySlice(site, document);
  slicesByDocument.set(document, slice);
  const cacheKey = keysByDocument.get(document) ?? pageKeyIfCached(() => pageKey(slice(), document));
  keysByDocument.set(document, cacheKey);
  const props = {
    get site() {
      return slice();
    },
    document,
  };
  return { params, props, cacheKey };
}

/** The paths of a list, a page each; `given` is what a page shows besides its documents, passed to it as props. */
export function listPaths<T extends object, P extends Record<string, string>, G extends object>(
  site: Site,
  parts: readonly Page<T>[],
  params: P,
  given: G,
) {
  return parts.map((part) => {
    const { number, count, items } = part;
    const shown: unknown[][] = Array.isArray(items) ? [items] : Object.values(items);
    const path = { ...params, page: pageParam(number) };
    let bare: Site | undefined;
    const slice = () => {
      bare ??= siteForList(site, JSON.stringify(path), shown.flat().filter(isDocument));
      return bare;
    };
    const props = {
      get site() {
        return slice();
      },
      part,
      ...given,
    };
    const cacheKey = pageKeyIfCached(() => pageKey(slice(), number, count, ...shown, given));
    return { params: path, props, cacheKey };
  });
}

const isDocument = (item: unknown): item is ContentDocument =>
  typeof item === 'object' && item !== null && 'body' in item;

/** The rest of the address of a list's page; undefined for the first, so that it has the list's own address. */
export function pageParam(number: number): string | undefined {
  return pageAddress('', number).replace(/\/$/, '') || undefined;
}
