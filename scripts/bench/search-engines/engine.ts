/** A search engine, measured for comparison over the same built site. */
import type { Site } from '../../../src/documents/site.ts';

export interface SearchEngine {
  name: string;
  /** Prepares what does not depend on the site and is cached between builds; not timed. */
  prepare?(dir: string, site: Site): Promise<void>;
  /** Builds its index into the built site `dir`. */
  build(dir: string, site: Site): Promise<void>;
  /** The search page, from the site root. */
  page: string;
  /** JavaScript on that page: a function from a query to a promise of addresses, best first. */
  ask: string;
  /** The same without the button, if the page searches as the reader types. */
  askTyped?: string;
  /** JavaScript: a function from the keys of a query to a promise of the milliseconds from the last key to the answer. */
  typeKeys?: string;
  /** Whether results link to an anchor in a page; otherwise the page itself counts as the answer. */
  knowsAnchors: boolean;
}
