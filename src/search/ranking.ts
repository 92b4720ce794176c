/** What the phone has to know of how the index was made: how many pages of a word it has at the most, how long it says they are. */

/**
 * The most pages that are kept for a word: those where it weighs most. A word of more pages tells them apart no longer, and
 * the search compares each of its pages with each: 600 took a slow phone 60 ms, 5,000 a second.
 */
export const MAX_POSTINGS = 300;

/** The same for a single character, which tells pages apart still less: nobody turns to the next six so often. */
export const MAX_UNIGRAM_POSTINGS = 120;

/**
 * What the index says of how many words each page has. Pagefind 1.4.0 divides the weight of a word by the average of these, so
 * that one weight comes to another score in each site; by one number a score says what the word weighs in the page.
 */
export const INDEXED_PAGE_LENGTH = 400;
