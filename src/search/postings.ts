/**
 * From records to words with the pages that hold them: what a search looks up. A word counts once a page, where it
 * weighs most: how often it stands there says little, and the phone loads half as much.
 */
import { pinyinWords } from './pinyin-words.ts';
import type { SearchRecord } from './record.ts';
import { openWordTable, type WordTable } from './word-table.ts';
import { gapWords, takeIndexWords } from './words.ts';

/** How much more a word says in a title than in the text, in Pagefind's measure. */
const WEIGHTS = { title: 10, keywords: 8, sound: 8, soundWithin: 5, lead: 3, gap: 2, text: 1 };

/**
 * The most pages that are kept for a word: those where it weighs most. A word of more pages tells them apart no
 * longer, and the search compares each of its pages with each: 600 of them take 20 ms on a slow phone, 5,000 a second.
 */
export const MOST_PAGES = 600;

/**
 * A page by its number in the order of the records, and what the word weighs there, in one number: a province has
 * millions of them, and as objects they kept the collector of garbage busy for half of the time.
 */
export type Posting = number & { readonly of?: 'page and weight' };

/** More than any weight. */
const WEIGHT_STEPS = 16;

export const pageOf = (posting: Posting): number => Math.floor(posting / WEIGHT_STEPS);
export const weightOf = (posting: Posting): number => posting % WEIGHT_STEPS;

export interface Postings {
  words: Map<string, Posting[]>;
  /** How many different words each page has, in the order of the records. */
  lengths: number[];
}

/** The words of all records. */
export function postingsOf(records: readonly SearchRecord[]): Postings {
  const table = openWordTable();
  const postings: Posting[][] = [];
  const lengths = records.map((record, page) => {
    const first = page * WEIGHT_STEPS;
    let words = 0;
    weighWords(record, table, (word, weight) => {
      const pages = postings[word];
      const last = pages?.at(-1) ?? -1;
      if (last < first) words += 1;
      if (pages === undefined) postings[word] = [first + weight];
      else if (last < first) pages.push(first + weight);
      else if (last < first + weight) pages[pages.length - 1] = first + weight;
    });
    return words;
  });
  const words = new Map(table.words.map((word, number) => [word, keptOf(postings[number] ?? [])]));
  return { words, lengths };
}

/** Says of each word of a record, by its number, what it weighs there; of one that stands there twice, twice. */
function weighWords(
  { title, keywords, lead, text }: SearchRecord,
  table: WordTable,
  weigh: (word: number, weight: number) => void,
): void {
  const takeText = (part: string, weight: number) =>
    takeIndexWords(part, {
      pair: (first, second) => weigh(table.numberOfPair(first, second), weight),
      word: (word) => weigh(table.numberOf(word), weight),
    });
  const takeWords = (words: readonly string[], weight: number) => {
    for (const word of words) weigh(table.numberOf(word), weight);
  };
  takeText(text, WEIGHTS.text);
  takeText(lead, WEIGHTS.lead);
  for (const name of [title, ...keywords]) {
    const { whole, within } = pinyinWords(name);
    takeWords(gapWords(name), WEIGHTS.gap);
    takeWords(within, WEIGHTS.soundWithin);
    takeWords(whole, WEIGHTS.sound);
  }
  for (const keyword of keywords) takeText(keyword, WEIGHTS.keywords);
  takeText(title, WEIGHTS.title);
}

/** The pages of a word that are kept: of too many those where it weighs most. */
function keptOf(postings: Posting[]): Posting[] {
  if (postings.length <= MOST_PAGES) return postings;
  return postings
    .toSorted((a, b) => weightOf(b) - weightOf(a) || a - b)
    .slice(0, MOST_PAGES)
    .sort((a, b) => a - b);
}
