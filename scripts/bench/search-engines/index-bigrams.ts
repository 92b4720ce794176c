/** The words of our own index without single characters, for an engine that finds a pair by its first. Runs in the browser. */
import { isUnigram, stripSuffix, tokenize } from '../../../src/search/tokenizer.ts';

/** A single character stays by itself: a pair that begins with it is found by it. */
export function indexBigrams(text: string): string[] {
  const words = tokenize(text);
  const pairs = words.filter((word) => !isUnigram(word));
  return pairs.length > 0 ? pairs : words.map(stripSuffix);
}
