/** A page as the file stores it: what distinguishes it from the first page, whose header and footer it shares. */

export interface PageFacts {
  title: string;
  lang: string;
  /** Date of the page, `YYYY-MM-DD`. */
  built: string;
  bodyClass: string;
  /** The link of the header that leads to the section of this page; empty if none. */
  current: string;
  /** Names of the scripts that the page runs, in order. */
  scripts: string[];
  /** The HTML before and after the main part, if it is not that of the first page. */
  header?: string;
  footer?: string;
}

export interface PageRecord {
  facts: PageFacts;
  /** The `main` element. */
  main: string;
}

/** The record as text: the facts are JSON in one line. */
export function writeRecord({ facts, main }: PageRecord): string {
  return `${JSON.stringify(facts)}\n${main}`;
}

/** The inverse of `writeRecord`. Throws SyntaxError if the text is damaged. */
export function readRecord(text: string): PageRecord {
  const end = text.indexOf('\n');
  return { facts: JSON.parse(text.slice(0, end)) as PageFacts, main: text.slice(end + 1) };
}
