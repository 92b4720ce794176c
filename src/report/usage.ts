/**
 * Counts the use of the site from its access log. Nothing is stored about who made a request: no address, no hash of one, no cookie.
 * A visit is therefore a page that was opened from outside the site, not a person.
 */
import type { LogEntry } from './access-log.ts';
import { createBotTest } from './bot-agent.ts';
import { type BoundedCounter, createCounter } from './bounded-counter.ts';
import { classifyRequest, type TakenFile } from './classify-request.ts';

export interface Count {
  name: string;
  count: number;
}

export interface TakenCount {
  /** Of the document, `/policies/di-bao/`. */
  address: string;
  file: TakenFile;
  count: number;
}

/** The figures of a log; lists are sorted by count, the largest first. */
export interface Usage {
  /** The first and the last day of the log; undefined if it has no request. */
  from: string | undefined;
  to: string | undefined;
  requests: number;
  /** Lines that are no requests. */
  unreadable: number;
  /** Pages that people opened. */
  reads: number;
  /** Of these, pages opened from outside: a chat, a QR code, a search engine, a typed address. */
  visits: number;
  /** Pages that programs requested: search engines, scanners, link previews that say so. */
  botReads: number;
  months: { month: string; reads: number; visits: number }[];
  pages: Count[];
  /** Short addresses, which are on paper and in QR codes. */
  shortAddresses: Count[];
  taken: TakenCount[];
  /** Phones that hold or have updated a saved copy, at least: each fetches the same chunk once. */
  copies: number;
  /** Searches that reached the server, with and without their words. */
  searches: number;
  queries: Count[];
  /** Pages that do not exist. */
  missing: Count[];
}

export interface UsageCounter {
  /** Counts a line of a log; undefined stands for one that could not be read. */
  add(entry: LogEntry | undefined): void;
  result(): Usage;
}

/** The address of the site, as in site.yml; `year` restricts the count to one, `YYYY`. */
export interface UsageOptions {
  url: string;
  year?: string | undefined;
}

/** Counts the entries of one or more logs, in any order of days, in bounded memory. */
export function createUsageCounter({ url, year }: UsageOptions): UsageCounter {
  const { origin, pathname: base } = new URL(url.endsWith('/') ? url : `${url}/`);
  const isBotAgent = createBotTest();
  const totals = { requests: 0, unreadable: 0, reads: 0, visits: 0, botReads: 0, searches: 0 };
  const [pages, short, taken, chunks, queries, missing, monthReads, monthVisits] = counters();
  let [from, to]: (string | undefined)[] = [];

  function add(entry: LogEntry | undefined): void {
    if (entry === undefined) {
      totals.unreadable += 1;
      return;
    }
    const { day, method, uri, status, referer, agent } = entry;
    if (year !== undefined && !day.startsWith(year)) return;
    totals.requests += 1;
    if (from === undefined || day < from) from = day;
    if (to === undefined || day > to) to = day;
    const isFound = status === 200 || status === 304;
    if (method !== 'GET' || !(isFound || status === 404)) return;
    const request = classifyRequest(uri, base);
    if (request === undefined) return;
    const isPage = request.kind === 'page' || request.kind === 'search';
    if (isBotAgent(agent)) {
      if (isPage && isFound) totals.botReads += 1;
      return;
    }
    // The service worker saves pages by itself: nobody has opened them.
    if (isPage && referer.endsWith('/sw.js')) return;
    if (!isFound) {
      if (request.kind === 'page') missing.add(request.address);
      return;
    }
    if (request.kind === 'copy') chunks.add(request.chunk);
    if (request.kind === 'short') {
      short.add(request.address);
      countVisit(day);
    }
    if (request.kind === 'file') taken.add(`${request.file} ${request.address}`);
    if (request.kind === 'search' && uri.includes('q=')) {
      totals.searches += 1;
      if (request.query !== undefined) queries.add(request.query);
    }
    if (!isPage) return;
    totals.reads += 1;
    pages.add(request.address);
    monthReads.add(monthOf(day));
    // The redirect of a short address comes from inside: it was counted where it began.
    if (!referer.startsWith(`${origin}/`)) countVisit(day);
  }

  function countVisit(day: string): void {
    totals.visits += 1;
    monthVisits.add(monthOf(day));
  }

  const result = (): Usage => ({
    ...totals,
    from,
    to,
    months: monthsOf(monthReads, monthVisits),
    pages: named(pages),
    shortAddresses: named(short),
    taken: takenOf(taken),
    copies: chunks.entries()[0]?.[1] ?? 0,
    queries: named(queries),
    missing: named(missing),
  });
  return { add, result };
}

type Eight<T> = [T, T, T, T, T, T, T, T];

function counters(): Eight<BoundedCounter> {
  return Array.from({ length: 8 }, () => createCounter()) as Eight<BoundedCounter>;
}

function monthOf(day: string): string {
  return day.slice(0, 7);
}

function named(counter: BoundedCounter): Count[] {
  return counter.entries().map(([name, count]) => ({ name, count }));
}

function takenOf(counter: BoundedCounter): TakenCount[] {
  return counter.entries().map(([key, count]) => {
    const [file = '', address = ''] = key.split(' ');
    return { address, file: file as TakenFile, count };
  });
}

function monthsOf(reads: BoundedCounter, visits: BoundedCounter): Usage['months'] {
  const visitsOf = new Map(visits.entries());
  return reads
    .entries()
    .map(([month, count]) => ({ month, reads: count, visits: visitsOf.get(month) ?? 0 }))
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}
