/** From a query to pages: they are put in order by what their names tell, opened, and put in order by what they say. */

import { readFragmentId } from '../fragment-id.ts';
import { asksAboutFraud, FRAUD_MARK } from '../fraud.ts';
import type { ParsedQuery } from '../parse-query.ts';
import type { ResultType } from '../result-types.ts';
import type { ResultFacts } from '../search-documents.ts';
import type { CharacterTables } from './character-tables.ts';
import type { Filters, Hit, SearchResponse } from './messages.ts';
import type { Found, Pagefind } from './pagefind.ts';
import { parseTypedQuery, type Scored, scorePages } from './score-pages.ts';

/** How many pages are opened at a time: each is a file to fetch. */
const FETCH_SIZE = 6;
/** So many are put in order together: a phone's first screen, which need not wait for the others. */
const BATCH_SIZE = 3;

/** How long the others of a turn wait for the first at the most: what a slow phone with a good network takes to open three. */
const HEAD_START_MS = 100;

/** What readers look for first: a policy before the word that names it. */
const typeBoost: Record<ResultType, number> = {
  policy: 1.3,
  notice: 1,
  story: 1,
  guide: 1,
  contact: 1,
  place: 1.3,
  word: 0.6,
};

/** The engine, loaded. */
export interface Engine {
  pagefind: Pagefind;
  /** Number of pages in the index. */
  pages: number;
  readings: CharacterTables;
}

export interface SearchOptions extends Engine {
  /** Lets in what has come meanwhile, and says whether it is another question: then this one needs no answer. */
  isStale(): Promise<boolean>;
  /** `YYYY-MM-DD`: what was over before comes later. */
  today: string;
  /** Whether a page's matter is over, to the minute. */
  isOver(facts: ResultFacts): boolean;
  /** Hears of the first pages of an answer while the others are on their way. */
  onFirst?(answer: SearchResult): void;
}

/** What a query led to. */
export type SearchResult = Omit<Extract<SearchResponse, { hits: unknown }>, 'number'>;

/** All pages that a query leads to, best first. */
interface RankedCandidates {
  pages: Scored[];
  isGuess: boolean;
  unknownNumbers: string[];
}

/** The pages for a query, best first, `most` of them, and the phrases to mark in them; undefined where it is asked no longer. */
export async function search(
  query: string,
  filters: Filters,
  most: number,
  options: SearchOptions,
): Promise<SearchResult | undefined> {
  const { simple, parts, typed } = await parseTypedQuery(query, options.readings);
  const asksFraud = asksAboutFraud(simple);
  const coming = asksFraud ? findFraudPages(filters, options) : [];
  const found = await findCandidates(parts, typed, filters, options);
  if (found === undefined || (await options.isStale())) return undefined;
  const led = prependPages(await coming, found);
  const { pages: weighed, isGuess, unknownNumbers } = led;
  const phrases = [...new Set([...typed.phrases, ...parts.phrases])];
  const hits: Hit[] = [];
  let next = 0;
  const answerOf = (shown: Hit[], count: number): SearchResult => {
    const total = hits.length + weighed.length - next;
    return { hits: shown, count, total, phrases, isGuess, unknownNumbers, asksFraud };
  };
  // Which of them are over is known only when they are open.
  const tellsFirst = !filters.open && most <= FETCH_SIZE;
  while (hits.length < most && next < weighed.length) {
    const opening = fetchInBatches(
      weighed.slice(next, next + FETCH_SIZE),
      tellsFirst ? BATCH_SIZE : FETCH_SIZE,
      phrases,
    );
    // Three by three, each three in their order: what the reader has seen stays where it is when more comes.
    for (let first = 0; first < opening.length; first += BATCH_SIZE) {
      const opened = await Promise.all(opening.slice(first, first + BATCH_SIZE));
      next += opened.length;
      const fitting = opened.filter(({ facts }) => !filters.open || !options.isOver(facts));
      hits.push(
        ...fitting.sort((a, b) => (parts.asksHow ? compareStoriesLast(a, b) : 0) || compareScore(a, b)),
      );
      if (tellsFirst && next < most && next < weighed.length) {
        options.onFirst?.(answerOf([...hits], Math.min(most, weighed.length)));
      }
    }
  }
  const shown = hits.slice(0, most);
  return answerOf(shown, shown.length);
}

/**
 * Opens pages: so many at once, the others when these are there or the network has had time for it. All at once the first screen
 * would stand a quarter later on a slow phone, which has to do a good deal for each.
 */
function fetchInBatches(
  pages: readonly Scored[],
  atOnce: number,
  phrases: readonly string[],
): Promise<Hit>[] {
  const first = pages.slice(0, atOnce).map((page) => fetchHit(page, phrases));
  const headStart = Promise.race([Promise.allSettled(first), delay(HEAD_START_MS)]);
  const others = pages.slice(atOnce).map(async (page) => {
    await headStart;
    return fetchHit(page, phrases);
  });
  const coming = [...first, ...others];
  // One that fails is told when its turn comes.
  for (const each of coming) each.catch(() => undefined);
  return coming;
}

function delay(ms: number): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Who asks how wants to do it, before reading how somebody else did. */
function compareStoriesLast(a: Hit, b: Hit): number {
  return Number(a.facts.type === 'story') - Number(b.facts.type === 'story');
}

function compareScore(a: Hit, b: Hit): number {
  return b.score - a.score || compareNewest(a.facts, b.facts) || (a.address < b.address ? -1 : 1);
}

/** More than any page gets for its words; each of those that come first has a thousandth of the one before it. */
const FIRST_SCORE = 1e9;
const MAX_FIRST_PAGES = 3;

/** The pages that answer what a query about fraud asks: guides, then the telephone. */
async function findFraudPages(filters: Filters, { pagefind, today }: SearchOptions): Promise<Scored[]> {
  const { results } = await pagefind.search(FRAUD_MARK, filterOptions(filters));
  const isTelephone = ({ id }: Found) => Number(readFragmentId(id, today).type === 'contact');
  return [...results]
    .sort((a, b) => isTelephone(a) - isTelephone(b) || (a.id < b.id ? -1 : 1))
    .slice(0, MAX_FIRST_PAGES)
    .map((found, place) => ({ found, words: 1, score: FIRST_SCORE / 1000 ** place }));
}

/** What was found, behind the pages that come first; what is only near to the words is then left out. */
function prependPages(first: readonly Scored[], led: RankedCandidates): RankedCandidates {
  if (first.length === 0) return led;
  const ids = new Set(first.map(({ found }) => found.id));
  const others = led.isGuess ? [] : led.pages.filter(({ found }) => !ids.has(found.id));
  return { ...led, isGuess: false, pages: [...first, ...others] };
}

/** All pages that a query leads to, best first; undefined where it is asked no longer. */
async function findCandidates(
  parts: ParsedQuery,
  typed: ParsedQuery,
  filters: Filters,
  options: SearchOptions,
): Promise<RankedCandidates | undefined> {
  const chosen = filterOptions(filters);
  if (parts.phrases.length + parts.latin.length === 0) {
    return { pages: await listAll(chosen, options), isGuess: false, unknownNumbers: [] };
  }
  const led = await scorePages(parts, typed, {
    ...options,
    chosen,
    // What is known already stays an answer in most cases: opened beside what is near, not after it.
    onKnown(sums) {
      for (const { found } of rank(sums, parts, options).slice(0, BATCH_SIZE))
        found.data().catch(() => undefined);
    },
  });
  return led && { ...led, pages: rank(led.sums, parts, options) };
}

/** Best first, as far as the pages' names tell: none of them has been opened. */
function rank(
  sums: ReadonlyMap<string, Scored>,
  { asksHow }: ParsedQuery,
  { today }: SearchOptions,
): Scored[] {
  const liked = Array.from(sums.values(), ({ found, score, words }): Scored => {
    const { type, isOver } = readFragmentId(found.id, today);
    const isAsked = asksHow && type === 'policy' ? 1.3 : 1;
    return { found, words, score: score * (type ? typeBoost[type] : 1) * isAsked * (isOver ? 0.6 : 1) };
  });
  return liked.sort((a, b) => b.score - a.score || (a.found.id < b.found.id ? -1 : 1));
}

/** All pages that the filters leave, where no word was asked for. */
async function listAll(
  chosen: ReturnType<typeof filterOptions>,
  { pagefind }: SearchOptions,
): Promise<Scored[]> {
  if (!chosen.filters) return [];
  const { results } = await pagefind.search(null, chosen);
  return results.map((found) => ({ found, score: 1, words: 0 }));
}

function filterOptions(filters: Filters): { filters?: Record<string, unknown> } {
  const chosen = Object.entries(filters).filter(([, value]) => value);
  // A page for everywhere carries the place *.
  const wanted = chosen.map(([name, value]) => [name, name === 'place' ? { any: [value, '*'] } : value]);
  return wanted.length === 0 ? {} : { filters: Object.fromEntries(wanted) };
}

async function fetchHit({ found, score }: Scored, phrases: readonly string[]): Promise<Hit> {
  const { url, raw_url, content, meta } = await found.data();
  const facts = meta as unknown as ResultFacts;
  const isOneCharacter = phrases.join('').length === 1;
  const holdsPhrase = phrases.some(
    (phrase) => (phrase.length > 1 || isOneCharacter) && facts.title.includes(phrase),
  );
  return { address: raw_url ?? url, facts, content, score: score * (holdsPhrase ? 1.5 : 1) };
}

/** Of two notices that fit as well, the newer one first. */
function compareNewest(a: ResultFacts, b: ResultFacts): number {
  const [left, right] = [a.starts ?? '', b.starts ?? ''];
  return left < right ? 1 : left > right ? -1 : 0;
}
