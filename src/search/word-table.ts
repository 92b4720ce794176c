/**
 * A number for each word of the index. A county's text has millions of pairs of characters and only some ten thousand
 * different ones: to make a string of each to look it up took longer than all the rest.
 */

export interface WordTable {
  numberOf(word: string): number;
  /** The same for a word of two characters, given by their code points. */
  numberOfPair(first: number, second: number): number;
  /** All words, each at the place of its number. */
  words: readonly string[];
}

/** The first code point that takes two UTF-16 units. */
const ASTRAL = 0x1_0000;

/** A table that begins with the words given, which are all different. */
export function openWordTable(given: readonly string[] = []): WordTable {
  const words: string[] = [];
  const numbers = new Map<string, number>();
  /** By both characters in one number of 32 bits: a list with a place for each first one took 4 ms before the first word. */
  const pairs = new Map<number, number>();
  const numberOf = (word: string): number => {
    if (word.length === 2 && word.codePointAt(0) === word.charCodeAt(0)) {
      return numberOfPair(word.charCodeAt(0), word.charCodeAt(1));
    }
    let number = numbers.get(word);
    if (number === undefined) {
      number = words.push(word) - 1;
      numbers.set(word, number);
    }
    return number;
  };
  const numberOfPair = (first: number, second: number): number => {
    if (first >= ASTRAL || second >= ASTRAL) return numberOf(String.fromCodePoint(first, second));
    const both = (first << 16) | second;
    let number = pairs.get(both);
    if (number === undefined) {
      number = words.push(String.fromCharCode(first, second)) - 1;
      pairs.set(both, number);
    }
    return number;
  };
  for (const word of given) numberOf(word);
  return { numberOf, numberOfPair, words };
}
