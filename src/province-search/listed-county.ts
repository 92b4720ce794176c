/** A county in the list of the page; the attributes of its link are all that the script knows of it. */
import type { NamedCounty } from './match-counties.ts';

export interface ListedCounty extends NamedCounty {
  id: string;
  /** The address of its site, with a slash at the end. */
  href: string;
  /** Number of pages in its index. */
  pages: number;
}
