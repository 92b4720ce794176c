/** What of the content goes into which of Astro's collections: the same while editing and in a build. */
import type { Corpus } from './corpus/index.ts';
import type { ContentHistory } from './documents/history.ts';
import type { Photographs } from './documents/photograph.ts';
import { type CollectionName, documentCollections, recordCollections } from './schema/collection-name.ts';

/** The content as it was read, with what git tells of it; in a build with the photographs that were made small for it. */
export type SiteContent = Corpus & { history: ContentHistory; photographs?: Photographs };

/** An entry of a collection, as Astro's store takes it. */
export interface AstroEntry {
  id: string;
  data: Record<string, unknown>;
}

/** The documents and records by the names of their collections; as `site` what the county is. */
export function toAstroEntries({
  documents,
  site,
  ledger,
  finder,
  history,
  photographs,
}: SiteContent): Record<CollectionName | 'site', AstroEntry[]> {
  const entries = Object.fromEntries([
    ...documentCollections.map((name) => [name, documents[name].map((data) => toEntry(data.slug, data))]),
    ...recordCollections.map((name) => [name, documents[name].map((data) => toEntry(data.id, data))]),
  ]) as Record<CollectionName, AstroEntry[]>;
  return { ...entries, site: [toEntry('site', { site, ledger, finder, history, photographs })] };
}

/** Astro takes any fields; that they are the right ones is what the corpus has checked. */
const toEntry = (id: string, data: object): AstroEntry => ({ id, data: data as AstroEntry['data'] });
