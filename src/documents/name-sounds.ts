/** How a name is typed by its sound. */
import { type NameReading, otherReadings, syllablesOf } from './pinyin.ts';

/**
 * A word for each character: its syllables without tones, several separated by `/`, as in `hong tong/dong xian`: people who do not know how a
 * name is read type its usual sounds.
 */
export function nameSounds(name: string, readings: readonly NameReading[]): string {
  const syllables = syllablesOf(name, readings);
  return [...name]
    .map((character, at) => {
      const syllable = syllables[at] ?? character;
      return [syllable, ...otherReadings(character, syllable)].join('/');
    })
    .join(' ');
}
