/** From a query to hits: pages are scored by the index, ranked by their ids, fetched, and ranked again within each batch. */

import { readFragmentId } from '../fragment-id.ts';
import { FRAUD_TOKEN, type FraudCheck, hasBaitWord, mayAskAboutFraud, NO_FRAUD } from '../fraud-prefilter.ts';
import type { ParsedQuery } from '../parse-query.ts';
import {
  ENDED_FACTOR,
  ENDED_UNNAMED_FACTOR,
  HOW_TO_POLICY_BOOST,
  HOW_TO_STORY_FACTOR,
  MAX_PINNED_PAGES,
  MAX_TOKENS,
  NUMBER_CONTACT_BOOST,
  PINNED_SCORE,
  TITLE_PHRASE_BOOST,
  TYPE_BOOST,
} from '../ranking.ts';
import type { ResultFacts } from '../search-documents.ts';
import type { AlphanumericCode } from './alphanumeric-code.ts';
import type { CharacterTables } from './character-tables.ts';
import type { ChosenFilters, IndexReader, Match } from './index-reader.ts';
import type { Scored } from './look-ups.ts';
import type { Filters, Hit, SearchResponse } from './messages.ts';
import { parseTypedQuery, scorePages, type TypedQuery } from './score-pages.ts';

/** Pages fetched at a time, each a file. */
export const FETCH_SIZE = 6;
/** Pages ranked and shown together: the first screen of a phone, which does not wait for the others. */
const BATCH_SIZE = 3;

/** Max delay before fetching results 4-6: what a slow phone with a good network needs to fetch three. */
const HEAD_START_MS = 100;

/** The resources of a search. */
export interface Engine {
  index: IndexReader;
  /** Number of pages in the index. */
  pages: number;
  tables: CharacterTables;
  /** Checks a query, in simplified characters: fraud.ts, which the web loads at the first call. */
  checkFraud(query: string): Promise<FraudCheck>;
  /** The code for queries with digits or Latin letters, which the web loads at the first call. */
  loadAlphanumeric(): Promise<AlphanumericCode>;
}

export interface SearchOptions extends Engine {
  /** Yields to queued messages; returns whether a newer request has arrived, so that this one needs no response. */
  isStale(): Promise<boolean>;
  /** `YYYY-MM-DD`: what ended before ranks lower. */
  today: string;
  /** Whether a policy or notice has ended, to the minute. */
  hasEnded(facts: ResultFacts): boolean;
  /** Called with the first hits while the others are being fetched. */
  onPartial?(result: SearchResult): void;
}

/** The result of a search. */
export type SearchResult = Omit<Extract<SearchResponse, { hits: unknown }>, 'number' | 'hits' | 'line'> & {
  hits: FetchedHit[];
};

/** A page with its text, from which the excerpt is taken. */
export type FetchedHit = Omit<Hit, 'excerpt' | 'phones' | 'badge'> & { content: string };

/** All candidate pages, best first. */
interface RankedCandidates {
  pages: Scored[];
  isGuess: boolean;
  unknownNumbers: string[];
}

/** The first `maxHits` pages for a query, best first, with the phrases to highlight; undefined if the request is superseded. */
export async function search(
  query: string,
  filters: Filters,
  maxHits: number,
  options: SearchOptions,
): Promise<SearchResult | undefined> {
  const parsed = await parseTypedQuery(query, options.tables, options.loadAlphanumeric);
  const { parts, typed } = parsed;
  const [found, { asksFraud, fraudPages }] = await Promise.all([
    findCandidates(parsed, filters, options),
    findAgainstFraud(parsed.simple, filters, options),
  ]);
  if (found === undefined || (await options.isStale())) return undefined;
  const ranked = asksFraud ? prependPages(fraudPages, found) : demotePages(fraudPages, found);
  const { pages: candidates, isGuess, unknownNumbers } = ranked;
  const phrases = [...new Set([...typed.phrases, ...parts.phrases])];
  const hits: FetchedHit[] = [];
  let next = 0;
  const resultOf = (shown: FetchedHit[], count: number): SearchResult => {
    const total = hits.length + candidates.length - next;
    return { hits: shown, count, total, phrases, isGuess, unknownNumbers, asksFraud };
  };
  // Which of them have ended to the minute is known only after they are fetched.
  const sendsPartial = !filters.open && maxHits <= FETCH_SIZE;
  while (hits.length < maxHits && next < candidates.length) {
    const fetching = fetchInBatches(
      candidates.slice(next, next + FETCH_SIZE),
      sendsPartial ? BATCH_SIZE : FETCH_SIZE,
      phrases,
    );
    // Each batch is sorted separately: results on the screen do not move when more arrive.
    for (let first = 0; first < fetching.length; first += BATCH_SIZE) {
      const fetched = await Promise.all(fetching.slice(first, first + BATCH_SIZE));
      next += fetched.length;
      const matching = fetched.filter(({ facts }) => !filters.open || !options.hasEnded(facts));
      hits.push(...matching.sort((a, b) => compareScore(a, b, parts.asksHow ? HOW_TO_STORY_FACTOR : 1)));
      if (sendsPartial && next < maxHits && next < candidates.length) {
        options.onPartial?.(resultOf([...hits], Math.min(maxHits, candidates.length)));
      }
    }
  }
  const shown = hits.slice(0, maxHits);
  return resultOf(shown, shown.length);
}

/**
 * Fetches pages: the first `firstCount` at once, the others when these have arrived or HEAD_START_MS have passed. With all at once the
 * first screen would be a quarter later on a slow phone.
 */
function fetchInBatches(
  pages: readonly Scored[],
  firstCount: number,
  phrases: readonly string[],
): Promise<FetchedHit>[] {
  const first = pages.slice(0, firstCount).map((page) => fetchHit(page, phrases));
  const headStart = Promise.race([Promise.allSettled(first), delay(HEAD_START_MS)]);
  const others = pages.slice(firstCount).map(async (page) => {
    await headStart;
    return fetchHit(page, phrases);
  });
  const pending = [...first, ...others];
  // A failure is reported when it is awaited.
  for (const each of pending) each.catch(() => undefined);
  return pending;
}

function delay(ms: number): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function compareScore(a: FetchedHit, b: FetchedHit, storyFactor: number): number {
  const scoreOf = ({ facts, score }: FetchedHit) => score * (facts.type === 'story' ? storyFactor : 1);
  return scoreOf(b) - scoreOf(a) || compareNewest(a.facts, b.facts) || (a.address < b.address ? -1 : 1);
}

/** Whether a query is about fraud, and the pages against it if they share its words. */
async function findAgainstFraud(
  query: string,
  filters: Filters,
  options: SearchOptions,
): Promise<{ asksFraud: boolean; fraudPages: Scored[] }> {
  const { asksFraud, sharesWords } = mayAskAboutFraud(query) ? await options.checkFraud(query) : NO_FRAUD;
  const fraudPages = sharesWords || hasBaitWord(query) ? await findFraudPages(filters, options) : [];
  return { asksFraud, fraudPages };
}

/** The pages for a query about fraud: guides, then the telephone. */
async function findFraudPages(filters: Filters, { index, today }: SearchOptions): Promise<Scored[]> {
  const { results } = await index.search(FRAUD_TOKEN, chooseFilters(filters));
  const isTelephone = ({ id }: Match) => Number(readFragmentId(id, today).type === 'contact');
  return [...results]
    .sort((a, b) => isTelephone(a) - isTelephone(b) || (a.id < b.id ? -1 : 1))
    .slice(0, MAX_PINNED_PAGES)
    .map((found, index) => ({ found, words: 1, named: 0, score: PINNED_SCORE / 1000 ** index }));
}

/** Puts pages in front of the candidates; candidates that are a guess are left out. */
function prependPages(first: readonly Scored[], ranked: RankedCandidates): RankedCandidates {
  if (first.length === 0) return ranked;
  const ids = new Set(first.map(({ found }) => found.id));
  const others = ranked.isGuess ? [] : ranked.pages.filter(({ found }) => !ids.has(found.id));
  return { ...ranked, isGuess: false, pages: [...first, ...others] };
}

/** For an honest question the guides against fraud are last; among guesses they are left out. */
function demotePages(pages: readonly Scored[], ranked: RankedCandidates): RankedCandidates {
  const ids = new Set(pages.map(({ found }) => found.id));
  const [last, others] = [true, false].map((isLast) =>
    ranked.pages.filter(({ found }) => ids.has(found.id) === isLast),
  );
  if (last === undefined || others === undefined || last.length === 0) return ranked;
  const least = Math.min(...others.map(({ score }) => score));
  const demoted = last.map((page) => ({ ...page, score: Math.min(page.score, least / 2) }));
  return { ...ranked, pages: ranked.isGuess ? others : [...others, ...demoted] };
}

/** All candidate pages of a query, best first; undefined if the request is superseded. */
async function findCandidates(
  { parts, typed, alphanumeric }: TypedQuery,
  filters: Filters,
  options: SearchOptions,
): Promise<RankedCandidates | undefined> {
  const chosen = chooseFilters(filters);
  if (parts.phrases.length + parts.latin.length + parts.ages.length === 0) {
    return { pages: await listAll(chosen, options), isGuess: false, unknownNumbers: [] };
  }
  const ranked = await scorePages(parts, typed, {
    ...options,
    alphanumeric,
    chosen,
    acceptsWords: !parts.asksHow || parts.asksMeaning,
    // In most cases the exact matches stay the answer: fetched in parallel with similar tokens.
    onExactMatches(sums) {
      for (const { found } of rank(sums, parts, options).slice(0, BATCH_SIZE))
        found.data().catch(() => undefined);
    },
  });
  return ranked && { ...ranked, pages: rank(ranked.sums, parts, options) };
}

/** Best first, by what the ids contain: no page has been fetched. */
function rank(
  sums: ReadonlyMap<string, Scored>,
  { asksHow, asksPast, asksTelephone, telephones, words: asked }: ParsedQuery,
  { today }: SearchOptions,
): Scored[] {
  const boosted = Array.from(sums.values(), ({ found, score, words, named }): Scored => {
    const { type, hasEnded } = readFragmentId(found.id, today);
    const howToBoost = asksHow && type === 'policy' ? HOW_TO_POLICY_BOOST : 1;
    const contactBoost =
      (telephones.length > 0 || asksTelephone) && type === 'contact' ? NUMBER_CONTACT_BOOST : 1;
    const isNamed = named >= Math.min(asked.length, MAX_TOKENS);
    const endedFactor = asksPast ? 1 : isNamed ? ENDED_FACTOR : ENDED_UNNAMED_FACTOR;
    return {
      found,
      words,
      named,
      score: score * (type ? TYPE_BOOST[type] : 1) * howToBoost * contactBoost * (hasEnded ? endedFactor : 1),
    };
  });
  return boosted.sort((a, b) => b.score - a.score || (a.found.id < b.found.id ? -1 : 1));
}

/** All pages that match the filters, for a query without words. */
async function listAll(chosen: ChosenFilters, { index }: SearchOptions): Promise<Scored[]> {
  if (Object.keys(chosen).length === 0) return [];
  const { results } = await index.search(null, chosen);
  return results.map((found) => ({ found, score: 1, words: 0, named: 0 }));
}

function chooseFilters(filters: Filters): ChosenFilters {
  const chosen = Object.entries(filters).filter(([, value]) => value);
  // A page for all places has the place *.
  return Object.fromEntries(chosen.map(([name, value]) => [name, name === 'place' ? [value, '*'] : [value]]));
}

async function fetchHit({ found, score }: Scored, phrases: readonly string[]): Promise<FetchedHit> {
  const { url, content, meta } = await found.data();
  const facts = meta as unknown as ResultFacts;
  const isOneCharacter = phrases.join('').length === 1;
  const hasPhrase = phrases.some(
    (phrase) => (phrase.length > 1 || isOneCharacter) && facts.title.includes(phrase),
  );
  return { address: url, facts, content, score: score * (hasPhrase ? TITLE_PHRASE_BOOST : 1) };
}

/** Of two notices with equal scores, the newer one first. */
function compareNewest(a: ResultFacts, b: ResultFacts): number {
  const [left, right] = [a.starts ?? '', b.starts ?? ''];
  return left < right ? 1 : left > right ? -1 : 0;
}
