/** The keys of a query as typed on a phone, with their timing. */

/** The text that one key, or one word chosen in an input method, adds, and the time since the previous key. */
export interface Key {
  text: string;
  afterMs: number;
}

/**
 * 37,370 people typed 36 words of five letters a minute on their phones, a letter in 333 ms (Palin et al., "How do people type on
 * mobile devices?", 2019). Half of that here, for fast typists, and a Chinese character as two letters.
 */
const LETTER_MS = 165;
const CHARACTER_MS = 2 * LETTER_MS;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Chinese by words, as input methods insert it; the rest by letters. */
export function keysOf(query: string): Key[] {
  return Array.from(words.segment(query), ({ segment }) => segment).flatMap((word) =>
    /\p{Script=Han}/u.test(word)
      ? [{ text: word, afterMs: [...word].length * CHARACTER_MS }]
      : Array.from(word, (letter) => ({ text: letter, afterMs: LETTER_MS })),
  );
}
