/**
 * From a parsed query to scored pages. Each token is looked up separately and the scores are added: a rare token scores more, and a wrong
 * or missing character costs one token, not the answer.
 */

import type { AskedTelephone } from '../alphanumeric.ts';
import { readFragmentId } from '../fragment-id.ts';
import { isAlphanumeric, type ParsedQuery, parseQuery, type SkipBigram } from '../parse-query.ts';
import {
  AS_TYPED_BOOST,
  MAX_PINYIN_PHRASE_LENGTH,
  MAX_TOKENS,
  MAX_UNIGRAMS,
  MIN_MATCHED_SHARE,
  MIN_MATCHED_TOKENS,
  OUTSIDE_SUBJECT_FACTOR,
  TELEPHONE_BOOST,
  WITHOUT_SUBJECT_FACTOR,
} from '../ranking.ts';
import { isUnigram, normalizePinyin, unigram, wholeToken } from '../tokenizer.ts';
import type { AlphanumericCode } from './alphanumeric-code.ts';
import type { CharacterTables } from './character-tables.ts';
import { isUnanswered, type NearMatch } from './coverage.ts';
import type { IndexReader } from './index-reader.ts';
import { createLookUps, type LookUpOptions, type LookUps, type Scored } from './look-ups.ts';
import { subjectBigrams } from './subject.ts';

/** All pages that have a token of the query. */
export interface Candidates {
  sums: Map<string, Scored>;
  /** Whether no page answers the query: these are only similar. */
  isGuess: boolean;
  /** Telephone numbers of the query that no page has, as they were typed. */
  unknownNumbers: string[];
}

export interface ScoreOptions extends LookUpOptions {
  tables: CharacterTables;
  /** Absent for a query that is not alphanumeric. */
  alphanumeric: AlphanumericCode | undefined;
  isStale(): Promise<boolean>;
  /** Called with the exact matches before similar tokens are fetched. */
  onExactMatches(sums: ReadonlyMap<string, Scored>): void;
}

/** Scores the pages for a query; `typed` is the query before its characters were simplified. Undefined if the request is superseded. */
export async function scorePages(
  parts: ParsedQuery,
  typed: ParsedQuery,
  options: ScoreOptions,
): Promise<Candidates | undefined> {
  const { index, tables, alphanumeric } = options;
  const lookUps = createLookUps(options);
  const words = selectTokens(parts);
  const { first, later } = await findTypedVariants(parts, typed, tables);
  await preload([...words, ...first], parts, index);
  if (await options.isStale()) return undefined;

  const { possibleTelephone } = parts;
  const hasPossibleTelephone =
    possibleTelephone !== undefined &&
    (await lookUpTelephones([possibleTelephone], lookUps.add)).length === 0;
  const telephones = hasPossibleTelephone ? outside(possibleTelephone, parts.telephones) : parts.telephones;
  const unknownNumbers = await lookUpTelephones(telephones, lookUps.add);
  if (possibleTelephone?.isReportable && !hasPossibleTelephone) unknownNumbers.push(possibleTelephone.text);
  let typedFound = 0;
  for (const word of first) typedFound += await lookUps.add(word, AS_TYPED_BOOST);
  const unknown = new Set<string>();
  const subject = new Set(subjectBigrams(parts.phrases));
  const isSubject = (word: string) => subject.size === 0 || subject.has(word) || isUnigram(word);
  const weightOf = (word: string) => (isSubject(word) ? 1 : OUTSIDE_SUBJECT_FACTOR);
  for (const word of words) if ((await lookUps.add(word, weightOf(word))) === 0) unknown.add(word);
  if (unknown.size > 0) for (const word of later) typedFound += await lookUps.add(word, AS_TYPED_BOOST);
  for (const age of parts.ages) await lookUps.add(age);
  const isNumberKnown = hasPossibleTelephone || (await lookUpNumbers(parts, lookUps.add));
  let isNear = false;
  let hasLatin = false;
  for (const latin of parts.latin) {
    const looking = { lookUp: lookUps.add, preload: index.preload };
    const match = await alphanumeric?.lookUpLatin(latin, looking, tables);
    isNear = match === 'near' || isNear;
    hasLatin = match !== 'none' || hasLatin;
  }

  const { sums } = lookUps;
  // Of 5g a page may have the number, with other letters or none: that is no answer.
  const isNumberAlone = !isNumberKnown && parts.latin.length > 0 && !hasLatin;
  let isGuess = (isNear || isNumberAlone) && unknown.size === words.length && typedFound === 0;
  const near: NearMatch[] = [];
  const nearWords: string[] = [];
  // A page with most of the tokens is the intended one: similar tokens are not fetched.
  const maxMatched = Math.max(0, ...Array.from(sums.values(), (page) => page.words));
  if (
    typedFound === 0 &&
    unknown.size > 0 &&
    maxMatched < Math.max(MIN_MATCHED_TOKENS, words.length * MIN_MATCHED_SHARE)
  ) {
    options.onExactMatches(sums);
    for (const { word, ...stands } of await findNearTokens(parts, unknown, maxMatched, options)) {
      await lookUps.add(word);
      nearWords.push(word);
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
  lookUps.finish();
  // A number or a word in Latin letters is a subject of its own.
  if (parts.numbers.length + parts.latin.length + parts.telephones.length === 0)
    lowerPagesWithoutSubject([...subject, ...first, ...later, ...nearWords], lookUps);
  return { sums, isGuess, unknownNumbers };
}

/**
 * Lowers pages that have only other words of the query than its subject: in a county with many pages about 玉米 and few with 补贴 the
 * rarer word would decide what comes first for 玉米补贴.
 */
function lowerPagesWithoutSubject(subject: readonly string[], { sums, found }: LookUps): void {
  const onSubject = new Set(subject.flatMap((word) => [...(found.get(word)?.about ?? [])]));
  if (onSubject.size === 0) return;
  const best = Math.max(0, ...[...onSubject].map((id) => sums.get(id)?.score ?? 0));
  const isTelephone = (id: string) => readFragmentId(id, '').type === 'contact';
  for (const [id, page] of sums)
    if (!onSubject.has(id) && !isTelephone(id))
      page.score = WITHOUT_SUBJECT_FACTOR * Math.min(page.score, best);
}

/**
 * The tokens of the typed query that differ from those of the simplified one: `first` to look up before these, because their
 * characters are in the national table; `later` to look up if no page has the simplified ones, because hardly any page has them.
 */
async function findTypedVariants(
  { words }: ParsedQuery,
  typed: ParsedQuery,
  tables: CharacterTables,
): Promise<{ first: string[]; later: string[] }> {
  const [first, later]: [string[], string[]] = [[], []];
  for (const word of sampleEvenly(typed.words.filter((word) => !words.includes(word)))) {
    ((await tables.hasStandardCharacter(word)) ? first : later).push(word);
  }
  return { first, later };
}

/** Looks up telephone numbers, then as plain numbers; returns those that no page has. */
async function lookUpTelephones(
  telephones: readonly AskedTelephone[],
  add: LookUps['add'],
): Promise<string[]> {
  const unknown: string[] = [];
  for (const telephone of telephones) {
    let found = 0;
    for (const word of telephone.tokens) found += await add(word, TELEPHONE_BOOST);
    if (found === 0 && /^[0-9]+$/.test(telephone.text)) found = await add(wholeToken(telephone.digits));
    if (found === 0) unknown.push(telephone.text);
  }
  return unknown;
}

/** The telephones of a query that are no groups of another one. */
function outside({ at, text }: AskedTelephone, telephones: readonly AskedTelephone[]): AskedTelephone[] {
  return telephones.filter((telephone) => telephone.at < at || telephone.at >= at + text.length);
}

/** Looks up numbers with the adjacent text; if no page has that, the number alone. Returns whether a page has one with its text. */
async function lookUpNumbers({ numbers }: ParsedQuery, add: LookUps['add']): Promise<boolean> {
  const known = new Map<string, number>();
  for (const word of sampleEvenly([...new Set(numbers.flatMap(({ beside }) => beside))]))
    known.set(word, await add(word));
  const alone = numbers.filter(({ beside }) => !beside.some((word) => (known.get(word) ?? 0) > 0));
  for (const word of sampleEvenly([...new Set(alone.map(({ whole }) => whole))])) await add(word);
  return numbers.length > alone.length;
}

/** Loads the shards in parallel: on a slow network each takes half a second. */
async function preload(
  words: readonly string[],
  { latin, numbers, telephones, possibleTelephone, ages }: ParsedQuery,
  index: IndexReader,
): Promise<void> {
  const others = [
    ...latin.map(({ letters }) => letters),
    ...sampleEvenly(numbers.flatMap(({ beside, whole }) => (beside.length > 0 ? beside : [whole]))),
    ...[...telephones, ...(possibleTelephone ? [possibleTelephone] : [])].flatMap(({ tokens }) => tokens),
    ...ages,
  ];
  await Promise.all([...words, ...others].map((word) => index.preload(word)));
}

function charactersOf({ phrases }: ParsedQuery): string {
  return phrases.join('').replace(/[^\p{L}]|[a-z]/gu, '');
}

/** A similar token, and the characters of a phrase that it covers. */
interface NearToken extends Omit<NearMatch, 'pages'> {
  word: string;
}

/**
 * Similar tokens for a query with tokens that no page has, and of which a page has at most `maxMatched`: the same pinyin, and
 * one character different. Their shards are loaded.
 */
async function findNearTokens(
  { phrases, skipBigrams }: ParsedQuery,
  unknown: ReadonlySet<string>,
  maxMatched: number,
  { index, tables }: ScoreOptions,
): Promise<NearToken[]> {
  const load = async (near: NearToken) => {
    await index.preload(near.word);
    return near;
  };
  const isSuspect = (phrase: string) => [...unknown].some((word) => phrase.includes(word));
  const byPinyin = phrases
    .filter((phrase) => phrase.length > 1 && phrase.length <= MAX_PINYIN_PHRASE_LENGTH && isSuspect(phrase))
    .map(async (phrase) => {
      const pinyin = await tables.pinyinOf(phrase);
      if (pinyin === '') return [];
      return [await load({ word: normalizePinyin(pinyin), phrase, from: 0, length: [...phrase].length })];
    });
  // A typo makes both bigrams around it unknown, unless one is another word by chance: then hardly any page has two tokens.
  const isUnknown = (word: string) => unknown.has(word);
  const suspect = skipBigrams.filter(({ around }) =>
    maxMatched > 1 ? around.every(isUnknown) : around.some(isUnknown),
  );
  const without = sampleEvenly([
    ...new Map(suspect.map((skipBigram) => [skipBigram.word, skipBigram])).values(),
  ]).map((skipBigram) => describeSkipBigram(skipBigram, phrases));
  const [pinyinTokens, skipBigramTokens] = await Promise.all([
    Promise.all(byPinyin),
    Promise.all(without.map(load)),
  ]);
  return [...pinyinTokens.flat(), ...skipBigramTokens];
}

/** A skipBigram covers three characters of a phrase: the one that may be wrong and its neighbours. */
function describeSkipBigram(
  { word, around: [before = '', after = ''] }: SkipBigram,
  phrases: readonly string[],
): NearToken {
  const three = before + [...after].slice(1).join('');
  const phrase = phrases.find((each) => each.includes(three)) ?? three;
  return { word, phrase, from: [...phrase.slice(0, phrase.indexOf(three))].length, length: 3 };
}

/** At most MAX_TOKENS of a query in their order: those of its subject first, the others evenly from the whole query. */
function selectTokens({ words, phrases }: ParsedQuery): string[] {
  if (words.length <= MAX_TOKENS) return [...words];
  const subject = new Set(subjectBigrams(phrases));
  const [ofSubject, others] = [
    words.filter((word) => subject.has(word)),
    words.filter((word) => !subject.has(word)),
  ];
  const selected = new Set([
    ...sampleEvenly(ofSubject),
    ...sampleEvenly(others, Math.max(0, MAX_TOKENS - ofSubject.length)),
  ]);
  return words.filter((word) => selected.has(word));
}

/** At most `count`, evenly from the whole list. */
function sampleEvenly<Word>(words: readonly Word[], count = MAX_TOKENS): Word[] {
  if (words.length <= count) return [...words];
  if (count <= 1) return words.slice(0, count);
  const step = (words.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, index) => Math.round(index * step)).flatMap((index) =>
    words.slice(index, index + 1),
  );
}

/** A query in simplified characters and as it was typed; the same object where these do not differ. */
export interface TypedQuery {
  simple: string;
  parts: ParsedQuery;
  typed: ParsedQuery;
  /** The code that it was parsed with. */
  alphanumeric: AlphanumericCode | undefined;
}

/** Parses a query. Rejects if a file that it needs cannot be loaded. */
export async function parseTypedQuery(
  query: string,
  tables: CharacterTables,
  loadAlphanumeric: () => Promise<AlphanumericCode>,
): Promise<TypedQuery> {
  const simple = await tables.toSimplified(query);
  const alphanumeric = isAlphanumeric(query) ? await loadAlphanumeric() : undefined;
  const parts = parseQuery(simple, alphanumeric);
  return { simple, parts, typed: simple === query ? parts : parseQuery(query, alphanumeric), alphanumeric };
}
