/** Messages between the search page and its worker. */
import type { ResultFacts } from '../search-documents.ts';

export interface Filters {
  type?: string;
  action?: string;
  audience?: string;
  place?: string;
  /** `yes` for policies and notices that have not ended. */
  open?: string;
}

export interface SearchRequest {
  /** Increasing: only the last request matters, older ones may stay unanswered. */
  number: number;
  query: string;
  filters: Filters;
  /** Maximum number of hits. */
  maxHits: number;
  /** The national telephone lines of the site. */
  lines: readonly string[];
  /** `YYYY-MM-DD HH:mm` or a day, Beijing time: pages that have ended by then rank lower. */
  now: string;
}

/** Sent to the worker before the first request. */
export interface SearchStart {
  /** The table of the shards as the page has it. */
  shards: string;
  /** The query of a shared search, which will be requested. */
  hint?: string;
}

/** Behind the address of a worker whose page requests the list of the index. */
export const IS_HINTED = '#hinted';

/** The window property with the worker that the head of the page started. */
export interface EarlyWindow extends Window {
  earlySearch?: Worker;
}

/** A status as it is shown. */
export interface Badge {
  status: string;
  label: string;
}

export interface Hit {
  /** URL path from the top of the site. */
  address: string;
  facts: ResultFacts;
  score: number;
  /** The sentence of the page that is shown. */
  excerpt: string;
  /** Telephone numbers in title and excerpt, as they are written. */
  phones: string[];
  /** Set when the worker sends the response. */
  badge?: Badge | undefined;
}

export type SearchResponse =
  | {
      number: number;
      /** The best pages; if fewer than `count`, the next response has all of them. */
      hits: Hit[];
      /** Number of pages in the complete response. */
      count: number;
      /** Number of pages found, with those not sent. */
      total: number;
      phrases: string[];
      /** Whether no page is about the query, and the hits only share some words or characters with it. */
      isGuess: boolean;
      /** Telephone numbers of the query that no page has, as they were typed. */
      unknownNumbers: string[];
      /** Whether the query is about fraud: then the line against fraud is shown. */
      asksFraud: boolean;
      /** The line for the matter of the query, of those in the request. */
      line?: string | undefined;
    }
  | { number: number; failed: string };
