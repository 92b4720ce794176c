/**
 * The pinyin under which titles and keywords are found: whole and by initials, from every character on, so that
 * the middle of a name is found as well; a character that is also a surname of another reading by both.
 */
import { surnameReading, syllablesOf } from '../documents/pinyin.ts';
import { loosePinyin, plainForm, wholeWord } from './words.ts';

/** The pinyin words of a short text: those of whole runs of Chinese, and those that begin within one. */
export function pinyinWords(text: string): { whole: string[]; within: string[] } {
  const whole: string[] = [];
  const within: string[] = [];
  for (const run of plainForm(text).match(/\p{Script=Han}+/gu) ?? []) {
    const syllables = syllablesOf(run);
    for (const [from, character] of [...run].entries()) {
      const rest = syllables.slice(from);
      const surname = surnameReading(character);
      const sounds = soundsOf(rest);
      if (surname !== undefined && surname !== rest[0]) sounds.push(...soundsOf([surname, ...rest.slice(1)]));
      (from === 0 ? whole : within).push(...sounds);
    }
  }
  return { whole, within };
}

function soundsOf(syllables: readonly string[]): string[] {
  const initials = syllables.map((syllable) => syllable[0] ?? '').join('');
  return [loosePinyin(syllables.join('')), ...(initials.length > 1 ? [initials] : [])].map(wholeWord);
}
