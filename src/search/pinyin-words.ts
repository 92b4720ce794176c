/**
 * The pinyin under which titles and keywords are found: whole and by initials, from every character on, so that
 * the middle of a name is found as well. By pinyin-pro, which knows how a character is read in its word.
 */
import { pinyin } from 'pinyin-pro';
import { loosePinyin, plainForm } from './words.ts';

/** The pinyin words of a short text. */
export function pinyinWords(text: string): string[] {
  const runs = plainForm(text).match(/\p{Script=Han}+/gu) ?? [];
  return runs.flatMap((run) => {
    const syllables = pinyin(run, { toneType: 'none', type: 'array', v: true });
    return syllables.flatMap((_, from) => {
      const rest = syllables.slice(from);
      const initials = rest.map((syllable) => syllable[0] ?? '').join('');
      return initials.length > 1 ? [loosePinyin(rest.join('')), initials] : [loosePinyin(rest.join(''))];
    });
  });
}

/** The first letter of a text's pinyin, A to Z; # for what has none. */
export function firstLetter(text: string): string {
  const first = /\p{Script=Han}|[a-z]/iu.exec(text)?.[0] ?? '';
  const letter = pinyin(first, { pattern: 'first', toneType: 'none' }).toUpperCase();
  return /^[A-Z]$/.test(letter) ? letter : '#';
}
