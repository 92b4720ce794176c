/** What the page asks the search worker, and what it hears from it. */
import type { ResultFacts } from '../search-documents.ts';

export interface Filters {
  type?: string;
  action?: string;
  audience?: string;
  place?: string;
  /** `yes` for what can still be applied for or gone to. */
  open?: string;
}

export interface SearchRequest {
  /** Counts up: only the last question is still asked, and older ones may go without an answer. */
  number: number;
  query: string;
  filters: Filters;
  /** How many pages to give at most. */
  most: number;
  /** The telephones of the whole country that the site has. */
  lines: readonly string[];
  /** `YYYY-MM-DD HH:mm` or a day, Beijing time: what is over then comes later. */
  now: string;
}

/** A status as it is shown. */
export interface Badge {
  status: string;
  label: string;
}

export interface Hit {
  /** From the site's top. */
  address: string;
  facts: ResultFacts;
  /** What the page says, to show the matching line from. */
  content: string;
  score: number;
  /** Put there as the answer leaves the worker. */
  badge?: Badge | undefined;
}

export type SearchResponse =
  | {
      number: number;
      /** The best pages; where they are fewer than `count`, all of them come with the next answer. */
      hits: Hit[];
      /** How many pages the reader gets for this question. */
      count: number;
      /** How many there are, those that are not given included. */
      total: number;
      phrases: string[];
      /** Whether no page is about what was asked, and these only have some of its words or characters. */
      isGuess: boolean;
      /** Telephone numbers of the query that no page has, as they were typed. */
      unknownNumbers: string[];
      /** Whether it is about fraud: then the line against it is told, whatever was found. */
      asksFraud: boolean;
      /** Of the question's lines, the one for what was asked. */
      line?: string | undefined;
    }
  | { number: number; failed: string };
