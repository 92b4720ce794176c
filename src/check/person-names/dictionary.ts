/**
 * jieba's dictionary, searched without parsing: its 349,045 lines are sorted by bytes, so that a word is found by binary search in
 * the file's bytes. Building maps of its words took 100 ms of CPU time in each check.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A word of the dictionary. */
export interface DictionaryEntry {
  /** Frequency in the dictionary's corpus. */
  count: number;
  /** Part of speech, as jieba tags it. */
  tag: string;
}

const LINE_FEED = 0x0a;
const MAX_CACHED_ENTRIES = 100_000;

let bytes: Buffer | undefined;
const cache = new Map<string, DictionaryEntry | null>();
/** Keyed by the code of the first character. */
const ranges = new Map<number, readonly [low: number, high: number]>();

/** The bytes of the dictionary, lines of `word count tag`. */
export function readDictionary(): Buffer {
  bytes ??= readFileSync(require.resolve('@node-rs/jieba/dict.txt'));
  return bytes;
}

/** The entry of a word; undefined if the dictionary has none. */
export function findEntry(word: string): DictionaryEntry | undefined {
  const cached = cache.get(word);
  if (cached !== undefined) return cached ?? undefined;
  const entry = searchEntry(readDictionary(), word);
  if (cache.size >= MAX_CACHED_ENTRIES) cache.clear();
  cache.set(word, entry ?? null);
  return entry;
}

function searchEntry(dictionary: Buffer, word: string): DictionaryEntry | undefined {
  const wanted = Buffer.from(`${word} `);
  let [low, high] = rangeOf(dictionary, word.codePointAt(0) ?? 0);
  while (low < high) {
    let start = (low + high) >>> 1;
    while (start > low && dictionary[start - 1] !== LINE_FEED) start -= 1;
    const order = compareAt(dictionary, start, wanted);
    if (order === 0) return readEntry(dictionary, start + wanted.length);
    const end = dictionary.indexOf(LINE_FEED, start);
    if (order > 0) high = start;
    else low = end < 0 ? dictionary.length : end + 1;
  }
  return undefined;
}

/** The range of offsets of the words that begin with a character. */
function rangeOf(dictionary: Buffer, code: number): readonly [low: number, high: number] {
  const cached = ranges.get(code);
  if (cached !== undefined) return cached;
  const range = [lowerBound(dictionary, code), lowerBound(dictionary, code + 1)] as const;
  ranges.set(code, range);
  return range;
}

/** The offset of the first line that sorts after the character with this code. */
function lowerBound(dictionary: Buffer, code: number): number {
  const wanted = Buffer.from(String.fromCodePoint(code));
  let [low, high] = [0, dictionary.length];
  while (low < high) {
    let start = (low + high) >>> 1;
    while (start > low && dictionary[start - 1] !== LINE_FEED) start -= 1;
    if (compareAt(dictionary, start, wanted) >= 0) high = start;
    else {
      const end = dictionary.indexOf(LINE_FEED, start);
      low = end < 0 ? dictionary.length : end + 1;
    }
  }
  return low;
}

/** Negative if the bytes at `start` sort before the wanted ones, 0 if they begin with them. */
function compareAt(dictionary: Buffer, start: number, wanted: Buffer): number {
  for (let at = 0; at < wanted.length; at += 1) {
    const difference = (dictionary[start + at] ?? 0) - (wanted[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function readEntry(dictionary: Buffer, start: number): DictionaryEntry {
  const end = dictionary.indexOf(LINE_FEED, start);
  const [count = '', tag = ''] = dictionary.toString('latin1', start, end < 0 ? undefined : end).split(' ');
  return { count: Number(count), tag: tag.trim() };
}
