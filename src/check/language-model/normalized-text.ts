/** The form of a text in which n-grams are counted: Chinese characters, a 0 for a number, an a for Latin letters, a comma for anything else. */

const DIGITS = '0-9０-９';
const OTHER = new RegExp(
  `[${DIGITS}]+(?:[.,][${DIGITS}]+)*|[A-Za-z]+|[^\\u4e00-\\u9fff${DIGITS}A-Za-z]+`,
  'gu',
);
const DIGIT = new RegExp(`^[${DIGITS}]`);

/** On both sides of a text, so that each of its characters has neighbours. */
export const PADDING = '，，，';

export interface NormalizedText {
  /** With `PADDING` on both sides. */
  text: string;
  /** The index in the original text of each of its characters. */
  indices: number[];
}

export function normalizeText(original: string): NormalizedText {
  let text = PADDING;
  const indices: number[] = Array.from(PADDING, () => 0);
  const addHan = (from: number, to: number) => {
    text += original.slice(from, to);
    for (let index = from; index < to; index += 1) indices.push(index);
  };
  let end = 0;
  for (const { 0: other, index } of original.matchAll(OTHER)) {
    addHan(end, index);
    text += DIGIT.test(other) ? '0' : /^[A-Za-z]/.test(other) ? 'a' : '，';
    indices.push(index);
    end = index + other.length;
  }
  addHan(end, original.length);
  for (const _ of PADDING) indices.push(original.length);
  return { text: text + PADDING, indices };
}

/** Whether a character of a normalized text is Chinese. */
export const isHan = (character: string): boolean => character >= '\u4e00' && character <= '\u9fff';
