/** The readings of places that their records give: in the search by pinyin and in the list by pinyin. */
import { splitReading, stemOf } from '../schema/place-reading.ts';
import type { PlaceData } from '../schema/places.ts';
import { type NameReading, readingsOfCharacter } from './pinyin.ts';

/** The reading of each place that has one; of 洪洞县 the stem 洪洞, which titles use as well. */
export function placeReadings(places: readonly Pick<PlaceData, 'name' | 'reading'>[]): NameReading[] {
  return places.flatMap(({ name, reading }) => {
    if (reading === undefined) return [];
    const characters = [...name];
    // luan for 六安 is lu an; of several ways the one with most of the usual readings.
    const fitting = (syllables: readonly string[]) =>
      syllables.filter((syllable, at) => readingsOfCharacter(characters[at] ?? '').includes(syllable))
        .length - syllables.length;
    const [best] = splitReading(name, reading).sort((a, b) => fitting(b) - fitting(a));
    const stem = stemOf(name);
    return best === undefined ? [] : [{ name: stem, syllables: best.slice(0, [...stem].length) }];
  });
}
