/** The heading of a title in the list sorted by pinyin. */
import { type NameReading, syllablesOf } from './pinyin.ts';

/** The heading of titles in a script that is neither Chinese nor Latin; sorted after Z. */
export const OTHER_SCRIPTS = '其他文字';

/** The heading of titles without any letter; sorted before A. */
const NO_LETTER = '#';

/** The heading of a title: the first letter of its first word as it is read, with the readings of some names, A to Z, or one of the two others. */
export function titleLetter(title: string, names: readonly NameReading[] = []): string {
  const first = /\p{Script=Han}+|\p{Script=Latin}|\p{L}/u.exec(title)?.[0] ?? '';
  if (first === '') return NO_LETTER;
  if (/\p{Script=Han}/u.test(first)) return letterOf(syllablesOf(first, names)[0] ?? '') ?? NO_LETTER;
  return letterOf(first) ?? OTHER_SCRIPTS;
}

/** A letter without diacritics; undefined unless it is A to Z. */
function letterOf(text: string): string | undefined {
  const letter = text.normalize('NFKD').slice(0, 1).toUpperCase();
  return /^[A-Z]$/.test(letter) ? letter : undefined;
}

/** Sort key of a heading: # first, then A to Z, then the other scripts. */
export function letterPlace(letter: string): number {
  return letter === NO_LETTER ? 0 : letter === OTHER_SCRIPTS ? 27 : letter.charCodeAt(0) - 64;
}

/** The heading as part of an `id` attribute. */
export function letterId(letter: string): string {
  return letter === OTHER_SCRIPTS ? 'other' : letter === NO_LETTER ? 'none' : letter;
}
