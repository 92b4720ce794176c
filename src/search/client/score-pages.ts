/**
 * From the parts of a query to pages with their scores. Each word is looked up by itself and the pages are weighed together: a
 * word that is rare says more, and a wrong or missing character costs one word, not the answer.
 */

import { readFragmentId } from '../fragment-id.ts';
import { type ParsedQuery, parseQuery, type SkipBigram } from '../parse-query.ts';
import { INDEXED_PAGE_LENGTH, MAX_POSTINGS, MAX_UNIGRAM_POSTINGS } from '../ranking.ts';
import { type Telephone, telephoneQueryWords } from '../telephones.ts';
import { isUnigram, normalizePinyin, unigram, wholeToken } from '../tokenizer.ts';
import type { CharacterTables } from './character-tables.ts';
import { isUnanswered, type NearMatch, type TokenPages } from './coverage.ts';
import { lookUpLatin } from './latin.ts';
import type { Found, Pagefind } from './pagefind.ts';

/** The most words of a query that are looked up: each may cost a part of the index. */
const MAX_TOKENS = 6;

/** A page with this score for a word counts half of what one does that has the word in its title ten times. */
const SATURATION_SCORE = 0.1;

/** How much more a word says as it was typed than in simplified characters: 王昇 comes before 王升. */
const AS_TYPED_BOOST = 1.5;

/** How much more a telephone number says than a word: who types one wants that one. */
const TELEPHONE_BOOST = 3;

/** With so many words of a query a page is an answer, though another word is nowhere. */
const MIN_MATCHED_TOKENS = 3;

/** The most characters of a query without an answer that are looked up one by one. */
const MAX_UNIGRAMS = 8;

/** A longer phrase is a sentence, and no title sounds like it. */
const MAX_PINYIN_PHRASE_LENGTH = 6;

export interface Scored {
  found: Found;
  score: number;
  /** How many words led to it. */
  words: number;
}

/** All pages that the words of a query lead to. */
export interface Candidates {
  sums: Map<string, Scored>;
  /** Whether no page has what was asked: these are near, no answers. */
  isGuess: boolean;
  /** Telephone numbers of the query that no page has, as they were typed. */
  unknownNumbers: string[];
}

export interface ScoreOptions {
  pagefind: Pagefind;
  /** Number of pages in the index. */
  pages: number;
  readings: CharacterTables;
  /** What Pagefind takes to leave pages out. */
  chosen: { filters?: Record<string, unknown> };
  isStale(): Promise<boolean>;
  /** Hears of what is known before what is near is fetched. */
  onKnown(sums: ReadonlyMap<string, Scored>): void;
}

/** Weighs the pages for a query, `typed` being its parts before its characters were simplified; undefined where it is asked no longer. */
export async function scorePages(
  parts: ParsedQuery,
  typed: ParsedQuery,
  options: ScoreOptions,
): Promise<Candidates | undefined> {
  const { pagefind, readings } = options;
  const lookUps = createLookUps(options);
  const words = sampleEvenly(parts.words);
  const { first, later } = await findTypedVariants(parts, typed, readings);
  await preload([...words, ...first], parts, pagefind);
  if (await options.isStale()) return undefined;

  const unknownNumbers = await lookUpTelephones(parts.telephones, lookUps.add);
  let typedFound = 0;
  for (const word of first) typedFound += await lookUps.add(word, AS_TYPED_BOOST);
  const unknown = new Set<string>();
  for (const word of words) if ((await lookUps.add(word)) === 0) unknown.add(word);
  if (unknown.size > 0) for (const word of later) typedFound += await lookUps.add(word, AS_TYPED_BOOST);
  await lookUpNumbers(parts, lookUps.add);
  let isNear = false;
  for (const latin of parts.latin)
    isNear = (await lookUpLatin(latin, lookUps.add, readings)) === 'near' || isNear;

  const { sums } = lookUps;
  let isGuess = isNear && unknown.size === words.length && typedFound === 0;
  const near: NearMatch[] = [];
  // A page with most of many words is what was meant, whatever stands beside them: what is near would be fetched for nothing.
  const most = Math.max(0, ...Array.from(sums.values(), (page) => page.words));
  if (typedFound === 0 && unknown.size > 0 && most < Math.max(MIN_MATCHED_TOKENS, (words.length * 2) / 3)) {
    options.onKnown(sums);
    for (const { word, ...stands } of await findNearTokens(parts, unknown, most, options)) {
      await lookUps.add(word);
      near.push({ ...stands, pages: lookUps.found.get(word)?.all ?? new Set() });
    }
  }
  if (typedFound === 0 && parts.telephones.length + parts.latin.length === 0) {
    isGuess = isGuess || isUnanswered(parts.phrases, lookUps.found, near);
  }
  const characters = [...new Set(charactersOf(parts))].slice(0, MAX_UNIGRAMS);
  if (sums.size === 0 && parts.telephones.length === 0 && characters.length > 1) {
    isGuess = true;
    for (const character of characters) await lookUps.add(unigram(character));
  }
  lookUps.settle();
  return { sums, isGuess, unknownNumbers };
}

/**
 * The words of a query as it was typed that have another form in simplified characters: those to look up before that, because
 * they are in the national table, and those to look up where no page has that, because hardly a page has them.
 */
async function findTypedVariants(
  { words }: ParsedQuery,
  typed: ParsedQuery,
  readings: CharacterTables,
): Promise<{ first: string[]; later: string[] }> {
  const [first, later]: [string[], string[]] = [[], []];
  for (const word of sampleEvenly(typed.words.filter((word) => !words.includes(word)))) {
    ((await readings.isStandardToo(word)) ? first : later).push(word);
  }
  return { first, later };
}

/** What has been looked up so far, and the pages it led to. */
interface LookUps {
  sums: Map<string, Scored>;
  /** The pages of each word but lists of telephones: a number to ring is no answer. */
  found: Map<string, TokenPages>;
  /** Looks a word up, adds its pages, and says how many they are; it counts `weight` times. */
  add(word: string, weight?: number): Promise<number>;
  /** When all is looked up. */
  settle(): void;
}

function createLookUps({ pagefind, pages, chosen }: ScoreOptions): LookUps {
  const sums = new Map<string, Scored>();
  const found = new Map<string, TokenPages>();
  /** Words whose list was cut, with the pages on it and the least that one of them got. */
  const cut: { ids: Set<string>; least: number }[] = [];
  return {
    sums,
    found,
    async add(word, weight = 1) {
      const { results, unfilteredResultCount = 0 } = await pagefind.search(word, chosen);
      const rarity = weight * Math.log(1 + pages / Math.max(1, results.length));
      found.set(word, wordPages(results, Math.max(results.length, unfilteredResultCount), pages));
      const scores = results.map(({ score }) => rarity * (score / (score + SATURATION_SCORE)));
      for (const [index, page] of results.entries()) {
        const before = sums.get(page.id) ?? { score: 0, words: 0 };
        sums.set(page.id, {
          found: page,
          score: before.score + (scores[index] ?? 0),
          words: before.words + 1,
        });
      }
      if (
        results.length > 0 &&
        unfilteredResultCount >= (isUnigram(word) ? MAX_UNIGRAM_POSTINGS : MAX_POSTINGS)
      ) {
        cut.push({ ids: new Set(results.map(({ id }) => id)), least: Math.min(...scores) });
      }
      return results.length;
    },
    settle() {
      // The index has the first pages of a word that very many have: one of the others may have it too, and weighs no more there.
      for (const { ids, least } of cut) {
        for (const [id, page] of sums) if (!ids.has(id)) page.score += least;
      }
    },
  };
}

/** What Pagefind 1.4.0 scores a word that stands in a text, by its rarity: one of the title has some ten times of it. */
const TEXT_SCORE = 4.9 / INDEXED_PAGE_LENGTH;
/** Above a word of the text; a title with one character left out has least of all that counts. */
const MIN_ABOUT_SCORE = 1.3 * TEXT_SCORE;
/** A keyword has eight times of it, a title ten. */
const MIN_NAMED_SCORE = 6 * TEXT_SCORE;

/** Which of the pages of a word, `matches` in all of `pages`, have it where they say what they are about. */
export function wordPages(results: readonly Found[], matches: number, pages: number): TokenPages {
  // As Pagefind weighs rarity (BM25).
  const rarity = Math.log(1 + Math.max(0.5, pages - matches + 0.5) / (matches + 0.5));
  const telling = results.filter(({ id }) => readFragmentId(id, '').type !== 'contact');
  const from = (least: number) =>
    new Set(telling.filter(({ score }) => score >= least * rarity).map(({ id }) => id));
  return { all: from(0), about: from(MIN_ABOUT_SCORE), named: from(MIN_NAMED_SCORE) };
}

/** Looks numbers up as telephone numbers, then as figures; gives those that no page has. */
async function lookUpTelephones(telephones: readonly Telephone[], add: LookUps['add']): Promise<string[]> {
  const unknown: string[] = [];
  for (const telephone of telephones) {
    let found = 0;
    for (const word of telephoneQueryWords(telephone)) found += await add(word, TELEPHONE_BOOST);
    if (found === 0 && /^[0-9]+$/.test(telephone.text)) found = await add(wholeToken(telephone.digits));
    if (found === 0) unknown.push(telephone.text);
  }
  return unknown;
}

/** Looks numbers up with what stands beside them; one that no page has so, by itself. */
async function lookUpNumbers({ numbers }: ParsedQuery, add: LookUps['add']): Promise<void> {
  const known = new Map<string, number>();
  for (const word of sampleEvenly([...new Set(numbers.flatMap(({ beside }) => beside))]))
    known.set(word, await add(word));
  const alone = numbers.filter(({ beside }) => !beside.some((word) => (known.get(word) ?? 0) > 0));
  for (const word of sampleEvenly([...new Set(alone.map(({ whole }) => whole))])) await add(word);
}

/** Side by side: on a slow network each part by itself costs half a second. */
async function preload(
  words: readonly string[],
  { latin, numbers, telephones }: ParsedQuery,
  pagefind: Pagefind,
): Promise<void> {
  const others = [
    ...latin.map(({ letters }) => letters),
    ...sampleEvenly(numbers.flatMap(({ beside, whole }) => (beside.length > 0 ? beside : [whole]))),
    ...telephones.flatMap(telephoneQueryWords),
  ];
  await Promise.all([...words, ...others].map((word) => pagefind.preload(word)));
}

function charactersOf({ phrases }: ParsedQuery): string {
  return phrases.join('').replace(/[^\p{L}]|[a-z]/gu, '');
}

/** A word to look up beside those of the query, and the characters of a phrase that it stands for. */
interface NearToken extends Omit<NearMatch, 'pages'> {
  word: string;
}

/**
 * For a query with words that no page has, and of which a page has at `most` so many: what sounds like it, and what has one
 * character else. Their parts are loaded.
 */
async function findNearTokens(
  { phrases, skipBigrams }: ParsedQuery,
  unknown: ReadonlySet<string>,
  most: number,
  { pagefind, readings }: ScoreOptions,
): Promise<NearToken[]> {
  const load = async (near: NearToken) => {
    await pagefind.preload(near.word);
    return near;
  };
  const isDoubtful = (phrase: string) => [...unknown].some((word) => phrase.includes(word));
  const heard = phrases
    .filter((phrase) => phrase.length > 1 && phrase.length <= MAX_PINYIN_PHRASE_LENGTH && isDoubtful(phrase))
    .map(async (phrase) => {
      const sound = await readings.soundOf(phrase);
      if (sound === '') return [];
      return [await load({ word: normalizePinyin(sound), phrase, from: 0, length: [...phrase].length })];
    });
  // A wrong character makes both words that it is in such as nobody has, unless one of them happens to be another word: then
  // hardly a page has two words of the query.
  const isUnknown = (word: string) => unknown.has(word);
  const doubtful = skipBigrams.filter(({ around }) =>
    most > 1 ? around.every(isUnknown) : around.some(isUnknown),
  );
  const without = sampleEvenly([...new Map(doubtful.map((gap) => [gap.word, gap])).values()]).map((gap) =>
    describeSkipBigram(gap, phrases),
  );
  const [sounds, gapped] = await Promise.all([Promise.all(heard), Promise.all(without.map(load))]);
  return [...sounds.flat(), ...gapped];
}

/** A gap stands for three characters of a phrase: the one that may be wrong and its neighbours. */
function describeSkipBigram(
  { word, around: [before = '', after = ''] }: SkipBigram,
  phrases: readonly string[],
): NearToken {
  const three = before + [...after].slice(1).join('');
  const phrase = phrases.find((each) => each.includes(three)) ?? three;
  return { word, phrase, from: [...phrase.slice(0, phrase.indexOf(three))].length, length: 3 };
}

/** At most six words, from the whole length of the query. */
function sampleEvenly<Word>(words: readonly Word[]): Word[] {
  if (words.length <= MAX_TOKENS) return [...words];
  const step = (words.length - 1) / (MAX_TOKENS - 1);
  return Array.from({ length: MAX_TOKENS }, (_, index) => Math.round(index * step)).flatMap((index) =>
    words.slice(index, index + 1),
  );
}

/** A query in simplified characters, and its parts as it was typed and in these; the same where it has no other. */
export async function parseTypedQuery(
  query: string,
  readings: CharacterTables,
): Promise<{ simple: string; parts: ParsedQuery; typed: ParsedQuery }> {
  const simple = await readings.simplified(query);
  const parts = parseQuery(simple);
  return { simple, parts, typed: simple === query ? parts : parseQuery(query) };
}
