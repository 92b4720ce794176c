/**
 * Whether any page is about a query. 补贴 is on every other page and does not match 取暖补贴 if none has 取暖: the rest of the query counts, and a
 * page about it has that in its title, keywords or lead.
 */
import {
  MIN_ABOUT_SHARE,
  MIN_SAID_SHARE,
  MIN_SENTENCE_LENGTH,
  MIN_SENTENCE_SHARE,
  MIN_WORD_LENGTH,
} from '../ranking.ts';
import { bigramsIn, HAN_ONLY, specificWord, wantedIn } from './subject.ts';

/** The characters of a phrase that a skip-bigram covers. */
const SKIP_BIGRAM_LENGTH = 3;

/** The pages that have a token: all, and those that have it in title, keywords or lead. */
export interface TokenPages {
  all: ReadonlySet<string>;
  about: ReadonlySet<string>;
  /** Those that have it in title or keywords. */
  named: ReadonlySet<string>;
}

/** A similar token with its pages, and the characters of the phrase that it covers. */
export interface NearMatch {
  phrase: string;
  from: number;
  length: number;
  pages: ReadonlySet<string>;
}

/**
 * Whether no page is about the phrases: `found` has the pages of each bigram that was looked up, `near` those of similar tokens. Phrases
 * of stopwords alone have no subject that could be missing.
 */
export function isUnanswered(
  phrases: readonly string[],
  found: ReadonlyMap<string, TokenPages>,
  near: readonly NearMatch[],
): boolean {
  const covered = new Map<string, Coverage>();
  let asked = 0;
  for (const phrase of phrases.filter((each) => HAN_ONLY.test(each))) {
    const { wanted, isWhole } = wantedIn(phrase);
    const isFound = (pair: string) => (found.get(pair)?.all.size ?? 0) > 0;
    // No page has 装修: one about another loan is no answer to 装修贷款.
    const specific = specificWord(phrase, wanted);
    const isMissing =
      specific !== undefined &&
      !specific.pairs.some(isFound) &&
      !near.some((word) => word.phrase === phrase && word.pages.size > 0);
    if (isMissing) asked += MIN_WORD_LENGTH;
    const positions = coveredPositions(phrase, isMissing ? specific.positions : wanted, found);
    asked += positions.size;
    for (const [page, cover] of coverageOf(phrase, positions, found, near)) {
      // A matter has to be found whole: 新农 of 新农保 does not answer 新农合.
      if (isWhole && cover.about < positions.size) continue;
      covered.set(page, addCoverage(covered.get(page), cover));
    }
  }
  if (asked < MIN_WORD_LENGTH) return false;
  return !Array.from(covered.values()).some((cover) => isAbout(cover, asked));
}

/** Number of the subject's characters that a page has by field, and whether it has a whole phrase in title, keywords or lead. */
interface Coverage {
  about: number;
  named: number;
  said: number;
  hasPhrase: boolean;
}

function addCoverage(one: Coverage | undefined, other: Coverage): Coverage {
  if (one === undefined) return other;
  return {
    about: one.about + other.about,
    named: one.named + other.named,
    said: one.said + other.said,
    hasPhrase: one.hasPhrase || other.hasPhrase,
  };
}

function isAbout({ about, named, said, hasPhrase }: Coverage, asked: number): boolean {
  if (hasPhrase || about > asked * MIN_ABOUT_SHARE) return true;
  if (about > 0 && said >= asked * MIN_SAID_SHARE) return true;
  return asked >= MIN_SENTENCE_LENGTH && (about >= asked * MIN_SENTENCE_SHARE || named >= MIN_WORD_LENGTH);
}

/** The wanted positions that a looked-up bigram inside the subject covers. */
function coveredPositions(
  phrase: string,
  wanted: ReadonlySet<number>,
  found: ReadonlyMap<string, TokenPages>,
): Set<number> {
  const asked = new Set<number>();
  for (const { at, pair } of bigramsIn(phrase)) {
    if (!found.has(pair)) continue;
    const inside = wanted.has(at) && wanted.has(at + 1);
    if (inside) asked.add(at).add(at + 1);
  }
  return asked;
}

function coverageOf(
  phrase: string,
  positions: ReadonlySet<number>,
  found: ReadonlyMap<string, TokenPages>,
  near: readonly NearMatch[],
): Map<string, Coverage> {
  const kinds = {
    about: new Map<string, Set<number>>(),
    named: new Map<string, Set<number>>(),
    said: new Map<string, Set<number>>(),
  };
  const add = (to: Map<string, Set<number>>, pages: ReadonlySet<string>, covers: readonly number[]) => {
    const counted = covers.filter((position) => positions.has(position));
    if (counted.length === 0) return;
    for (const page of pages) to.set(page, new Set([...(to.get(page) ?? []), ...counted]));
  };
  for (const { at, pair } of bigramsIn(phrase)) {
    const pages = found.get(pair);
    if (pages === undefined) continue;
    add(kinds.about, pages.about, [at, at + 1]);
    add(kinds.named, pages.named, [at, at + 1]);
    add(kinds.said, pages.all, [at, at + 1]);
  }
  const exact = new Set(kinds.said.keys());
  for (const each of near.filter((word) => word.phrase === phrase)) {
    const covers = Array.from({ length: each.length }, (_, index) => each.from + index);
    // 生补 of 生活补贴 is not 生育补贴: the character left out has to be between two of the subject.
    const isPart = each.length < [...phrase].length || each.length === SKIP_BIGRAM_LENGTH;
    if (isPart && !(positions.has(each.from) && positions.has(each.from + each.length - 1))) continue;
    // One wrong character leaves an exact bigram in a longer subject: 还钱 of 退耕还林钱 is no mistyped word.
    const hasExact = isPart && positions.size > SKIP_BIGRAM_LENGTH;
    const pages = hasExact ? [...each.pages].filter((page) => exact.has(page)) : each.pages;
    for (const kind of Object.values(kinds)) add(kind, new Set(pages), covers);
  }
  const countOf = (kind: keyof typeof kinds, page: string) => kinds[kind].get(page)?.size ?? 0;
  return new Map(
    Array.from(kinds.said.keys(), (page) => {
      const about = countOf('about', page);
      const hasPhrase = positions.size >= MIN_WORD_LENGTH && about === positions.size;
      return [page, { about, named: countOf('named', page), said: countOf('said', page), hasPhrase }];
    }),
  );
}
