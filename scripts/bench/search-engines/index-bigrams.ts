/** The bigrams of our index without unigrams, for an engine with prefix search. Runs in the browser. */
import { isUnigram, stripSuffix, tokenize } from '../../../src/search/tokenizer.ts';

/** A lone character stays: bigrams that begin with it are found by prefix. */
export function indexBigrams(text: string): string[] {
  const words = tokenize(text);
  const pairs = words.filter((word) => !isUnigram(word));
  return pairs.length > 0 ? pairs : words.map(stripSuffix);
}
