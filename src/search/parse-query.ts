/** Parses a query: which tokens to look up, and how. Runs on the phone. */
import { askedTelephones, type Telephone, withoutTelephones } from './telephones.ts';
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

/**
 * Filler words of questions, which say nothing of the subject. Words of the language, not of a county; the longer ones match
 * first, so that 能不能办 is removed as a whole.
 */
const FILLERS = [
  '能不能',
  '可不可以',
  '有没有',
  '是不是',
  '要不要',
  '怎么样',
  '多少钱',
  '什么时候',
  '为什么',
  '在哪里',
  '哪里办',
  '怎么办理',
  '怎么申请',
  '怎么领取',
  '怎么办',
  '怎么领',
  '怎么报',
  '怎么交',
  '怎么弄',
  '如何办理',
  '如何申请',
  '如何',
  '怎么',
  '怎样',
  '什么',
  '哪些',
  '哪里',
  '哪儿',
  '多少',
  '可以',
  '需要',
  '我们',
  '我家',
  '请问',
  '想要',
  '申请',
  '办理',
  '一个',
  '这个',
  '那个',
  '的话',
  '给谁',
  '找谁',
  '我',
  '你',
  '您',
  '吗',
  '呢',
  '吧',
  '啊',
  '的',
  '了',
  '想',
  '要',
  '能',
].sort((a, b) => b.length - a.length);

const FILLER = new RegExp(FILLERS.join('|'), 'g');
const HOW_QUESTION = /怎么|怎样|如何|能不能|可不可以|找谁|多少|什么时候|哪里|哪儿|申请|办理|吗/;

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
  telephones: Telephone[];
  /** Runs of Chinese without fillers, words of other letters and numbers, for highlighting and nearest titles. */
  phrases: string[];
  /** Whether it asks how to do something: then policies rank above stories. */
  asksHow: boolean;
}

export interface LatinGroup {
  letters: string;
  runs: string[];
}

/** Latin letters with separators between syllables. */
const LATIN = /[a-z]+(?:[ '’·-]{1,2}[a-z]+)*/g;
/** A number with the characters around it: 第777号, 〔2026〕38号. */
const NUMBER_PHRASE = /[^\s，。！？；、：,!?;:]*[0-9][^\s，。！？；、：,!?;:]*/g;

/** Parses a query; one of fillers alone is looked up as it is. */
export function parseQuery(query: string): ParsedQuery {
  const normalized = [...normalizeText(query)].slice(0, MAX_QUERY_LENGTH).join('');
  const telephones = askedTelephones(normalized);
  const text = withoutTelephones(normalized, telephones);
  const runs = Array.from(text.matchAll(RUNS), ({ 0: run, index = 0 }) => ({ run, index }));
  const words = runs.filter(({ run }) => !isNumber(run) && !isUnspaced(run)).map(({ run }) => run);
  const others = words.filter((word) => !/^[a-z]+$/.test(word));
  const numbers = findNumbers(text);
  const unspaced = runs
    .filter(({ run }) => isUnspaced(run))
    // A single character beside a number is part of the number's tokens.
    .filter(({ run, index }) => [...run].length > 1 || !isBesideNumber(text, index, run.length))
    .map(({ run }) => run);
  const phrasesWithoutFillers = unspaced
    .flatMap((run) => run.split(FILLER))
    .filter((phrase) => phrase !== '');
  const hasSubject =
    phrasesWithoutFillers.some((phrase) => phrase.length > 1) || unspaced.length === 0 || numbers.length > 0;
  const phrases = hasSubject ? phrasesWithoutFillers : unspaced;
  return {
    words: [...new Set([...phrases.flatMap((phrase) => bigrams(phrase)), ...others.map(lookUpToken)])],
    skipBigrams: phrases.flatMap(findSkipBigrams),
    latin: findLatin(text),
    numbers,
    telephones,
    phrases: [
      ...phrases,
      ...others,
      ...(text.match(NUMBER_PHRASE) ?? []),
      ...telephones.flatMap(numberForms),
    ],
    asksHow: HOW_QUESTION.test(normalized),
  };
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
function numberForms({ digits, local, text }: Telephone): string[] {
  return [...new Set([text, digits, ...(local === undefined ? [] : [local])])];
}

function findSkipBigrams(phrase: string): SkipBigram[] {
  const words = bigrams(phrase);
  return skipBigrams(phrase).map((word, index) => ({ word, around: words.slice(index, index + 2) }));
}
