/** How many pages of a word the index has at the most. The phone knows from it that a list may not be whole. */

/**
 * The most pages that are kept for a word: those where it weighs most. A word of more pages tells them apart no longer, and
 * the search compares each of its pages with each: 600 took a slow phone 60 ms, 5,000 a second.
 */
export const MOST_PAGES = 300;

/** The same for a single character, which tells pages apart still less: nobody turns to the next six so often. */
export const MOST_PAGES_OF_CHARACTER = 120;
