/** What the words of a page weigh in it, one page after another. */
import { type PageTerms, WEIGHT_STEPS } from './token-cache.ts';

export interface TermWeights {
  /** Puts a word on, by its number, with a weight below WEIGHT_STEPS: of several weights the most counts. */
  add(word: number, weight: number): void;
  /** Takes off the words of the page, each once, in the order they came in. The scale is then empty, for the next. */
  drain(): PageTerms;
}

/** An empty scale. All pages use its one list of weights: with a map for each page the words took a fifth longer to find. */
export function openTermWeights(): TermWeights {
  let weights = new Uint8Array(1 << 14);
  const weighed: number[] = [];
  return {
    add(word, weight) {
      if (word >= weights.length) {
        const larger = new Uint8Array(2 * word);
        larger.set(weights);
        weights = larger;
      }
      const before = weights[word] ?? 0;
      if (before === 0) weighed.push(word);
      if (weight > before) weights[word] = weight;
    },
    drain() {
      const words = new Uint32Array(weighed.length);
      let at = 0;
      for (const word of weighed) {
        words[at++] = word * WEIGHT_STEPS + (weights[word] ?? 0);
        weights[word] = 0;
      }
      weighed.length = 0;
      return words;
    },
  };
}
