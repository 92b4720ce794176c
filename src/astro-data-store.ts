/**
 * Replaces Astro's data store in the compiled page code (src/cache/compiled-renderer.ts). Astro would compile the content into the
 * code and need a new compilation after each change; this one is filled before rendering: once by a build, after each change by
 * the preview.
 */

import { readContent } from './corpus-serialization.ts';
import { readSettings } from './settings.ts';
import { type SiteContent, toAstroEntries } from './to-astro-entries.ts';

/** The map that Astro reads, entries by collection and id. Astro keeps the reference. */
const store = new Map<string, Map<string, unknown>>();
let revision = 0;

/** Replaces the content of the store. */
export function replaceEntries(content: SiteContent): void {
  store.clear();
  for (const [name, entries] of Object.entries(toAstroEntries(content))) {
    store.set(name, new Map(entries.map((entry) => [entry.id, entry])));
  }
  revision += 1;
}

/** Changes whenever the content is replaced. */
export function storeRevision(): number {
  return revision;
}

const { corpusFile } = readSettings();
if (corpusFile !== undefined) replaceEntries(readContent(corpusFile));

export default store;
