/** Looks tokens up in the index and adds the scores of their pages. */
import { readFragmentId } from '../fragment-id.ts';
import {
  MAX_POSTINGS,
  MAX_UNIGRAM_POSTINGS,
  MIN_ABOUT_SCORE,
  MIN_NAMED_SCORE,
  SATURATION_SCORE,
} from '../ranking.ts';
import { isUnigram } from '../tokenizer.ts';
import type { TokenPages } from './coverage.ts';
import type { ChosenFilters, IndexReader, Match } from './index-reader.ts';

export interface Scored {
  found: Match;
  score: number;
  /** Number of tokens that it has. */
  words: number;
  /** Number of those in its title or keywords. */
  named: number;
}

/** The index and the filters of a look-up. */
export interface LookUpOptions {
  /** Whether the explanation of a word is an answer: not to a question how to do something. */
  acceptsWords: boolean;
  index: IndexReader;
  /** Number of pages in the index. */
  pages: number;
  /** The filters for the pages that count. */
  chosen: ChosenFilters;
}

/** The tokens looked up so far, and their pages. */
export interface LookUps {
  sums: Map<string, Scored>;
  /** The pages of each token, except contacts: a telephone is no answer. */
  found: Map<string, TokenPages>;
  /** Looks up a token, adds its scores times `weight`, and returns the number of its pages. */
  add(word: string, weight?: number): Promise<number>;
  /** Completes the scores after the last token. */
  finish(): void;
}

export function createLookUps({ index, pages, chosen, acceptsWords }: LookUpOptions): LookUps {
  const sums = new Map<string, Scored>();
  const found = new Map<string, TokenPages>();
  /** Tokens with a truncated posting list: its pages and the lowest score. */
  const truncated: { ids: Set<string>; minScore: number }[] = [];
  return {
    sums,
    found,
    async add(word, weight = 1) {
      const { results, unfilteredCount } = await index.search(word, chosen);
      const rarity = weight * Math.log(1 + pages / Math.max(1, results.length));
      const byField = groupByField(results, Math.max(results.length, unfilteredCount), pages, acceptsWords);
      found.set(word, byField);
      const scores = results.map(({ score }) => rarity * (score / (score + SATURATION_SCORE)));
      for (const [rank, page] of results.entries()) {
        const before = sums.get(page.id) ?? { score: 0, words: 0, named: 0 };
        sums.set(page.id, {
          found: page,
          score: before.score + (scores[rank] ?? 0),
          words: before.words + 1,
          named: before.named + Number(byField.named.has(page.id)),
        });
      }
      if (results.length > 0 && unfilteredCount >= (isUnigram(word) ? MAX_UNIGRAM_POSTINGS : MAX_POSTINGS)) {
        truncated.push({ ids: new Set(results.map(({ id }) => id)), minScore: Math.min(...scores) });
      }
      return results.length;
    },
    finish() {
      // A page outside a truncated list may have the token too, with no higher score.
      for (const { ids, minScore } of truncated) {
        for (const [id, page] of sums) if (!ids.has(id)) page.score += minScore;
      }
    },
  };
}

/** Groups the pages of a token by the field that has it; `matches` of `pages` pages have it. */
export function groupByField(
  results: readonly Match[],
  matches: number,
  pages: number,
  acceptsWords: boolean,
): TokenPages {
  // Pagefind's inverse document frequency (BM25).
  const rarity = Math.log(1 + Math.max(0.5, pages - matches + 0.5) / (matches + 0.5));
  const answering = results.filter(({ id }) => {
    const { type } = readFragmentId(id, '');
    return type !== 'contact' && (acceptsWords || type !== 'word');
  });
  const from = (minScore: number) =>
    new Set(answering.filter(({ score }) => score >= minScore * rarity).map(({ id }) => id));
  return { all: from(0), about: from(MIN_ABOUT_SCORE), named: from(MIN_NAMED_SCORE) };
}
