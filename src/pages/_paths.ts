/**
 * The paths of documents. A page is given the site as its document sees it, nothing more, and says so by its key: a later
 * build that would give it the same takes the page that was drawn before.
 */
import { siteAround } from '../documents/around.ts';
import type { Document } from '../documents/document.ts';
import type { Site } from '../documents/site.ts';
import { pageKey } from '../kept/page-key.ts';

/** What every page of a document is given. */
export type DocumentProps<D extends Document = Document> = {
  site: Site;
  document: D;
};

const known = new WeakMap<Document, { site: Site; cacheKey: string }>();

/** A path for Astro's `getStaticPaths`: the page of a document, or a file beside it. */
export function documentPath<D extends Document, P extends Record<string, string>>(
  site: Site,
  document: D,
  params: P,
): { params: P; props: DocumentProps<D>; cacheKey: string } {
  let around = known.get(document);
  if (around === undefined) {
    const seen = siteAround(site, document);
    around = { site: seen, cacheKey: pageKey(seen, document) };
    known.set(document, around);
  }
  return { params, props: { site: around.site, document }, cacheKey: around.cacheKey };
}
