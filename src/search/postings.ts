/**
 * From records to words with the pages that hold them: what a search looks up. A word counts once a page, where it
 * weighs most: how often it stands there says little, and the phone loads half as much.
 */
import { hash } from 'node:crypto';
import { pinyinTokens } from './pinyin-words.ts';
import { MAX_POSTINGS, MAX_UNIGRAM_POSTINGS } from './ranking.ts';
import type { SearchDocument } from './search-documents.ts';
import { openTermWeights, type TermWeights } from './term-weights.ts';
import { noCache, type PageTerms, type TokenCache, termOf, WEIGHT_STEPS } from './token-cache.ts';
import { isUnigram, SURROGATE, skipBigramTokens, tokenizeInto } from './tokenizer.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How much more a word says in a title than in the text, in Pagefind's measure. */
const WEIGHTS = { title: 10, keywords: 8, sound: 8, soundWithin: 5, lead: 3, asked: 2, gap: 2, text: 1 };

/**
 * A page by its number in the order of the records, and what the word weighs there, in one number: a province has
 * millions of them, and as objects they kept the collector of garbage busy for half of the time.
 */
export type Posting = number & { readonly of?: 'page and weight' };

export const pageOf = (posting: Posting): number => Math.floor(posting / WEIGHT_STEPS);
export const weightOf = (posting: Posting): number => posting % WEIGHT_STEPS;

export interface Postings {
  /** In the order of their bytes; the postings of each in the order of the pages. */
  words: Map<string, Uint32Array>;
}

/** The words of all records; those of a record that the last index had as well are taken from `kept`. */
export function buildPostings(records: readonly SearchDocument[], kept = noCache()): Postings {
  const { vocabulary } = kept;
  const scale = openTermWeights();
  const pages = records.map((record) => termsOf(record, vocabulary, kept, scale));
  const { postings, starts } = invert(pages, vocabulary.words.length);
  const sorted = sortByBytes(vocabulary.words.filter((_, number) => starts[number] !== starts[number + 1]));
  const order = sorted.map(vocabulary.idOf);
  kept.setNumbering(vocabulary.words, order);
  const words = new Map<string, Uint32Array>();
  for (const [at, word] of sorted.entries()) {
    const number = order[at] ?? 0;
    const pagesOfWord = postings.subarray(starts[number], starts[number + 1]);
    words.set(word, truncatePostings(pagesOfWord, isUnigram(word) ? MAX_UNIGRAM_POSTINGS : MAX_POSTINGS));
  }
  return { words };
}

/** The postings of all words in one list; those of a word stand from its start to that of the next. */
interface InvertedLists {
  postings: Uint32Array;
  starts: Uint32Array;
}

/** Turns the words of pages into the pages of words, first counted: with lists that grow an index took a quarter longer. */
function invert(pages: readonly PageTerms[], words: number): InvertedLists {
  const starts = new Uint32Array(words + 1);
  for (const page of pages) {
    for (const one of page) add(starts, termOf(one) + 1, 1);
  }
  for (let word = 0; word < words; word += 1) add(starts, word + 1, starts[word] ?? 0);
  const postings = new Uint32Array(starts[words] ?? 0);
  const next = starts.slice();
  for (const [page, ofPage] of pages.entries()) {
    for (const one of ofPage) {
      const word = termOf(one);
      postings[next[word] ?? 0] = page * WEIGHT_STEPS + weightOf(one);
      add(next, word, 1);
    }
  }
  return { postings, starts };
}

function add(numbers: Uint32Array, place: number, more: number): void {
  numbers[place] = (numbers[place] ?? 0) + more;
}

/** The words of a record, each once, with what it weighs there. */
function termsOf(record: SearchDocument, table: Vocabulary, kept: TokenCache, scale: TermWeights): PageTerms {
  const { title, keywords, marks, heard, asked, lead, text } = record;
  const digest = hash('sha256', JSON.stringify([title, keywords, marks, heard, asked, lead, text]));
  const before = kept.get(digest);
  if (before !== undefined) return before;
  emitTerms(record, table, scale.add);
  const words = scale.drain();
  kept.set(digest, words);
  return words;
}

/** Says of each word of a record, by its number, what it weighs there; of one that stands there twice, twice. */
function emitTerms(
  { title, keywords, marks = [], heard = [], asked = [], lead, text }: SearchDocument,
  table: Vocabulary,
  weigh: (word: number, weight: number) => void,
): void {
  const takeText = (part: string, weight: number) =>
    tokenizeInto(part, {
      bigram: (first, second) => weigh(table.idOfBigram(first, second), weight),
      token: (word) => weigh(table.idOf(word), weight),
    });
  const takeWords = (words: readonly string[], weight: number) => {
    for (const word of words) weigh(table.idOf(word), weight);
  };
  takeText(text, WEIGHTS.text);
  takeText(lead, WEIGHTS.lead);
  takeText(asked.join('\n'), WEIGHTS.asked);
  for (const name of [title, ...keywords, ...heard]) {
    const { whole, within } = pinyinTokens(name);
    takeWords(skipBigramTokens(name), WEIGHTS.gap);
    takeWords(within, WEIGHTS.soundWithin);
    takeWords(whole, WEIGHTS.sound);
  }
  for (const keyword of keywords) takeText(keyword, WEIGHTS.keywords);
  takeText(title, WEIGHTS.title);
  takeWords(marks, WEIGHTS.title);
}

/**
 * The words that any page has, in the order of their bytes, as Pagefind looks for them: that of code points. JavaScript
 * compares UTF-16 units, where halves come before U+E000.
 */
function sortByBytes(words: string[]): string[] {
  if (SURROGATE.test(words.join(''))) return words.sort((a, b) => Buffer.from(a).compare(Buffer.from(b)));
  // Given no function V8 compares by itself, in a third of the time.
  return words.sort();
}

/** The pages of a word that are kept, in their order: of more than `most` those where it weighs most, the first of equals. */
function truncatePostings(postings: Uint32Array, most: number): Uint32Array {
  if (postings.length <= most) return postings;
  const counts = new Uint32Array(WEIGHT_STEPS);
  for (const posting of postings) add(counts, weightOf(posting), 1);
  let least = WEIGHT_STEPS - 1;
  let left = most;
  for (; (counts[least] ?? 0) < left; least -= 1) left -= counts[least] ?? 0;
  return postings.filter((posting) => {
    const weight = weightOf(posting);
    if (weight === least) left -= 1;
    return weight > least || (weight === least && left >= 0);
  });
}
