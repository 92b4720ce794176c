/** What the words of a page weigh in it, one page after another. */
import { type PageWords, WEIGHT_STEPS } from './kept-words.ts';

export interface Scale {
  /** Puts a word on, by its number, with a weight below WEIGHT_STEPS: of several weights the most counts. */
  weigh(word: number, weight: number): void;
  /** Takes off the words of the page, each once, in the order they came in. The scale is then empty, for the next. */
  take(): PageWords;
}

/** An empty scale. All pages use its one list of weights: with a map for each page the words took a fifth longer to find. */
export function openScale(): Scale {
  let weights = new Uint8Array(1 << 14);
  const weighed: number[] = [];
  return {
    weigh(word, weight) {
      if (word >= weights.length) {
        const larger = new Uint8Array(2 * word);
        larger.set(weights);
        weights = larger;
      }
      const before = weights[word] ?? 0;
      if (before === 0) weighed.push(word);
      if (weight > before) weights[word] = weight;
    },
    take() {
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
