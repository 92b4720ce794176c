/** Latin letters of a query, which are pinyin in most cases: as typed, and what is near to what was mistyped. */
import type { LatinGroup } from '../parse-query.ts';
import { normalizePinyin, wholeToken } from '../tokenizer.ts';
import type { CharacterTables } from './character-tables.ts';

/** Looks a word up, and says how many pages it is on. */
export type LookUp = (word: string) => Promise<number>;

/** How letters were found: as they were typed, as something near, or not at all. */
export type LatinMatch = 'typed' | 'near' | 'none';

/** What is shorter is no pinyin of two syllables with a letter too many. */
const MIN_MISTYPED_LENGTH = 5;

/** Two syllables at the least, and so much of what was typed, make out what was meant. */
const MIN_SYLLABLES = 2;
const MIN_SHARE = 0.6;

/** Looks up letters as they stand and as pinyin; where no page has them, what is near to them. */
export async function lookUpLatin(
  { letters, runs }: LatinGroup,
  lookUp: LookUp,
  readings: CharacterTables,
): Promise<LatinMatch> {
  if (await isTyped(letters, lookUp)) return 'typed';
  if (runs.length > 1) {
    let found = 0;
    for (const run of runs) found += Number(await isTyped(run, lookUp));
    if (found > 0) return 'typed';
  }
  if (letters.length < MIN_MISTYPED_LENGTH) return 'none';
  for (const word of nearPinyin(letters, await readings.syllables())) {
    if ((await lookUp(normalizePinyin(word))) > 0) return 'near';
  }
  return 'none';
}

/** A single letter is a word of its own, and no beginning of others. */
async function isTyped(letters: string, lookUp: LookUp): Promise<boolean> {
  if (letters.length === 1) return (await lookUp(wholeToken(letters))) > 0;
  const loose = normalizePinyin(letters);
  const found = await lookUp(letters);
  return found + (loose === letters ? 0 : await lookUp(loose)) > 0;
}

/**
 * What may have been meant by letters that no page has, the likeliest first. Right pinyin is taken at its word, but for a syllable
 * at an end where others are left: taobao is not tao. What is no pinyin has a letter too many, two in the wrong order, or a wrong end.
 */
export function nearPinyin(letters: string, syllables: ReadonlySet<string>): string[] {
  const whole = cut(letters, syllables);
  const candidates = whole === undefined ? mistyped(letters) : shortened(whole);
  const fitting = candidates.filter((word) => {
    const found = cut(word, syllables);
    return found !== undefined && found.length >= MIN_SYLLABLES && word.length >= MIN_SHARE * letters.length;
  });
  return [...new Set(fitting)];
}

function mistyped(letters: string): string[] {
  const places = Array.from(letters, (_, index) => index);
  const without = places.map((index) => letters.slice(0, index) + letters.slice(index + 1));
  const swapped = places
    .slice(1)
    .map(
      (index) =>
        letters.slice(0, index - 1) +
        letters.charAt(index) +
        letters.charAt(index - 1) +
        letters.slice(index + 1),
    );
  const shorter = [1, 2, 3].flatMap((count) => [letters.slice(0, -count), letters.slice(count)]);
  return [...without, ...swapped, ...shorter];
}

/** Without one syllable at an end, of five and more without two. */
function shortened(syllables: readonly string[]): string[] {
  const most = syllables.length < 5 ? 1 : 2;
  return Array.from({ length: most }, (_, index) => index + 1).flatMap((count) => [
    syllables.slice(0, -count).join(''),
    syllables.slice(count).join(''),
  ]);
}

/** The longest syllable: zhuang. */
const MAX_SYLLABLE_LENGTH = 6;

/** Letters as syllables of pinyin, the longest first; undefined where they are none. */
function cut(letters: string, syllables: ReadonlySet<string>): string[] | undefined {
  /** For each place the syllables from there to the end. */
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
