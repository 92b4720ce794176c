/**
 * Astro's store of content. Astro would write the content into the code of the pages, and compile all of it again
 * after each change; this stands in its place (src/cache/compiled-renderer.ts) and is filled when the pages are drawn: once by a
 * build, after each change by the preview.
 */

import { readContent } from './corpus-serialization.ts';
import { readSettings } from './settings.ts';
import { type SiteContent, toAstroEntries } from './to-astro-entries.ts';

/** The map that Astro reads: the entries of each collection by their ids. It holds this one for good. */
const store = new Map<string, Map<string, unknown>>();
let revision = 0;

/** Puts the content into the store, in place of what was in it. */
export function replaceEntries(content: SiteContent): void {
  store.clear();
  for (const [name, entries] of Object.entries(toAstroEntries(content))) {
    store.set(name, new Map(entries.map((entry) => [entry.id, entry])));
  }
  revision += 1;
}

/** How often the store was filled: another number, other content. */
export function storeRevision(): number {
  return revision;
}

const { corpusFile } = readSettings();
if (corpusFile !== undefined) replaceEntries(readContent(corpusFile));

export default store;
