/**
 * The pinyin under which titles and keywords are found: whole and by initials, from every character on, so that
 * the middle of a name is found as well. By pinyin-pro, which knows how a character is read in its word.
 */
import { pinyin } from 'pinyin-pro';
import { loosePinyin, plainForm } from './words.ts';

/** Stands behind a word, so that it is never taken for the beginning of a longer one that was mistyped. */
const END = '9';

/** Reads the dictionary, which takes longer than the index of a small county, while nothing waits for it. */
export function loadPinyin(): void {
  pinyin('字');
}

/** The pinyin words of a short text: those of whole runs of Chinese, and those that begin within one. */
export function pinyinWords(text: string): { whole: string[]; within: string[] } {
  const whole: string[] = [];
  const within: string[] = [];
  for (const run of plainForm(text).match(/\p{Script=Han}+/gu) ?? []) {
    const syllables = pinyin(run, { toneType: 'none', type: 'array', v: true });
    for (let from = 0; from < syllables.length; from += 1) {
      (from === 0 ? whole : within).push(...soundsOf(syllables.slice(from)));
    }
  }
  return { whole, within };
}

function soundsOf(syllables: readonly string[]): string[] {
  const initials = syllables.map((syllable) => syllable[0] ?? '').join('');
  const sounds = [loosePinyin(syllables.join('')), ...(initials.length > 1 ? [initials] : [])];
  return sounds.map((sound) => sound + END);
}

/** The first letter of a text's pinyin, A to Z; # for what has none. */
export function firstLetter(text: string): string {
  const first = /\p{Script=Han}|[a-z]/iu.exec(text)?.[0] ?? '';
  const letter = pinyin(first, { pattern: 'first', toneType: 'none' }).toUpperCase();
  return /^[A-Z]$/.test(letter) ? letter : '#';
}
