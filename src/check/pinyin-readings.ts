/** Whether letters are the reading of a character, by pinyin-pro, which the search index uses too. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

type PinyinPro = typeof import('pinyin-pro');

let library: PinyinPro | undefined;

/** Whether `letters`, with marks or digits for the tone or without, are one of the readings of the character. */
export function isReadingOf(letters: string, character: string): boolean {
  return readingsOf(character).includes(bare(letters));
}

/**
 * Whether two characters have the same reading without its tone, or readings that are confused in typing: z and zh, n and ng, or one letter
 * less (zhang, zhuang).
 */
export function soundsAlike(one: string, other: string): boolean {
  const own = readingsOf(one);
  return readingsOf(other).some((reading) =>
    own.some(
      (each) =>
        confusable(each) === confusable(reading) || isOneLess(each, reading) || isOneLess(reading, each),
    ),
  );
}

const confusable = (reading: string) => reading.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n');

/** Whether a reading is another one without one of its inner letters; short ones are too many. */
function isOneLess(shorter: string, longer: string): boolean {
  if (longer.length !== shorter.length + 1 || shorter.length < 3) return false;
  return Array.from(longer).some((_, at) => at > 0 && longer.slice(0, at) + longer.slice(at + 1) === shorter);
}

function readingsOf(character: string): readonly string[] {
  const known = readings.get(character);
  if (known !== undefined) return known;
  // The dictionary takes 50 ms to load, and few texts contain readings.
  library ??= require('pinyin-pro') as PinyinPro;
  const found = library.pinyin(character, { multiple: true, toneType: 'none', type: 'array' }).map(bare);
  readings.set(character, found);
  return found;
}

/** The readings of the characters that were asked for. */
const readings = new Map<string, readonly string[]>();

/** A syllable without its tone; ü as v. */
function bare(syllable: string): string {
  return syllable
    .toLowerCase()
    .normalize('NFD')
    .replace(/u\u0308|ü/g, 'v')
    .replace(/[\u0300-\u036f1-5]/g, '')
    .replace(/ɡ/g, 'g')
    .replace(/(?<=[nl])v|(?<=[nl])u(?=e)/g, 'u')
    .trim();
}
