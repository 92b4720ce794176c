/**
 * The pinyin under which titles and keywords are found: whole and by initials, from every character on, so that
 * the middle of a name is found as well; and with each other reading of one of the first characters: 单 of 单福生 is a surname,
 * and who reads 还款 wrongly finds it all the same.
 */
import { otherReadings, syllablesOf } from '../documents/pinyin.ts';
import { normalizePinyin, normalizeText, wholeToken } from './tokenizer.ts';

/** In so many of the characters that a word begins with, other readings count: most words have no more. */
const MAX_READ_OTHERWISE = 3;

/** The pinyin words of a short text: those of whole runs of Chinese, and those that begin within one. */
export function pinyinTokens(text: string): { whole: string[]; within: string[] } {
  const whole: string[] = [];
  const within: string[] = [];
  for (const run of normalizeText(text).match(/\p{Script=Han}+/gu) ?? []) {
    const characters = [...run];
    const syllables = syllablesOf(run);
    for (const from of characters.keys()) {
      const readings = readingsOf(characters.slice(from), syllables.slice(from));
      (from === 0 ? whole : within).push(...readings.flatMap(soundsOf));
    }
  }
  return { whole, within };
}

/** How a run is read, then how it is with one syllable else. */
function readingsOf(characters: readonly string[], syllables: readonly string[]): (readonly string[])[] {
  const others = characters
    .slice(0, MAX_READ_OTHERWISE)
    .flatMap((character, at) =>
      otherReadings(character, syllables[at] ?? '').map((reading) => [
        ...syllables.slice(0, at),
        reading,
        ...syllables.slice(at + 1),
      ]),
    );
  return [syllables, ...others];
}

function soundsOf(syllables: readonly string[]): string[] {
  const initials = syllables.map((syllable) => syllable[0] ?? '').join('');
  return [normalizePinyin(syllables.join('')), ...(initials.length > 1 ? [initials] : [])].map(wholeToken);
}
