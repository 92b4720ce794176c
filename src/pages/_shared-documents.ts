/** The documents with texts and pictures to send, at `/share/COLLECTION/SLUG/`. */
import type { ContentDocument } from '../documents/document.ts';
import { documentPath } from './_paths.ts';
import { loadSite } from './_site.ts';

/** One path for each policy, story and notice. */
export async function sharedDocumentPaths() {
  const site = await loadSite();
  const documents: ContentDocument[] = [...site.policies, ...site.stories, ...site.notices];
  return documents.map((document) =>
    documentPath(site, document, { collection: document.collection, slug: document.slug }),
  );
}

/** A text as a file. */
export function textFile(text: string): Response {
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
