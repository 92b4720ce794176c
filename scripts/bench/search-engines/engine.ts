/** A search that can be measured beside others over the same built site. */
import type { Site } from '../../../src/documents/site.ts';

export interface SearchEngine {
  name: string;
  /** Makes what is the same for every site and stays from build to build, before the clock starts; where there is any. */
  prepare?(dir: string, site: Site): Promise<void>;
  /** Builds its index into the built site `dir`. */
  build(dir: string, site: Site): Promise<void>;
  /** The page on which it is asked, from the top of the site. */
  page: string;
  /** JavaScript on that page: a function from a query to a promise of addresses, best first. */
  ask: string;
  /** The same without the button, all at once; where the page answers to that. */
  askTyped?: string;
  /** JavaScript: a function from the keys of a query to a promise of the milliseconds from the last one to the answer. */
  typeKeys?: string;
  /** Whether it leads to a place in a page; where it does not, the page itself counts as the answer. */
  knowsAnchors: boolean;
}
