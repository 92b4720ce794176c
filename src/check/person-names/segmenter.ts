/**
 * Segments Chinese text: the most probable segmentation by the word counts of jieba's dictionary (@node-rs/jieba, which has it for
 * all systems that Node runs on), by the same algorithm as jieba. Its own code has to load the whole dictionary first, 120 ms of
 * CPU time in each check; here each word is looked up in the file. 孤儿 and 黄牛 have tags of names (nr) too, so no name depends on a
 * tag.
 */
import { countOf, findEntry } from './dictionary.ts';

/** Words of up to four characters that the corpus has ten times or more: a third of the dictionary. */
const MAX_WORD_LENGTH = 4;
const MIN_COUNT = 10;
/** The sum of the counts of all these words; verified by a test. */
export const TOTAL_COUNT = 59_028_884;
/** The logarithm of the probability of a character that is no word. */
const UNKNOWN = -Math.log(TOTAL_COUNT) - 2;

/** A word, with its position in the text. */
export interface Word {
  word: string;
  /** Part of speech, as jieba tags it; x for a word that is not in the dictionary. */
  tag: string;
  start: number;
  end: number;
}

/** A segmentation of a text. */
export interface Cut {
  /** Start positions of the words. */
  starts: number[];
  /** The natural logarithm of its probability. */
  logProbability: number;
}

/** Whether a text is one of the words that the segmentation uses. */
export function isWord(text: string): boolean {
  return countOf(text) >= MIN_COUNT;
}

function logOf(text: string): number | undefined {
  const count = countOf(text);
  if (count >= MIN_COUNT) return Math.log(count / TOTAL_COUNT);
  return text.length === 1 ? UNKNOWN : undefined;
}

/** The most probable segmentation of a text. */
export function likeliestCut(text: string): Cut {
  const best: number[] = [0];
  const from: number[] = [0];
  for (let end = 1; end <= text.length; end += 1) {
    best[end] = Number.NEGATIVE_INFINITY;
    for (let start = end - 1; start >= Math.max(0, end - MAX_WORD_LENGTH); start -= 1) {
      const own = logOf(text.slice(start, end));
      if (own === undefined || (best[start] ?? 0) + own <= (best[end] ?? 0)) continue;
      best[end] = (best[start] ?? 0) + own;
      from[end] = start;
    }
  }
  const starts: number[] = [];
  for (let end = text.length; end > 0; end = from[end] ?? 0) starts.push(from[end] ?? 0);
  starts.reverse();
  return { starts, logProbability: best[text.length] ?? 0 };
}

/** The words of a text; unknown words are split into characters. */
export function wordsOf(text: string): Word[] {
  const { starts } = likeliestCut(text);
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? text.length;
    const word = text.slice(start, end);
    return { word, tag: isWord(word) ? (findEntry(word)?.tag ?? 'x') : 'x', start, end };
  });
}

/** 8,000 of the 12 million pairs of common characters are words with at least this count in the corpus. */
const MIN_EVERYDAY_COUNT = 200;

/** Whether a text is one of the frequent words of two characters. */
export function isFrequentWord(text: string): boolean {
  return /^\p{Script=Han}{2}$/u.test(text) && countOf(text) >= MIN_EVERYDAY_COUNT;
}

/** Whether the whole dictionary, including rare words, has a text as a word that is no name of a person: 龙凤胎, 金银花. */
export function isOtherWord(text: string): boolean {
  const entry = findEntry(text);
  return entry !== undefined && !entry.tag.startsWith('nr');
}

/** The tag of a text that is one word of the dictionary; undefined if it is none. */
export function tagOf(text: string): string | undefined {
  const [first, ...others] = wordsOf(text);
  return others.length === 0 && first?.tag !== 'x' ? first?.tag : undefined;
}

/** Whether a character continues a word that begins before it, and so begins no name: 邻居｜阿姨, 邻居家, 同事｜家的. */
export function continuesWordAt(text: string, at: number): boolean {
  const from = Math.max(0, at - MAX_WORD_LENGTH);
  return wordsOf(text.slice(from, at + 1 + MAX_WORD_LENGTH)).some(
    ({ start, end }) => from + end > at && from + start < at,
  );
}
