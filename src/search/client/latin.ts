/** Latin letters of a query, in most cases pinyin: as typed, and corrected. */
import type { LatinGroup } from '../parse-query.ts';
import {
  MAX_CORRECTIONS,
  MIN_MISTYPED_LENGTH,
  MIN_MISTYPED_SYLLABLES,
  MIN_SYLLABLES,
  MIN_TYPED_SHARE,
  SHARD_PREFIX_LENGTH,
} from '../ranking.ts';
import { normalizePinyin, wholeToken } from '../tokenizer.ts';
import type { CharacterTables } from './character-tables.ts';

/** Looks up a token; returns the number of its pages. */
export type LookUp = (word: string) => Promise<number>;

/** The letters of pinyin, those first that a thumb leaves out most: vowels and the second letters of zh and ng. */
const PINYIN_LETTERS = [...'iauoeghnvbpmfdtlkjqxrzcsyw'];

/** How letters were found: as typed, corrected, or not at all. */
export type LatinMatch = 'typed' | 'near' | 'none';

/** Looks up letters as typed and as pinyin; if no page has them, corrected. */
export async function lookUpLatin(
  { letters, runs }: LatinGroup,
  { lookUp, preload }: { lookUp: LookUp; preload(word: string): Promise<void> },
  tables: CharacterTables,
): Promise<LatinMatch> {
  if (await isTyped(letters, lookUp)) return 'typed';
  if (runs.length > 1) {
    let found = 0;
    for (const run of runs) found += Number(await isTyped(run, lookUp));
    if (found > 0) return 'typed';
  }
  if (letters.length < MIN_MISTYPED_LENGTH) return 'none';
  const near = correctionsOf(letters, await tables.syllables());
  // In parallel: on a slow line each shard costs half a second.
  await Promise.all(near.flat().map(preload));
  for (const words of near) {
    let found = 0;
    for (const word of words) found += await lookUp(word);
    if (found > 0) return 'near';
  }
  return 'none';
}

/** A single letter is looked up as a whole word, not as a prefix. */
async function isTyped(letters: string, lookUp: LookUp): Promise<boolean> {
  if (letters.length === 1) return (await lookUp(wholeToken(letters))) > 0;
  const normalized = normalizePinyin(letters);
  const found = await lookUp(letters);
  return found + (normalized === letters ? 0 : await lookUp(normalized)) > 0;
}

/**
 * Corrections of letters that no page has, the likeliest first, in groups of equal ones. Invalid pinyin has a letter too many, two letters
 * swapped, a wrong end, or a letter missing. Valid pinyin loses a syllable at an end, where others are left: taobao is not tao; which end is
 * wrong, only the pages tell. Long valid pinyin may be mistyped all the same (yulujiuha for yulujihua): many words are near it, so only those
 * with the same first letters are looked up, which are in the same shard.
 */
export function correctionsOf(letters: string, syllables: ReadonlySet<string>): string[][] {
  const isFitting = (word: string) => {
    const found = splitSyllables(word, syllables);
    return (
      found !== undefined && found.length >= MIN_SYLLABLES && word.length >= MIN_TYPED_SHARE * letters.length
    );
  };
  const whole = splitSyllables(letters, syllables);
  if (whole === undefined) {
    const fitting = [...new Set(mistyped(letters).filter(isFitting))].slice(0, MAX_CORRECTIONS);
    return fitting.map((word) => [normalizePinyin(word)]);
  }
  const shorter = shortened(whole).map((words) => words.filter(isFitting).map(normalizePinyin));
  if (whole.length < MIN_MISTYPED_SYLLABLES) return shorter;
  const start = normalizePinyin(letters.slice(0, SHARD_PREFIX_LENGTH));
  const near = mistyped(letters)
    .filter((word) => word.length >= letters.length - 1 && isFitting(word))
    .map(normalizePinyin)
    .filter((word) => word.startsWith(start) && word !== normalizePinyin(letters));
  return [...shorter, ...[...new Set(near)].map((word) => [word])];
}

function mistyped(letters: string): string[] {
  const indexes = Array.from(letters, (_, index) => index);
  const without = indexes.map((index) => letters.slice(0, index) + letters.slice(index + 1));
  const swapped = indexes
    .slice(1)
    .map(
      (index) =>
        letters.slice(0, index - 1) +
        letters.charAt(index) +
        letters.charAt(index - 1) +
        letters.slice(index + 1),
    );
  const longer = [...indexes, letters.length].flatMap((index) =>
    PINYIN_LETTERS.map((letter) => letters.slice(0, index) + letter + letters.slice(index)),
  );
  const shorter = [1, 2, 3].flatMap((count) => [letters.slice(0, -count), letters.slice(count)]);
  return [...without, ...swapped, ...shorter, ...longer];
}

/** Without one syllable at an end; of five or more also without two. */
function shortened(syllables: readonly string[]): string[][] {
  const maxRemoved = syllables.length < 5 ? 1 : 2;
  return Array.from({ length: maxRemoved }, (_, index) => index + 1).map((count) => [
    syllables.slice(0, -count).join(''),
    syllables.slice(count).join(''),
  ]);
}

/** The longest syllable: zhuang. */
const MAX_SYLLABLE_LENGTH = 6;

/** Splits letters into syllables of pinyin, the longest first; undefined if that is impossible. */
function splitSyllables(letters: string, syllables: ReadonlySet<string>): string[] | undefined {
  /** For each index the syllables from there to the end. */
  const rests: (string[] | undefined)[] = [];
  rests[letters.length] = [];
  for (let from = letters.length - 1; from >= 0; from -= 1) {
    for (let length = Math.min(MAX_SYLLABLE_LENGTH, letters.length - from); length > 0; length -= 1) {
      const rest = rests[from + length];
      const syllable = letters.slice(from, from + length);
      if (rest === undefined || !syllables.has(syllable)) continue;
      rests[from] = [syllable, ...rest];
      break;
    }
  }
  return rests[0];
}
