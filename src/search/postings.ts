/**
 * From records to words with the pages that hold them: what a search looks up. A word counts once a page, where it
 * weighs most: how often it stands there says little, and the phone loads half as much.
 */
import { pinyinWords } from './pinyin-words.ts';
import type { SearchRecord } from './record.ts';
import { gapWords, indexWords } from './words.ts';

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
  const words = new Map<string, Posting[]>();
  const lengths = records.map((record, page) => {
    const weights = weighWords(record);
    for (const [word, weight] of weights) {
      const postings = words.get(word);
      const posting = page * WEIGHT_STEPS + weight;
      if (postings) postings.push(posting);
      else words.set(word, [posting]);
    }
    return weights.size;
  });
  for (const [word, postings] of words) if (postings.length > MOST_PAGES) words.set(word, heaviest(postings));
  return { words, lengths };
}

/** Each word of a record with the most that it weighs there. */
function weighWords({ title, keywords, lead, text }: SearchRecord): Map<string, number> {
  const weights = new Map<string, number>();
  // From light to heavy, so that the last one to set a word is the heaviest.
  for (const word of indexWords(text)) weights.set(word, WEIGHTS.text);
  for (const word of indexWords(lead)) weights.set(word, WEIGHTS.lead);
  const names = [title, ...keywords];
  const sounds = names.map(pinyinWords);
  for (const word of names.flatMap(gapWords)) weights.set(word, WEIGHTS.gap);
  for (const word of sounds.flatMap(({ within }) => within)) weights.set(word, WEIGHTS.soundWithin);
  for (const word of sounds.flatMap(({ whole }) => whole)) weights.set(word, WEIGHTS.sound);
  for (const word of keywords.flatMap(indexWords)) weights.set(word, WEIGHTS.keywords);
  for (const word of indexWords(title)) weights.set(word, WEIGHTS.title);
  return weights;
}

function heaviest(postings: readonly Posting[]): Posting[] {
  return postings
    .toSorted((a, b) => weightOf(b) - weightOf(a) || a - b)
    .slice(0, MOST_PAGES)
    .sort((a, b) => a - b);
}
