/**
 * A spoken sentence as pinyin with tones, for a voice that knows no Chinese words: espeak-ng 1.51 spells 每个月 as English letters
 * (https://github.com/espeak-ng/espeak-ng/issues/1236), and reads pinyin.
 */
import { type NameReading, tonedSyllablesOf } from './pinyin.ts';

/** How the letters are said in Chinese, in pinyin. */
const LETTERS: Record<string, string> = {
  A: 'ei1',
  B: 'bi4',
  C: 'xi1',
  D: 'di4',
  E: 'yi4',
  F: 'ai2 fu5',
  G: 'ji4',
  H: 'ei1 qi5',
  I: 'ai4',
  J: 'jie4',
  K: 'kei4',
  L: 'ai2 er5',
  M: 'ai2 mu5',
  N: 'en1',
  O: 'ou1',
  P: 'pi1',
  Q: 'kiu1',
  R: 'a1 er5',
  S: 'ai2 si5',
  T: 'ti4',
  U: 'you1',
  V: 'wei1',
  W: 'da2 bu5 liu5',
  X: 'ai2 ke5 si5',
  Y: 'wai4',
  Z: 'zei4',
};

/** Pauses: marks that end a sentence, and those within one. */
const STOPS = /[。！？；!?;\n]/;
const PAUSES = /[，、：,:…—－-]/;

/** The syllables and pauses of a sentence of the script, which has its numbers written out; the names are read as given. */
export function speechPinyin(text: string, names: readonly NameReading[] = []): string {
  const parts = text.match(/\p{Script=Han}+|[A-Za-z]|[^\p{Script=Han}A-Za-z]/gu) ?? [];
  return parts
    .map((part) => {
      if (/\p{Script=Han}/u.test(part)) return tonedSyllablesOf(part, names).join(' ');
      if (STOPS.test(part)) return '.';
      if (PAUSES.test(part)) return ',';
      return LETTERS[part.toUpperCase()] ?? '';
    })
    .join(' ')
    .replace(/\s+([.,])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
