/**
 * jieba with its dictionary of 350,000 words. Parsing all of it takes 0.2 s and 45 MB in each process, and after a push only a few texts are
 * new. So for the first texts jieba gets only the words that occur in them: the file is sorted, and they are found by binary search. The pieces
 * are the same: a text is divided by the frequencies of the words in it and by the sum of all frequencies.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Jieba } from '@node-rs/jieba';

const require = createRequire(import.meta.url);

export interface Dictionary {
  /** The pieces of a text, words where known; unknown text is split into characters, or guessed. */
  cut(text: string, guessesUnknown: boolean): string[];
  /** Parses the whole dictionary now. */
  load(): void;
}

/** Looking up the words of so many texts takes about as long as parsing the whole dictionary does, and needs a third of the memory. */
const MAX_TEXTS_LOOKED_UP = 5_000;

/** The sum of all frequencies of @node-rs/jieba/dict.txt; jieba divides by it. */
export const SUM_OF_FREQUENCIES = 60_101_964;

/** In the longest word, counted in code points. */
const MAX_WORD_LENGTH = 16;

/** A word of the private use area, which no text has: it gets the frequencies of all words that are not added. */
const ALL_OTHER_WORDS = '\u{F0000}';

const [NEWLINE, SPACE] = [0x0a, 0x20];

/** Opens the dictionary, which is read for the first text. */
export function openDictionary(maxLookedUp: number = MAX_TEXTS_LOOKED_UP): Dictionary {
  let whole: Jieba | undefined;
  let part: PartialDictionary | undefined;
  const loadWhole = (): Jieba => {
    whole ??= newJieba(readDictionary());
    part = undefined;
    return whole;
  };
  return {
    cut(text, guessesUnknown) {
      if (whole === undefined) {
        part ??= openPartialDictionary();
        const jieba = part.withWordsOf(text);
        if (part.texts <= maxLookedUp) return jieba.cut(text, guessesUnknown);
      }
      return loadWhole().cut(text, guessesUnknown);
    },
    load: () => void loadWhole(),
  };
}

interface PartialDictionary {
  /** The number of different texts so far. */
  readonly texts: number;
  /** jieba with all words of this text and of those before. */
  withWordsOf(text: string): Jieba;
}

function openPartialDictionary(): PartialDictionary {
  const lines = readDictionary();
  const jieba = newJieba();
  const texts = new Set<string>();
  const added = new Set<number>();
  const lookUp = openLookUp(lines);
  let rest = SUM_OF_FREQUENCIES;
  return {
    get texts() {
      return texts.size;
    },
    withWordsOf(text) {
      if (texts.has(text)) return jieba;
      texts.add(text);
      const entries: string[] = [];
      for (const start of linesOfWordsIn(text, lookUp)) {
        if (added.has(start)) continue;
        added.add(start);
        const entry = lines.toString('utf8', start, lines.indexOf(NEWLINE, start));
        rest -= Number(entry.split(' ')[1]);
        entries.push(entry);
      }
      if (entries.length === 0 && added.size > 0) return jieba;
      entries.push(`${ALL_OTHER_WORDS} ${rest} x`);
      jieba.loadDict(Buffer.from(`${entries.join('\n')}\n`));
      return jieba;
    },
  };
}

/** The line of the first word that begins with a text, and whether it is that word; undefined without such a word. */
type FoundWords = { start: number; isWord: boolean } | undefined;

/** Finds words by what they begin with. Texts share most of their words: what was found once is not searched again. */
function openLookUp(lines: Buffer): (beginning: string, after: number) => FoundWords {
  const known = new Map<string, FoundWords>();
  return (beginning, after) => {
    if (known.has(beginning)) return known.get(beginning);
    const bytes = Buffer.from(beginning);
    const start = findLine(bytes, lines, after);
    const isBeginning = lines.subarray(start, start + bytes.length).equals(bytes);
    const found = isBeginning ? { start, isWord: lines[start + bytes.length] === SPACE } : undefined;
    known.set(beginning, found);
    return found;
  };
}

/** Where the lines begin whose words occur in `text`. */
function* linesOfWordsIn(text: string, lookUp: ReturnType<typeof openLookUp>): Generator<number> {
  const characters = [...text];
  for (const [from] of characters.entries()) {
    // A longer word is after all shorter ones that it begins with.
    let start = 0;
    let word = '';
    for (const character of characters.slice(from, from + MAX_WORD_LENGTH)) {
      word += character;
      const found = lookUp(word, start);
      if (found === undefined) break;
      if (found.isWord) yield found.start;
      start = found.start;
    }
  }
}

/** The beginning of the first line, not before that at `low`, that is not less than `bytes`; the end of the file without one. */
function findLine(bytes: Buffer, lines: Buffer, low: number): number {
  let [from, to] = [low, lines.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const start = middle === 0 ? 0 : lines.lastIndexOf(NEWLINE, middle - 1) + 1;
    if (lines.compare(bytes, 0, bytes.length, start, Math.min(lines.length, start + bytes.length)) < 0)
      from = lines.indexOf(NEWLINE, middle) + 1 || lines.length;
    else to = start;
  }
  return from;
}

function newJieba(lines?: Buffer): Jieba {
  const module = require('@node-rs/jieba') as typeof import('@node-rs/jieba');
  return lines === undefined ? new module.Jieba() : module.Jieba.withDict(lines);
}

const readDictionary = (): Buffer => readFileSync(require.resolve('@node-rs/jieba/dict.txt'));
