/**
 * The pinyin tokens of titles and keywords: in full and as initials, from each character on, so that the middle of a name is
 * found too; and with each other reading of one of the first characters: 单 of 单福生 is a surname, and 还款 is often misread.
 */
import { type NameReading, otherReadings, syllablesOf } from '../documents/pinyin.ts';
import { normalizePinyin, normalizeText, wholeToken } from './tokenizer.ts';

/** Characters at the start of a word whose other readings are indexed: most words have no more. */
const MAX_OTHER_READING_POSITIONS = 3;

/** The pinyin tokens of a short text, with the readings of some names: of whole runs of Chinese, and those that begin within one. */
export function pinyinTokens(
  text: string,
  names: readonly NameReading[] = [],
): { whole: string[]; within: string[] } {
  const whole: string[] = [];
  const within: string[] = [];
  for (const run of normalizeText(text).match(/\p{Script=Han}+/gu) ?? []) {
    const characters = [...run];
    const syllables = syllablesOf(run, names);
    for (const from of characters.keys()) {
      const readings = readingsOf(characters.slice(from), syllables.slice(from));
      (from === 0 ? whole : within).push(...readings.flatMap(tokensOfReading));
    }
  }
  return { whole, within };
}

/** The usual reading of a run, then those with one other syllable. */
function readingsOf(characters: readonly string[], syllables: readonly string[]): (readonly string[])[] {
  const others = characters
    .slice(0, MAX_OTHER_READING_POSITIONS)
    .flatMap((character, at) =>
      otherReadings(character, syllables[at] ?? '').map((reading) => [
        ...syllables.slice(0, at),
        reading,
        ...syllables.slice(at + 1),
      ]),
    );
  return [syllables, ...others];
}

function tokensOfReading(syllables: readonly string[]): string[] {
  const initials = syllables.map((syllable) => syllable[0] ?? '').join('');
  return [normalizePinyin(syllables.join('')), ...(initials.length > 1 ? [initials] : [])].map(wholeToken);
}
