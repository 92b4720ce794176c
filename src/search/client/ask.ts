/**
 * From a query to pages. Each word is looked up by itself and the pages are weighed together: a word that is
 * rare says more, and a wrong or missing character costs one word, not the answer.
 */
import { readPageName } from '../page-name.ts';
import type { RecordType, ResultFacts } from '../record.ts';
import { aloneWord, loosePinyin, type QueryParts, queryParts } from '../words.ts';
import type { Answer, Filters, Hit } from './messages.ts';
import type { Found, Pagefind } from './pagefind.ts';
import type { Readings } from './readings.ts';

/** The most words of a query that are looked up: each may cost a part of the index. */
const MOST_WORDS = 6;
/** How many pages are opened at a time: each is a file to fetch. */
const OPENED = 6;
/** So many are put in order together: a phone's first screen, which need not wait for the others. */
const IN_ORDER = 3;

/** How long the others of a turn wait for the first at the most: what a slow phone with a good network takes to open three. */
const HEAD_START_MS = 100;

/** A page with this score for a word counts half of what one does that has the word in its title ten times. */
const HALF_SCORE = 0.1;

/** What readers look for first: a policy before the word that names it. */
const liking: Record<RecordType, number> = {
  policy: 1.3,
  notice: 1,
  story: 1,
  guide: 1,
  contact: 1,
  place: 1.3,
  word: 0.6,
};

/** The engine, loaded. */
export interface Ready {
  pagefind: Pagefind;
  /** Number of pages in the index. */
  pages: number;
  readings: Readings;
}

export interface AskOptions extends Ready {
  /** Lets in what has come meanwhile, and says whether it is another question: then this one needs no answer. */
  isStale(): Promise<boolean>;
  /** `YYYY-MM-DD`: what was over before comes later. */
  today: string;
  /** Whether a page's matter is over, to the minute. */
  isOver(facts: ResultFacts): boolean;
  /** Hears of the first pages of an answer while the others are on their way. */
  onFirst?(answer: Asked): void;
}

/** What a query led to. */
export type Asked = Omit<Extract<Answer, { hits: unknown }>, 'number'>;

interface Weighed {
  found: Found;
  score: number;
  /** How many words led to it. */
  words: number;
}

/** All pages that a query leads to, best first. */
interface Led {
  pages: Weighed[];
  /** Whether single characters had to do: these are titles that are near, no answers. */
  isGuess: boolean;
}

/** With so many words of a query a page is an answer, though another word is nowhere. */
const ENOUGH_WORDS = 3;

/** The most characters of a query without an answer that are looked up one by one. */
const MOST_CHARACTERS = 8;

/** The pages for a query, best first, `most` of them, and the phrases to mark in them; undefined where it is asked no longer. */
export async function ask(
  query: string,
  filters: Filters,
  most: number,
  options: AskOptions,
): Promise<Asked | undefined> {
  const parts = queryParts(await options.readings.simplified(query));
  const led = await weigh(parts, filters, options);
  if (led === undefined || (await options.isStale())) return undefined;
  const { pages: weighed, isGuess } = led;
  const hits: Hit[] = [];
  let next = 0;
  const answerOf = (shown: Hit[], count: number): Asked => {
    const total = hits.length + weighed.length - next;
    return { hits: shown, count, total, phrases: parts.phrases, isGuess };
  };
  // Which of them are over is known only when they are open.
  const tellsFirst = !filters.open && most <= OPENED;
  while (hits.length < most && next < weighed.length) {
    const coming = openInTurn(weighed.slice(next, next + OPENED), tellsFirst ? IN_ORDER : OPENED, parts);
    // Three by three, each three in their order: what the reader has seen stays where it is when more comes.
    for (let first = 0; first < coming.length; first += IN_ORDER) {
      const opened = await Promise.all(coming.slice(first, first + IN_ORDER));
      next += opened.length;
      const fitting = opened.filter(({ facts }) => !filters.open || !options.isOver(facts));
      hits.push(...fitting.sort((a, b) => (parts.asksHow ? storiesLast(a, b) : 0) || byScore(a, b)));
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
function openInTurn(pages: readonly Weighed[], atOnce: number, parts: QueryParts): Promise<Hit>[] {
  const first = pages.slice(0, atOnce).map((page) => open(page, parts));
  const headStart = Promise.race([Promise.allSettled(first), pause(HEAD_START_MS)]);
  const others = pages.slice(atOnce).map(async (page) => {
    await headStart;
    return open(page, parts);
  });
  const coming = [...first, ...others];
  // One that fails is told when its turn comes.
  for (const each of coming) each.catch(() => undefined);
  return coming;
}

function pause(ms: number): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Who asks how wants to do it, before reading how somebody else did. */
function storiesLast(a: Hit, b: Hit): number {
  return Number(a.facts.type === 'story') - Number(b.facts.type === 'story');
}

function byScore(a: Hit, b: Hit): number {
  return b.score - a.score || newest(a.facts, b.facts) || (a.address < b.address ? -1 : 1);
}

/** All pages that any word leads to, with their scores summed. */
async function weigh(parts: QueryParts, filters: Filters, options: AskOptions): Promise<Led | undefined> {
  const { pagefind, pages } = options;
  const sums = new Map<string, Weighed>();
  const chosen = asFilters(filters);
  const add = async (word: string): Promise<number> => {
    const { results } = await pagefind.search(word, chosen);
    const rarity = Math.log(1 + pages / Math.max(1, results.length));
    for (const found of results) {
      const before = sums.get(found.id) ?? { score: 0, words: 0 };
      const score = before.score + rarity * (found.score / (found.score + HALF_SCORE));
      sums.set(found.id, { found, score, words: before.words + 1 });
    }
    return results.length;
  };

  if (parts.phrases.length + parts.latin.length === 0) {
    return { pages: await listAll(chosen, options), isGuess: false };
  }
  await preload(parts, pagefind);
  if (await options.isStale()) return undefined;
  const words = spread(parts.words);
  const unknown = new Set<string>();
  for (const word of words) if ((await add(word)) === 0) unknown.add(word);
  for (const letters of parts.latin) await addLatin(letters, add);
  // A page with most of many words is what was meant, whatever stands beside them: what is near would be fetched for nothing.
  const most = Math.max(0, ...Array.from(sums.values(), (page) => page.words));
  if (unknown.size > 0 && most < Math.max(ENOUGH_WORDS, (words.length * 2) / 3)) {
    // What is known already stays an answer in most cases: opened beside what is near, not after it.
    for (const { found } of inOrder(sums, parts, options).slice(0, IN_ORDER))
      found.data().catch(() => undefined);
    for (const word of await nearWords(parts, unknown, most, options)) await add(word);
  }
  const isGuess = sums.size === 0 && parts.phrases.join('').length > 1;
  if (sums.size === 0) {
    const characters = [...new Set(parts.phrases.join(''))].slice(0, MOST_CHARACTERS);
    for (const character of characters) await add(aloneWord(character));
  }
  return { pages: inOrder(sums, parts, options), isGuess };
}

/** Best first, as far as the pages' names tell: none of them has been opened. */
function inOrder(
  sums: ReadonlyMap<string, Weighed>,
  { asksHow }: QueryParts,
  { today }: AskOptions,
): Weighed[] {
  const liked = Array.from(sums.values(), ({ found, score, words }): Weighed => {
    const { type, isOver } = readPageName(found.id, today);
    const isAsked = asksHow && type === 'policy' ? 1.3 : 1;
    return { found, words, score: score * (type ? liking[type] : 1) * isAsked * (isOver ? 0.6 : 1) };
  });
  return liked.sort((a, b) => b.score - a.score || (a.found.id < b.found.id ? -1 : 1));
}

/** All pages that the filters leave, where no word was asked for. */
async function listAll(chosen: ReturnType<typeof asFilters>, { pagefind }: AskOptions): Promise<Weighed[]> {
  if (!chosen.filters) return [];
  const { results } = await pagefind.search(null, chosen);
  return results.map((found) => ({ found, score: 1, words: 0 }));
}

/** Side by side: on a slow network each part by itself costs half a second. */
async function preload({ words, latin }: QueryParts, pagefind: Pagefind): Promise<void> {
  await Promise.all([...spread(words), ...latin].map((word) => pagefind.preload(word)));
}

/** A longer phrase is a sentence, and no title sounds like it. */
const MOST_HEARD = 6;

/**
 * For a query with words that no page has, and of which a page has at `most` so many: what sounds like it, and what has one
 * character else. Their parts are loaded.
 */
async function nearWords(
  { phrases, gaps }: QueryParts,
  unknown: ReadonlySet<string>,
  most: number,
  { pagefind, readings }: AskOptions,
): Promise<string[]> {
  const load = async (word: string) => {
    await pagefind.preload(word);
    return word;
  };
  const isDoubtful = (phrase: string) => [...unknown].some((word) => phrase.includes(word));
  const heard = phrases
    .filter((phrase) => phrase.length > 1 && phrase.length <= MOST_HEARD && isDoubtful(phrase))
    .map(async (phrase) => {
      const sound = await readings.soundOf(phrase);
      return sound === '' ? [] : [await load(loosePinyin(sound))];
    });
  // A wrong character makes both words that it is in such as nobody has, unless one of them happens to be another word: then
  // hardly a page has two words of the query.
  const isUnknown = (word: string) => unknown.has(word);
  const doubtful = gaps.filter(({ around }) => (most > 1 ? around.every(isUnknown) : around.some(isUnknown)));
  const without = spread([...new Set(doubtful.map(({ word }) => word))]);
  const [sounds, gapped] = await Promise.all([Promise.all(heard), Promise.all(without.map(load))]);
  return [...sounds.flat(), ...gapped];
}

/** Latin letters: as they stand, as pinyin, then with the end or the beginning cut off, or one letter left out. */
async function addLatin(letters: string, add: (word: string) => Promise<number>): Promise<void> {
  const loose = loosePinyin(letters);
  const asTyped = (await add(letters)) + (loose === letters ? 0 : await add(loose));
  if (asTyped > 0 || loose.length < 5) return;
  const shorter = [1, 2, 3]
    .flatMap((cut) => [loose.slice(0, -cut), loose.slice(cut)])
    .filter((word) => word.length > 3);
  const without = Array.from(loose, (_, index) => loose.slice(0, index) + loose.slice(index + 1));
  for (const word of [...shorter, ...without]) if ((await add(word)) > 0) return;
}

/** At most six words, from the whole length of the query. */
function spread(words: readonly string[]): string[] {
  if (words.length <= MOST_WORDS) return [...words];
  const step = (words.length - 1) / (MOST_WORDS - 1);
  return Array.from({ length: MOST_WORDS }, (_, index) => words[Math.round(index * step)] ?? '');
}

function asFilters(filters: Filters): { filters?: Record<string, unknown> } {
  const chosen = Object.entries(filters).filter(([, value]) => value);
  // A page for everywhere carries the place *.
  const wanted = chosen.map(([name, value]) => [name, name === 'place' ? { any: [value, '*'] } : value]);
  return wanted.length === 0 ? {} : { filters: Object.fromEntries(wanted) };
}

async function open({ found, score }: Weighed, { phrases }: QueryParts): Promise<Hit> {
  const { url, raw_url, content, meta } = await found.data();
  const facts = meta as unknown as ResultFacts;
  const isOneCharacter = phrases.join('').length === 1;
  const holdsPhrase = phrases.some(
    (phrase) => (phrase.length > 1 || isOneCharacter) && facts.title.includes(phrase),
  );
  return { address: raw_url ?? url, facts, content, score: score * (holdsPhrase ? 1.5 : 1) };
}

/** Of two notices that fit as well, the newer one first. */
function newest(a: ResultFacts, b: ResultFacts): number {
  const [left, right] = [a.starts ?? '', b.starts ?? ''];
  return left < right ? 1 : left > right ? -1 : 0;
}
