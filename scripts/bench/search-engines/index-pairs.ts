/** The words of our own index without single characters, for an engine that finds a pair by its first. Runs in the browser. */
import { indexWords, isAlone, unmarked } from '../../../src/search/words.ts';

/** A single character stays by itself: a pair that begins with it is found by it. */
export function indexPairs(text: string): string[] {
  const words = indexWords(text);
  const pairs = words.filter((word) => !isAlone(word));
  return pairs.length > 0 ? pairs : words.map(unmarked);
}
