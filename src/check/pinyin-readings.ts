/** Whether letters are the reading of a character, by pinyin-pro, which the search index uses too. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

type PinyinPro = typeof import('pinyin-pro');

let library: PinyinPro | undefined;

/** Whether `letters`, with marks or digits for the tone or without, are one of the readings of the character. */
export function isReadingOf(letters: string, character: string): boolean {
  // The dictionary takes 50 ms to load, and few texts contain readings.
  library ??= require('pinyin-pro') as PinyinPro;
  const readings: readonly string[] = library.pinyin(character, {
    multiple: true,
    toneType: 'none',
    type: 'array',
  });
  return readings.map(bare).includes(bare(letters));
}

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
