/** Converts the content to entries of Astro's collections. */
import type { Corpus } from './corpus/index.ts';
import type { ContentHistory } from './documents/history.ts';
import type { NewsRecording } from './documents/news-recording.ts';
import type { Photographs } from './documents/photograph.ts';
import { type CollectionName, documentCollections, recordCollections } from './schema/collection-name.ts';

/** The corpus with its git history, and with what the build has made of it before the pages. */
export type SiteContent = Corpus & {
  history: ContentHistory;
  photographs?: Photographs;
  newsRecording?: NewsRecording | undefined;
};

/** An entry of Astro's data store. */
export interface AstroEntry {
  id: string;
  data: Record<string, unknown>;
}

/** Documents and data entries by collection; everything else as the one entry of `site`. */
export function toAstroEntries({
  documents,
  site,
  ledger,
  finder,
  history,
  photographs,
  newsRecording,
}: SiteContent): Record<CollectionName | 'site', AstroEntry[]> {
  const entries = Object.fromEntries([
    ...documentCollections.map((name) => [name, documents[name].map((data) => toEntry(data.slug, data))]),
    ...recordCollections.map((name) => [name, documents[name].map((data) => toEntry(data.id, data))]),
  ]) as Record<CollectionName, AstroEntry[]>;
  return {
    ...entries,
    site: [toEntry('site', { site, ledger, finder, history, photographs, newsRecording })],
  };
}

/** Astro accepts any fields; the corpus has checked them. */
const toEntry = (id: string, data: object): AstroEntry => ({ id, data: data as AstroEntry['data'] });
