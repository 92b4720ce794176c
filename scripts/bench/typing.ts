/** A query as a person types it on a phone: by which keys it comes, and how fast. */

/** What one key, or one word chosen in an input method, puts into the field, and how long after the one before. */
export interface Key {
  text: string;
  afterMs: number;
}

/**
 * 37,370 people typed 36 words of five letters a minute on their phones, a letter in 333 ms (Palin and others, "How do
 * people type on mobile devices?", 2019). Here twice as fast, and a Chinese character as two letters, because nobody
 * should wait who types well.
 */
const LETTER_MS = 165;
const CHARACTER_MS = 2 * LETTER_MS;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Chinese comes word by word, as an input method offers it; the rest letter by letter. */
export function keysOf(query: string): Key[] {
  return Array.from(words.segment(query), ({ segment }) => segment).flatMap((word) =>
    /\p{Script=Han}/u.test(word)
      ? [{ text: word, afterMs: [...word].length * CHARACTER_MS }]
      : Array.from(word, (letter) => ({ text: letter, afterMs: LETTER_MS })),
  );
}
