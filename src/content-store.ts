/**
 * Astro's store of content. Astro would write the content into the code of the pages, and compile all of it again
 * after each change; this stands in its place (src/cache/compiled-renderer.ts) and is filled when the pages are drawn: once by a
 * build, after each change by the preview.
 */
import { type Content, entriesOf } from './content-entries.ts';
import { readContent } from './content-file.ts';
import { readSettings } from './settings.ts';

/** The map that Astro reads: the entries of each collection by their ids. It holds this one for good. */
const store = new Map<string, Map<string, unknown>>();
let fills = 0;

/** Puts the content into the store, in place of what was in it. */
export function fillStore(content: Content): void {
  store.clear();
  for (const [name, entries] of Object.entries(entriesOf(content))) {
    store.set(name, new Map(entries.map((entry) => [entry.id, entry])));
  }
  fills += 1;
}

/** How often the store was filled: another number, other content. */
export function countFills(): number {
  return fills;
}

const { corpusFile } = readSettings();
if (corpusFile !== undefined) fillStore(readContent(corpusFile));

export default store;
