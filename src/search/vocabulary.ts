/**
 * A number for each word of the index. A county's text has millions of pairs of characters and only some ten thousand
 * different ones: to make a string of each to look it up took longer than all the rest.
 */

export interface Vocabulary {
  idOf(word: string): number;
  /** The same for a word of two characters, given by their code points. */
  idOfBigram(first: number, second: number): number;
  /** All words, each at the place of its number. */
  words: readonly string[];
}

/** The first code point that takes two UTF-16 units. */
const ASTRAL = 0x1_0000;

/** A table that begins with the words given, which are all different. */
export function openVocabulary(given: readonly string[] = []): Vocabulary {
  const words: string[] = [];
  const ids = new Map<string, number>();
  /** By both characters in one number of 32 bits: a list with a place for each first one took 4 ms before the first word. */
  const bigramIds = new Map<number, number>();
  const idOf = (word: string): number => {
    if (word.length === 2 && word.codePointAt(0) === word.charCodeAt(0)) {
      return idOfBigram(word.charCodeAt(0), word.charCodeAt(1));
    }
    let number = ids.get(word);
    if (number === undefined) {
      number = words.push(word) - 1;
      ids.set(word, number);
    }
    return number;
  };
  const idOfBigram = (first: number, second: number): number => {
    if (first >= ASTRAL || second >= ASTRAL) return idOf(String.fromCodePoint(first, second));
    const both = (first << 16) | second;
    let number = bigramIds.get(both);
    if (number === undefined) {
      number = words.push(String.fromCharCode(first, second)) - 1;
      bigramIds.set(both, number);
    }
    return number;
  };
  for (const word of given) idOf(word);
  return { idOf, idOfBigram, words };
}
