/** Parses a query: which tokens to look up, and how. Runs on the phone. */
import type { AlphanumericParsers, AskedSplitNumber, AskedTelephone } from './alphanumeric.ts';
import { FILLER, FILLER_OR_KINSHIP, HOW_QUESTION, PAST_QUESTION } from './fillers.ts';
import {
  bigrams,
  findNumbers,
  isNumber,
  isUnspaced,
  MAX_QUERY_LENGTH,
  type NumberTokens,
  normalizeText,
  RUNS,
  skipBigrams,
  wholeToken,
} from './tokenizer.ts';

/** Two characters of a query without the one between them, which may be wrong, and the two bigrams that it is in. */
export interface SkipBigram {
  word: string;
  around: string[];
}

/** A parsed query. */
export interface ParsedQuery {
  /** Tokens to look up, except for numbers, telephones and Latin letters. */
  words: string[];
  /** To look up when a token is not found: they match when one character is wrong. */
  skipBigrams: SkipBigram[];
  /** Latin letters, which may be pinyin, with the runs they were typed in: `di bao` is `dibao`. */
  latin: LatinGroup[];
  numbers: NumberTokens[];
  telephones: AskedTelephone[];
  /** A telephone number that is one only if a page has it: else its groups are numbers of their own. */
  possibleTelephone: AskedSplitNumber | undefined;
  /** The tokens of ages of persons. */
  ages: string[];
  /** Runs of Chinese without fillers, words of other letters and numbers, for highlighting and nearest titles. */
  phrases: string[];
  /** Whether it is a how-to question: then policies rank above stories. */
  asksHow: boolean;
  /** Whether it asks about what was: then pages that have ended rank as any other. */
  asksPast: boolean;
  /** Whether it asks what something means. */
  asksMeaning: boolean;
  /** Whether it asks for a telephone: then telephones rank above pages. */
  asksTelephone: boolean;
}

export interface LatinGroup {
  letters: string;
  runs: string[];
}

/** 贷 before an amount: 贷五万. */
const LENT_AMOUNT = /贷(?=(?:[0-9]+|[一二两三四五六七八九十几]+)[百千万])/g;
/** 缺 before an amount: 缺五万块. */
const MISSING_AMOUNT = /[缺差](?=(?:[0-9]+|[一二两三四五六七八九十几]+)[百千万])/g;
/** Latin letters with separators between syllables. */
const LATIN = /[a-z]+(?:[ '’·-]{1,2}[a-z]+)*/g;
const TELEPHONE_WORD = /电话|号码|热线|打几/;
const TELEPHONE_WORDS = /^(?:电话|号码|热线)+$/;
/** A number with the characters around it: 第777号, 〔2026〕38号. */
const NUMBER_PHRASE = /[^\s，。！？；、：,!?;:]*[0-9][^\s，。！？；、：,!?;:]*/g;

/** Digits, Latin letters, and the Chinese numbers of ages: 六十岁. */
const ALPHANUMERIC = /[0-9a-z十]/;

/** Whether a query has to be parsed with AlphanumericParsers. */
export function isAlphanumeric(query: string): boolean {
  return ALPHANUMERIC.test(normalizeText(query));
}

/** Parses a query; one of fillers alone is looked up as it is. `parsers` may be absent for a query that is not alphanumeric. */
export function parseQuery(query: string, parsers: AlphanumericParsers | undefined): ParsedQuery {
  const normalized = [...normalizeText(query)].slice(0, MAX_QUERY_LENGTH).join('');
  const split = parsers?.splitNumberOf(normalized);
  const possibleTelephone = split?.isPossible ? split : undefined;
  const telephones = [
    ...(parsers?.telephonesOf(normalized) ?? []),
    ...(split && !split.isPossible ? [split] : []),
  ];
  const text = (parsers?.withoutTelephones(normalized, telephones) ?? normalized)
    .replace(LENT_AMOUNT, '贷款')
    .replace(MISSING_AMOUNT, '缺钱');
  const runs = Array.from(text.matchAll(RUNS), ({ 0: run, index = 0 }) => ({ run, index }));
  const words = runs.filter(({ run }) => !isNumber(run) && !isUnspaced(run)).map(({ run }) => run);
  const others = words.filter((word) => !/^[a-z]+$/.test(word));
  const numbers = findNumbers(text);
  const { tokens: ages, rest } = parsers?.agesOf(text) ?? { tokens: [], rest: text };
  const unspaced = Array.from(rest.matchAll(RUNS), ({ 0: run, index = 0 }) => ({ run, index }))
    .filter(({ run }) => isUnspaced(run))
    // A single character next to a number is part of the number's tokens.
    .filter(({ run, index }) => [...run].length > 1 || !isBesideNumber(text, index, run.length))
    .map(({ run }) => run);
  const hasOther = unspaced.length === 0 || numbers.length + ages.length > 0;
  const phrases = subjectOf(unspaced, hasOther);
  return {
    words: [...new Set([...phrases.flatMap((phrase) => bigrams(phrase)), ...others.map(lookUpToken)])],
    skipBigrams: phrases.flatMap(findSkipBigrams),
    latin: findLatin(text),
    numbers,
    telephones,
    possibleTelephone,
    ages,
    phrases: [
      ...phrases,
      ...others,
      ...(text.match(NUMBER_PHRASE) ?? []),
      ...[...telephones, ...(possibleTelephone ? [possibleTelephone] : [])].flatMap(numberForms),
    ],
    asksHow: HOW_QUESTION.test(normalized),
    // 电话 alone is a subject: each page with one would be an answer.
    asksTelephone: TELEPHONE_WORD.test(normalized) && phrases.some((phrase) => !TELEPHONE_WORDS.test(phrase)),
    asksMeaning: /是[啥什]|意思|[啥么]叫|叫[啥什]/.test(normalized),
    asksPast: PAST_QUESTION.test(normalized),
  };
}

/** Runs of Chinese without fillers and kinship; if nothing is left, with kinship; if nothing but that, as they are. */
function subjectOf(runs: readonly string[], hasOther: boolean): string[] {
  const split = (pattern: RegExp) =>
    runs.flatMap((run) => run.split(pattern)).filter((phrase) => phrase !== '');
  const subject = split(FILLER_OR_KINSHIP);
  if (subject.some(isWord) || hasOther) return subject;
  const people = split(FILLER);
  return people.some(isWord) ? people : [...runs];
}

function isWord(phrase: string): boolean {
  return phrase.length > 1;
}

function isBesideNumber(text: string, at: number, length: number): boolean {
  return /[0-9]/.test(text.charAt(at - 1) + text.charAt(at + length));
}

/** Groups of Latin letters, without those in a longer word with marks. */
function findLatin(text: string): LatinGroup[] {
  const own = new Set((text.match(RUNS) ?? []).filter((run) => /^[a-z]+$/.test(run)));
  return Array.from(text.matchAll(LATIN), ([group]) =>
    (group.match(/[a-z]+/g) ?? []).filter((run) => own.has(run)),
  )
    .filter((runs) => runs.length > 0)
    .map((runs) => ({ letters: runs.join(''), runs }));
}

/** A word of other letters is looked up as a prefix, like Latin ones: Uyghur and Kazakh add suffixes. */
function lookUpToken(word: string): string {
  return [...word].length === 1 || /\p{Script=Tibetan}/u.test(word) ? wholeToken(word) : word;
}

/** The forms a number may have in a page, for highlighting. */
function numberForms({ digits, local, text }: AskedTelephone): string[] {
  return [...new Set([text, digits, ...(local === undefined ? [] : [local])])];
}

function findSkipBigrams(phrase: string): SkipBigram[] {
  const words = bigrams(phrase);
  return skipBigrams(phrase).map((word, index) => ({ word, around: words.slice(index, index + 2) }));
}
