/**
 * Inverts the search documents: for each token the pages that have it. A token counts once per page, with its maximum weight: its
 * frequency matters little, and the phone loads half as much.
 */
import { hash } from 'node:crypto';
import { ageTokens } from './ages.ts';
import { pinyinTokens } from './pinyin-words.ts';
import { FIELD_WEIGHTS, MAX_POSTINGS, MAX_UNIGRAM_POSTINGS } from './ranking.ts';
import type { SearchDocument } from './search-documents.ts';
import { openTermWeights, type TermWeights } from './term-weights.ts';
import { noCache, type PageTerms, type TokenCache, termOf, WEIGHT_STEPS } from './token-cache.ts';
import { isUnigram, normalizeText, SURROGATE, skipBigramTokens, tokenizeInto } from './tokenizer.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * A packed posting, `page * WEIGHT_STEPS + weight`; the page is an index into the search documents. A province has millions of them, and
 * as objects they spent half of the time in garbage collection.
 */
export type Posting = number & { readonly of?: 'page and weight' };

export const pageOf = (posting: Posting): number => Math.floor(posting / WEIGHT_STEPS);
export const weightOf = (posting: Posting): number => posting % WEIGHT_STEPS;

export interface Postings {
  /** Sorted by their bytes; the postings of each sorted by page. */
  words: Map<string, Uint32Array>;
}

/** The posting lists of all tokens; the tokens of unchanged documents come from the cache. */
export function buildPostings(documents: readonly SearchDocument[], cache = noCache()): Postings {
  const { vocabulary } = cache;
  const weights = openTermWeights();
  const pages = documents.map((document) => termsOf(document, vocabulary, cache, weights));
  const { postings, order } = listPostings(documents, pages, vocabulary);
  cache.setNumbering(vocabulary.words, order);
  return postings;
}

/** The posting lists of pages with the given terms, and the ids of all tokens in the order of the lists. */
export function listPostings(
  documents: readonly Pick<SearchDocument, 'facts' | 'isPast'>[],
  pages: readonly PageTerms[],
  vocabulary: Vocabulary,
): { postings: Postings; order: number[] } {
  const { postings, starts } = invert(pages, vocabulary.words.length);
  const sorted = sortByBytes(vocabulary.words.filter((_, number) => starts[number] !== starts[number + 1]));
  const order = sorted.map(vocabulary.idOf);
  const words = new Map<string, Uint32Array>();
  const ranks = Uint8Array.from(documents, rankOf);
  for (const [at, word] of sorted.entries()) {
    const number = order[at] ?? 0;
    const pagesOfWord = postings.subarray(starts[number], starts[number + 1]);
    words.set(
      word,
      truncatePostings(pagesOfWord, isUnigram(word) ? MAX_UNIGRAM_POSTINGS : MAX_POSTINGS, ranks),
    );
  }
  return { postings: { words }, order };
}

/** All postings in one array; those of a token begin at its start and end at that of the next. */
interface InvertedLists {
  postings: Uint32Array;
  starts: Uint32Array;
}

/** Inverts page -> tokens into token -> pages by counting sort: with growing arrays an index took a quarter longer. */
function invert(pages: readonly PageTerms[], words: number): InvertedLists {
  const starts = new Uint32Array(words + 1);
  for (const page of pages) {
    for (const term of page) add(starts, termOf(term) + 1, 1);
  }
  for (let word = 0; word < words; word += 1) add(starts, word + 1, starts[word] ?? 0);
  const postings = new Uint32Array(starts[words] ?? 0);
  const next = starts.slice();
  for (const [page, ofPage] of pages.entries()) {
    for (const term of ofPage) {
      const word = termOf(term);
      postings[next[word] ?? 0] = page * WEIGHT_STEPS + weightOf(term);
      add(next, word, 1);
    }
  }
  return { postings, starts };
}

function add(numbers: Uint32Array, index: number, count: number): void {
  numbers[index] = (numbers[index] ?? 0) + count;
}

/** The tokens of a document, each once, with its weight there. */
function termsOf(
  document: SearchDocument,
  vocabulary: Vocabulary,
  cache: TokenCache,
  weights: TermWeights,
): PageTerms {
  const { title, keywords, marks, heard, asked, synonyms, near, lead, text, readings } = document;
  const textHash = hash(
    'sha256',
    JSON.stringify([title, keywords, marks, heard, asked, synonyms, near, lead, text, readings]),
  );
  const cached = cache.get(textHash);
  if (cached !== undefined) return cached;
  emitTerms(document, vocabulary, weights.add);
  const terms = weights.drain();
  cache.set(textHash, terms);
  return terms;
}

/** Emits one (token id, weight) pair per occurrence. */
function emitTerms(
  {
    title,
    keywords,
    marks = [],
    heard = [],
    asked = [],
    synonyms = [],
    near = [],
    lead,
    text,
    readings = [],
  }: SearchDocument,
  vocabulary: Vocabulary,
  emit: (id: number, weight: number) => void,
): void {
  const emitText = (field: string, weight: number) =>
    tokenizeInto(field, {
      bigram: (first, second) => emit(vocabulary.idOfBigram(first, second), weight),
      token: (word) => emit(vocabulary.idOf(word), weight),
    });
  const emitTokens = (words: readonly string[], weight: number) => {
    for (const word of words) emit(vocabulary.idOf(word), weight);
  };
  const emitAges = (field: string, weight: number) => {
    // Normalizing takes longer than checking for an age, which few pages have.
    if (field.includes('岁')) emitTokens(ageTokens(normalizeText(field)), weight);
  };
  emitText([text, ...near].join('\n'), FIELD_WEIGHTS.text);
  emitText(lead, FIELD_WEIGHTS.lead);
  emitText(asked.join('\n'), FIELD_WEIGHTS.asked);
  emitText(synonyms.join('\n'), FIELD_WEIGHTS.synonyms);
  for (const name of [title, ...keywords, ...heard]) {
    const { whole, within } = pinyinTokens(name, readings);
    emitTokens(skipBigramTokens(name), FIELD_WEIGHTS.skipBigram);
    emitTokens(within, FIELD_WEIGHTS.pinyinWithin);
    emitTokens(whole, FIELD_WEIGHTS.pinyin);
  }
  emitAges(text, FIELD_WEIGHTS.text);
  emitAges(lead, FIELD_WEIGHTS.lead);
  emitAges(title, FIELD_WEIGHTS.title);
  for (const keyword of keywords) emitText(keyword, FIELD_WEIGHTS.keywords);
  emitText(title, FIELD_WEIGHTS.title);
  emitTokens(marks, FIELD_WEIGHTS.title);
}

/**
 * Sorts tokens by their UTF-8 bytes, as Pagefind looks them up; that is the order of code points. JavaScript compares UTF-16
 * units, where surrogates come before U+E000.
 */
function sortByBytes(words: string[]): string[] {
  if (SURROGATE.test(words.join(''))) return words.sort((a, b) => Buffer.from(a).compare(Buffer.from(b)));
  // Without a comparator V8 takes a third of the time.
  return words.sort();
}

/** Pages that a truncated list prefers at equal weights: policies in force, notices of what is to come, those that cannot end. */
const RANKS = { policy: 0, notice: 1, other: 2, ended: 3 } as const;
const RANK_COUNT = Object.keys(RANKS).length;

function rankOf({ facts: { type }, isPast = false }: Pick<SearchDocument, 'facts' | 'isPast'>): number {
  if (isPast) return RANKS.ended;
  return type === 'policy' || type === 'notice' ? RANKS[type] : RANKS.other;
}

/**
 * Truncates a posting list to the `max` pages with the largest weights, of equals to those that `ranks` has first, and of these to the
 * newest; the order is unchanged.
 */
function truncatePostings(postings: Uint32Array, max: number, ranks: Uint8Array): Uint32Array {
  if (postings.length <= max) return postings;
  const classOf = (posting: Posting) =>
    (WEIGHT_STEPS - 1 - weightOf(posting)) * RANK_COUNT + (ranks[pageOf(posting)] ?? 0);
  const counts = new Uint32Array(WEIGHT_STEPS * RANK_COUNT);
  for (const posting of postings) add(counts, classOf(posting), 1);
  let [lastClass, left] = [0, max];
  for (; (counts[lastClass] ?? 0) < left; lastClass += 1) left -= counts[lastClass] ?? 0;
  let older = (counts[lastClass] ?? 0) - left;
  return postings.filter((posting) => {
    const ofPosting = classOf(posting);
    if (ofPosting !== lastClass) return ofPosting < lastClass;
    older -= 1;
    return older < 0;
  });
}
