/** Letters of scripts that never occur in one word: the result of UTF-16 read with swapped bytes. */
import type { MojibakeMatch } from './double-byte.ts';

/** Scripts in use in China and its neighbours. */
const KNOWN =
  'Han|Latin|Greek|Cyrillic|Hiragana|Katakana|Bopomofo|Hangul|Tibetan|Mongolian|Yi|Arabic|Thai|Lao|Myanmar|Khmer|Tai_Le|New_Tai_Lue|Tai_Tham|Lisu|Miao|Devanagari|Hebrew|Common|Inherited';
const OTHER = new RegExp(`[^${KNOWN.replace(/(\w+)\|?/g, '\\p{Script=$1}')}]`, 'u');
const LETTERS = /[\p{L}\p{M}]{2,}/gu;

/** Hangul syllables directly beside a Chinese character: GBK read as Korean; a Korean word in a Chinese text is quoted or apart. */
const HANGUL = /(?<=\p{Script=Han})[\uac00-\ud7a3]{1,20}|[\uac00-\ud7a3]{1,20}(?=\p{Script=Han})/gu;
const ABOUT_KOREA = /韩|朝鲜|首尔|延边/;

/** The garbled stretches of a text, in order; each is one word. */
export function mixedScriptRuns(text: string): MojibakeMatch[] {
  const korean = /[\uac00-\ud7a3]/.test(text) && !ABOUT_KOREA.test(text) ? text.matchAll(HANGUL) : [];
  const inKorean = Array.from(korean, ({ 0: garbled, index }) => ({
    index,
    garbled,
    right: undefined,
    isGuess: true,
  }));
  const mixed = Array.from(text.matchAll(LETTERS)).flatMap(({ 0: word, index }): MojibakeMatch[] => {
    const at = word.search(OTHER);
    if (at < 0) return [];
    const isMixed = [...word].some((letter) => !OTHER.test(letter));
    return isMixed ? [{ index: index + at, garbled: word.slice(at, at + 8), right: undefined }] : [];
  });
  return [...mixed, ...inKorean];
}
