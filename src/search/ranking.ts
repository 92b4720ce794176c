/**
 * Every number that decides the order of results, or whether there is an answer at all. Read by the build and by the phone.
 * Where no source is named, the value was set on the queries of tests/search (`npm run bench -- search`).
 */
import type { ResultType } from './result-types.ts';

// The index.

/**
 * Pages in one posting list: those with the largest weights. A token of more pages no longer distinguishes them, and Pagefind compares
 * each page of a list with each other: 600 took a slow phone 60 ms, 5,000 a second.
 */
export const MAX_POSTINGS = 300;

/** Pages in the posting list of a single character, which distinguishes pages still less. */
export const MAX_UNIGRAM_POSTINGS = 120;

/**
 * Tokens that each page has according to the index. Pagefind 1.4.0 divides a score by the average of these, so that one weight gives
 * another score in each site; with one number for all, a score depends only on the weight in the page.
 */
export const INDEXED_PAGE_LENGTH = 400;

/** Weight of a token by the field it is in, as a multiple of the text; below WEIGHT_STEPS of token-cache.ts. A page has the largest. */
export const FIELD_WEIGHTS = {
  title: 10,
  keywords: 8,
  /** Pinyin of a whole title or keyword. */
  pinyin: 8,
  /** Pinyin from a later character on. */
  pinyinWithin: 5,
  lead: 3,
  /** Names of groups of people, matters of a national line. */
  asked: 2,
  /** Everyday words for the subject, from everyday-words.ts. */
  synonyms: 5,
  skipBigram: 2,
  text: 1,
};

// Pagefind.

/** Score by Pagefind 1.4.0 of a token of weight 1, divided by its rarity; see index-reader.ts. */
const TEXT_SCORE = 4.9 / INDEXED_PAGE_LENGTH;

// Tokens of a query.

/** Tokens looked up for one query: each may cost a file of the index. */
export const MAX_TOKENS = 6;

/** Single characters looked up if no token of the query was found. */
export const MAX_UNIGRAMS = 8;

/** Characters of a phrase that is looked up by its pinyin: a longer one is a sentence, and no title sounds like it. */
export const MAX_PINYIN_PHRASE_LENGTH = 6;

/** Letters from which on a mistyped pinyin is looked for: fewer are no two syllables with a letter too many. */
export const MIN_MISTYPED_LENGTH = 5;

/** Corrections of mistyped pinyin that are looked up: each may cost a shard of the index. */
export const MAX_CORRECTIONS = 16;

/** Syllables from which on valid pinyin that no page has may be mistyped: fewer are too often another word. */
export const MIN_MISTYPED_SYLLABLES = 3;
/** Letters that valid pinyin shares with its corrections: words with so many in common are in one shard or two. */
export const SHARD_PREFIX_LENGTH = 5;

/** Syllables, and share of the typed letters, that a corrected pinyin has. */
export const MIN_SYLLABLES = 2;
export const MIN_TYPED_SHARE = 0.6;

/** With this number of tokens of a query, or this share of them, a page is an answer, and similar tokens are not looked up. */
export const MIN_MATCHED_TOKENS = 3;
export const MIN_MATCHED_SHARE = 2 / 3;

// The score of a page.

/** Saturation: a token counts score / (score + 0.1). */
export const SATURATION_SCORE = 0.1;

/** Factor for a token as it was typed against its simplified form: 王昇 ranks above 王升. */
export const AS_TYPED_BOOST = 1.5;

/** Factor for a token outside the subject of a query, which stopwords and function characters are in. */
export const OUTSIDE_SUBJECT_FACTOR = 0.6;

/** Factor for a page that has no token of the subject in title, keywords or lead, if another page has one. */
export const WITHOUT_SUBJECT_FACTOR = 0.15;

/** Factor for a telephone number against a word: a typed number is the one wanted. */
export const TELEPHONE_BOOST = 3;

/** Factor by the type of a page: a policy ranks above the word that names it. */
export const TYPE_BOOST: Readonly<Record<ResultType, number>> = {
  policy: 1.3,
  notice: 1,
  story: 1,
  guide: 1,
  contact: 1,
  place: 1.3,
  word: 0.6,
};

/** Factor for a policy if the query asks how to do something. */
export const HOW_TO_POLICY_BOOST = 1.3;

/** Factor for a story then, among the pages of one batch. */
export const HOW_TO_STORY_FACTOR = 0.3;

/** Factor for a contact if the query has a telephone number, or asks for one: 12345 is on nearly every page. */
export const NUMBER_CONTACT_BOOST = 2;

/** Factor for a page whose last day has passed, if its title and keywords have all tokens of the query, and for others. */
export const ENDED_FACTOR = 0.5;
export const ENDED_UNNAMED_FACTOR = 0.2;

/** Factor for a page with a phrase of the query in its title; known once it has been fetched. */
export const TITLE_PHRASE_BOOST = 1.5;

/** Score of the first page against fraud, more than any page gets for its tokens; each next one has a thousandth of it. */
export const PINNED_SCORE = 1e9;
export const MAX_PINNED_PAGES = 3;

// Whether a page is about a query (client/coverage.ts). Shares are of the characters of the query's subject.

/** Score, divided by rarity, from which on a page has a token in its title, keywords or lead: above one of the text. */
export const MIN_ABOUT_SCORE = 1.3 * TEXT_SCORE;

/** Score, divided by rarity, from which on a page has a token in its title or keywords. */
export const MIN_NAMED_SCORE = 4.5 * TEXT_SCORE;

/** Share of a short query that is in title, keywords or lead of a page that is about it. */
export const MIN_ABOUT_SHARE = 0.5;

/** Share of a query that is anywhere in a page that has some of it in title, keywords or lead. */
export const MIN_SAID_SHARE = 2 / 3;

/** Characters from which on a query is a sentence, of which no page has all. */
export const MIN_SENTENCE_LENGTH = 5;

/** Share of a sentence that is in title, keywords or lead of a page about it. */
export const MIN_SENTENCE_SHARE = 0.45;

/** Characters of a word: the fewest that are a subject, or that answer a sentence when a title has them. */
export const MIN_WORD_LENGTH = 2;
