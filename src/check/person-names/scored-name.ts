/** A name with its score, and the limits of scores. */

/** A name with its position and its score. */
export interface ScoredName {
  name: string;
  index: number;
  end: number;
  /** 3 and more: certainly a name. 2 to 3: a name only if its context is that of one. */
  score: number;
  /** Whether the words before it introduce a name. */
  isSaid?: boolean;
  /** Whether it does not begin with a surname: its parts may be words of the dictionary. */
  isForeign?: boolean;
}

/** Below this, no context makes a candidate a name. */
export const MIN_SCORE = 2;
/** Bonus for a name in a series of names. */
export const SERIES_BONUS = 1;
