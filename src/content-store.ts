/**
 * Astro's store of content in a build. Astro would write the content into the code of the pages, and compile all of it again
 * after each change; this stands in its place (src/kept/compiled-pages.ts) and is filled when the pages are drawn.
 */
import { entriesOf } from './content-entries.ts';
import { readContent } from './content-file.ts';
import { readSettings } from './settings.ts';

const { corpusFile } = readSettings();
const collections = Object.entries(entriesOf(readContent(corpusFile ?? '')));

export default new Map(
  collections.map(([name, entries]) => [name, new Map(entries.map((entry) => [entry.id, entry]))]),
);
