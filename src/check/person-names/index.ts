/**
 * Full names of people anywhere in a text, each with a score: the sum of the weights of its surname, the characters of its given name, the
 * words of the dictionary and its context. The caller decides by the score how much further evidence it requires.
 */
import { candidatesAtStart, candidatesIn, MAX_CACHED_TEXTS } from './candidates.ts';
import { wordScore } from './dictionary-score.ts';
import { OFFICIAL_TERMS } from './official-terms.ts';
import { RARE_SURNAMES, VERB_SURNAMES } from './rare-names.ts';
import { MIN_SCORE, type ScoredName, SERIES_BONUS } from './scored-name.ts';
import { isOtherWord, wordsOf } from './segmenter.ts';
import { DOUBLE_SURNAMES, PARTICLE_SURNAMES } from './surnames.ts';

export type { ScoredName } from './scored-name.ts';

/** Whether a name is of another language or its surname is hardly ever another word. */
export function hasFrequentSurname({ name, isForeign, isSaid }: ScoredName): boolean {
  const single = name.slice(0, 1);
  const isRare = RARE_SURNAMES.has(single) || VERB_SURNAMES.has(single) || PARTICLE_SURNAMES.has(single);
  return isForeign === true || isSaid === true || DOUBLE_SURNAMES.has(name.slice(0, 2)) || !isRare;
}

/** Minimum score of a candidate before the dictionary is used. */
const MIN_PREFILTER_SCORE = 2.5;

/**
 * The names of a text of some hundred characters, without overlaps. Empty if fewer than `min` candidates are possible, which is
 * decided without the dictionary; `quick` is the score that they must have before it is used.
 */
export function scoredNamesIn(text: string, min = 1, quick = MIN_PREFILTER_SCORE): ScoredName[] {
  const candidates = candidatesIn(text);
  // The dictionary adds half a point at most: it is not loaded for a text in which no candidate can become a name.
  if (withoutOverlaps(candidates.filter(({ score }) => score >= quick)).length < min) return [];
  const cached = nameCache.get(text);
  if (cached !== undefined) return cached;
  const names = scoreNames(text, candidates);
  if (nameCache.size >= MAX_CACHED_TEXTS) nameCache.clear();
  nameCache.set(text, names);
  return names;
}

const nameCache = new Map<string, ScoredName[]>();

function scoreNames(text: string, candidates: readonly ScoredName[]): ScoredName[] {
  const words = wordsOf(text);
  const scored = candidates
    .map((each) =>
      each.isForeign || each.isSaid ? each : { ...each, score: each.score + wordScore(each, text, words) },
    )
    .filter(({ score }) => score >= MIN_SCORE - SERIES_BONUS);
  const names = withoutOverlaps(scored);
  return names
    .map((each, at) => {
      const isSeries = [names[at - 1], names[at + 1]].some((other) => other && areSeries(each, other, text));
      return isSeries ? { ...each, score: each.score + SERIES_BONUS } : each;
    })
    .filter(
      ({ name, score, isForeign, isSaid }) =>
        score >= MIN_SCORE && (isForeign || (!OFFICIAL_TERMS.has(name) && (isSaid || !isOtherWord(name)))),
    );
}

/** Whether only a mark or a text in brackets is between two names. */
function areSeries(one: ScoredName, other: ScoredName, text: string): boolean {
  const [first, second] = one.index < other.index ? [one, other] : [other, one];
  const between = text.slice(first.end, second.index);
  return between.length < 16 && SERIES.test(between);
}

const SERIES = /^(?:[（(][^（）()]{0,12}[）)])?\s*(?:[、，,；;\s／/|｜]|和|与|及|跟|[①-⑳]|\d{1,2}[.．])\s*$/u;

/** The best of the candidates that overlap. */
function withoutOverlaps(names: readonly ScoredName[]): ScoredName[] {
  const disjoint: ScoredName[] = [];
  for (const each of [...names].sort((a, b) => a.index - b.index)) {
    const last = disjoint.at(-1);
    if (last === undefined || last.end <= each.index) disjoint.push(each);
    else if (each.score > last.score) disjoint[disjoint.length - 1] = each;
  }
  return disjoint;
}

/** Whether a text may begin with a name that ends before `behind`; does not use the dictionary. */
export function mayBeginWithName(text: string, behind: RegExp): boolean {
  return candidatesAtStart(text).some(({ end }) => behind.test(text.slice(end)));
}

/** The best name at the beginning of a text that ends before `behind`; undefined if none has the score. */
export function nameBefore(text: string, behind: RegExp): string | undefined {
  const ends = candidatesAtStart(text)
    .filter(({ end }) => behind.test(text.slice(end)))
    .map(({ name }) => ({ name, score: scoreOfName(name) }))
    .filter(({ score }) => score >= MIN_SCORE);
  return ends.sort((one, other) => other.score - one.score)[0]?.name;
}

/** The score of a whole text as one name; 0 for a text that is none. */
export function scoreOfName(text: string): number {
  const whole = candidatesAtStart(text).filter(({ end }) => end === text.length);
  const words = whole.length > 0 ? wordsOf(text) : [];
  const scores = whole.map((each) => {
    if (each.isForeign || each.isSaid) return each.score;
    return isOtherWord(text) ? 0 : each.score + wordScore(each, text, words);
  });
  return Math.max(0, ...scores);
}
