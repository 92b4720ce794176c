/**
 * jieba's dictionary, searched without parsing the whole: its 349,045 lines are sorted by bytes, so that the words that begin with
 * a character are found by binary search in the file's bytes. The first look-up of a character puts its words into a table of
 * numbers (word-table.ts). Building maps of all words took 100 ms of CPU time in each check; a binary search for each word took half of
 * the time of a check of new files.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { MAX_TABLE_WORD, openWordTable } from './word-table.ts';

const require = createRequire(import.meta.url);

/** A word of the dictionary. */
export interface DictionaryEntry {
  /** Frequency in the dictionary's corpus. */
  count: number;
  /** Part of speech, as jieba tags it. */
  tag: string;
}

const LINE_FEED = 0x0a;

let bytes: Buffer | undefined;
const table = openWordTable();
/** Whether the words that begin with a UTF-16 unit are in the table. */
const isLoaded = new Uint8Array(0x10000);
/** The texts of the tags, by their bytes as one number. */
const tagTexts = new Map<number, string>();

/** The bytes of the dictionary, lines of `word count tag`. */
export function readDictionary(): Buffer {
  bytes ??= readFileSync(require.resolve('@node-rs/jieba/dict.txt'));
  return bytes;
}

/** The frequency of a word in the dictionary's corpus; 0 if the dictionary does not have it. */
export function countOf(word: string): number {
  if (word.length > MAX_TABLE_WORD) return findLong(word)?.count ?? 0;
  const at = indexOf(word);
  return at < 0 ? 0 : table.countAt(at);
}

/** The entry of a word; undefined if the dictionary has none. */
export function findEntry(word: string): DictionaryEntry | undefined {
  if (word.length > MAX_TABLE_WORD) return findLong(word);
  const at = indexOf(word);
  return at < 0 ? undefined : { count: table.countAt(at), tag: tagText(table.tagAt(at)) };
}

/** The index of a short word in the table; negative if the dictionary has none. */
function indexOf(word: string): number {
  if (word === '') return -1;
  const first = word.charCodeAt(0);
  if (isLoaded[first] === 0) {
    isLoaded[first] = 1;
    loadWords(readDictionary(), first);
  }
  return table.find(word);
}

/** Puts the words that begin with a character into the table; the dictionary has none beyond the basic plane. */
function loadWords(dictionary: Buffer, first: number): void {
  const isSurrogate = first >= 0xd800 && first < 0xe000;
  if (isSurrogate) return;
  const text = dictionary.toString('utf8', lowerBound(dictionary, first), lowerBound(dictionary, first + 1));
  for (const line of text.split('\n')) {
    const wordEnd = line.indexOf(' ');
    if (wordEnd < 1 || wordEnd > MAX_TABLE_WORD) continue;
    const countEnd = line.indexOf(' ', wordEnd + 1);
    const tag = line.slice(countEnd + 1).trim();
    let number = 0;
    for (let at = 0; at < tag.length; at += 1) number = ((number << 8) | tag.charCodeAt(at)) >>> 0;
    tagTexts.set(number, tag);
    table.add(line.slice(0, wordEnd), Number(line.slice(wordEnd + 1, countEnd)), number);
  }
}

/** A tag of at most four bytes, from these bytes as one number. */
const tagText = (tag: number): string => tagTexts.get(tag) ?? '';

/** The entry of a word that is too long for the table. */
function findLong(word: string): DictionaryEntry | undefined {
  return searchEntry(readDictionary(), word);
}

function searchEntry(dictionary: Buffer, word: string): DictionaryEntry | undefined {
  const wanted = Buffer.from(`${word} `);
  let [low, high] = [0, dictionary.length];
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
