/**
 * Interns tokens: a number for each. A county's text has millions of bigrams and only some ten thousand different ones; creating a string
 * of each for the look-up took longer than all the rest.
 */

export interface Vocabulary {
  idOf(word: string): number;
  /** The same for a token of two characters, given by their code points. */
  idOfBigram(first: number, second: number): number;
  /** All tokens; the index is the id. */
  words: readonly string[];
}

/** The first code point outside the basic plane, with two UTF-16 units. */
const FIRST_ASTRAL_CODE_POINT = 0x1_0000;

/** A vocabulary that begins with `given`, which are all different. */
export function openVocabulary(given: readonly string[] = []): Vocabulary {
  const words: string[] = [];
  const ids = new Map<string, number>();
  /** The key packs two code points of the basic plane; an array of 65,536 slots cost 4 ms to allocate. */
  const bigramIds = new Map<number, number>();
  const idOf = (word: string): number => {
    if (word.length === 2 && word.codePointAt(0) === word.charCodeAt(0)) {
      return idOfBigram(word.charCodeAt(0), word.charCodeAt(1));
    }
    let id = ids.get(word);
    if (id === undefined) {
      id = words.push(word) - 1;
      ids.set(word, id);
    }
    return id;
  };
  const idOfBigram = (first: number, second: number): number => {
    if (first >= FIRST_ASTRAL_CODE_POINT || second >= FIRST_ASTRAL_CODE_POINT)
      return idOf(String.fromCodePoint(first, second));
    const key = (first << 16) | second;
    let id = bigramIds.get(key);
    if (id === undefined) {
      id = words.push(String.fromCharCode(first, second)) - 1;
      bigramIds.set(key, id);
    }
    return id;
  };
  for (const word of given) idOf(word);
  return { idOf, idOfBigram, words };
}
