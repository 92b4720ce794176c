/** The documents that have texts and pictures to send, at `/share/COLLECTION/SLUG/`. */
import type { Document } from '../documents/document.ts';
import { loadSite } from './_site.ts';

/** One path for each policy, story and notice. */
export async function sharedDocumentPaths(): Promise<
  { params: { collection: string; slug: string }; props: { document: Document } }[]
> {
  const { policies, stories, notices } = await loadSite();
  return [...policies, ...stories, ...notices].map((document) => ({
    params: { collection: document.collection, slug: document.slug },
    props: { document },
  }));
}

/** A text as a file. */
export function textFile(text: string): Response {
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
